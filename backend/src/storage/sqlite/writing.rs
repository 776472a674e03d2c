//! Writing people in SQLite.

use async_trait::async_trait;

use super::SqliteUnit;
use super::errors::storage_error;
use super::numbers::{json_list, stored};
use crate::storage::StorageError;
use crate::storage::people::{CellChange, LayoutId, NewPerson, PersonId, PersonKeys, PersonUpdate, WritePeople};

#[async_trait]
impl WritePeople for SqliteUnit {
    async fn layout_from_headers(&mut self, headers: &[String]) -> Result<LayoutId, StorageError> {
        let headers = json_list(headers)?;
        sqlx::query("INSERT INTO layouts (headers) VALUES (?) ON CONFLICT DO NOTHING")
            .bind(&headers)
            .execute(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
        let id = sqlx::query_scalar("SELECT id FROM layouts WHERE headers = ?")
            .bind(&headers)
            .fetch_one(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
        Ok(LayoutId(id))
    }

    async fn create_people(
        &mut self,
        revision: u64,
        layout: LayoutId,
        username_header: &str,
        people: &[NewPerson],
    ) -> Result<(), StorageError> {
        let newest: i64 = sqlx::query_scalar("SELECT coalesce(max(id), 0) FROM people")
            .fetch_one(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
        self.in_bulk(
            "INSERT INTO people (username, username_form, employee_id, created, revision, layout, record)
             SELECT value ->> 0, value ->> 1, value ->> 2, ?2, ?2, ?3, value ->> 3 FROM json_each(?1) ORDER BY key",
            people,
            |NewPerson { keys: PersonKeys { username, username_form, employee_id }, record }| {
                (username, username_form, employee_id, record)
            },
            revision,
            layout.0,
        )
        .await?;
        let position = self.next_position(revision).await?;
        sqlx::query(
            "INSERT INTO changes (revision, position, person, header, old, new)
             SELECT ?1, ?2 + row_number() OVER (ORDER BY id) - 1, id, ?4, NULL, username FROM people WHERE id > ?3",
        )
        .bind(stored(revision))
        .bind(position)
        .bind(newest)
        .bind(username_header)
        .execute(&mut *self.transaction)
        .await
        .map_err(storage_error)?;
        Ok(())
    }

    async fn update_people(
        &mut self,
        revision: u64,
        layout: LayoutId,
        people: &[PersonUpdate],
    ) -> Result<(), StorageError> {
        let (rekeyed, same): (Vec<&PersonUpdate>, Vec<&PersonUpdate>) =
            people.iter().partition(|person| person.keys.is_some());
        let ids: Vec<PersonId> = rekeyed.iter().map(|person| person.id).collect();
        self.free_keys(&ids).await?;
        self.write_with_keys(revision, layout, &rekeyed).await?;
        self.in_bulk_by_number(
            "UPDATE people SET revision = ?2, layout = ?3, record = value
             FROM json_each(?1) WHERE people.id = CAST(key AS INTEGER)",
            &same,
            |person| (person.id.0, &person.record),
            revision,
            layout.0,
        )
        .await
    }

    async fn delete_people(&mut self, revision: u64, people: &[PersonId]) -> Result<(), StorageError> {
        self.free_keys(people).await?;
        for statement in [
            "UPDATE people SET revision = ?2, gone = ?2 FROM json_each(?1) WHERE people.id = value",
            "INSERT INTO absences (person, gone) SELECT value, ?2 FROM json_each(?1)",
        ] {
            self.in_bulk(statement, people, |person| person.0, revision, 0).await?;
        }
        Ok(())
    }

    async fn bring_people_back(
        &mut self,
        revision: u64,
        layout: LayoutId,
        people: &[PersonUpdate],
    ) -> Result<(), StorageError> {
        let people: Vec<&PersonUpdate> = people.iter().collect();
        self.write_with_keys(revision, layout, &people).await?;
        for statement in [
            "UPDATE people SET gone = NULL FROM json_each(?1) WHERE people.id = value",
            "UPDATE absences SET back = ?2 FROM json_each(?1) WHERE person = value AND back IS NULL",
        ] {
            self.in_bulk(statement, &people, |person| person.id.0, revision, 0).await?;
        }
        Ok(())
    }

    async fn add_changes(&mut self, revision: u64, changes: &[CellChange]) -> Result<(), StorageError> {
        let position = self.next_position(revision).await?;
        let numbered: Vec<(i64, &CellChange)> = (position..).zip(changes).collect();
        self.in_bulk(
            "INSERT INTO changes (revision, position, person, header, old, new)
             SELECT ?2, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(?1)",
            &numbered,
            |(position, CellChange { person, header, old, new })| (position, person.0, header, old, new),
            revision,
            0,
        )
        .await
    }
}

impl SqliteUnit {
    /// Takes the unique keys away from people who get others, so that they may go round among them: SQLite compares
    /// each row at once, and in the middle of a swap two people would have one key. No username holds a line feed.
    async fn free_keys(&mut self, people: &[PersonId]) -> Result<(), StorageError> {
        self.in_bulk(
            "UPDATE people SET username_form = char(10) || people.id, employee_id = NULL
             FROM json_each(?1) WHERE people.id = value",
            people,
            |person| person.0,
            0,
            0,
        )
        .await
    }

    async fn write_with_keys(
        &mut self,
        revision: u64,
        layout: LayoutId,
        people: &[&PersonUpdate],
    ) -> Result<(), StorageError> {
        self.in_bulk(
            "UPDATE people SET revision = ?2, layout = ?3, record = value ->> 1,
                    username = value ->> 2, username_form = value ->> 3, employee_id = value ->> 4
             FROM json_each(?1) WHERE people.id = value ->> 0",
            people,
            |person| {
                let keys = person.keys.as_ref();
                let (username, form) = keys.map(|keys| (&keys.username, &keys.username_form)).unzip();
                (person.id.0, &person.record, username, form, keys.and_then(|keys| keys.employee_id.as_ref()))
            },
            revision,
            layout.0,
        )
        .await
    }

    async fn next_position(&mut self, revision: u64) -> Result<i64, StorageError> {
        sqlx::query_scalar("SELECT coalesce(max(position) + 1, 0) FROM changes WHERE revision = ?")
            .bind(stored(revision))
            .fetch_one(&mut *self.transaction)
            .await
            .map_err(storage_error)
    }
}
