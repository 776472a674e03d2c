//! Writing people in PostgreSQL: many rows in one statement, as one array for each column.

use async_trait::async_trait;

use super::PostgresUnit;
use super::errors::storage_error;
use super::numbers::{json_list, stored};
use crate::storage::StorageError;
use crate::storage::people::{CellChange, LayoutId, NewPerson, PersonId, PersonKeys, PersonUpdate, WritePeople};

/// So many rows travel together: enough that a crossing costs nothing, few enough that the message stays small.
const ROWS: usize = 10_000;

#[async_trait]
impl WritePeople for PostgresUnit {
    async fn layout_from_headers(&mut self, headers: &[String]) -> Result<LayoutId, StorageError> {
        let headers = json_list(headers)?;
        sqlx::query("INSERT INTO layouts (headers) VALUES ($1) ON CONFLICT DO NOTHING")
            .bind(&headers)
            .execute(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
        let id = sqlx::query_scalar("SELECT id FROM layouts WHERE md5(headers) = md5($1) AND headers = $1")
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
        for people in people.chunks(ROWS) {
            let keys = || people.iter().map(|person| &person.keys);
            sqlx::query(
                "INSERT INTO people (username, username_form, employee_id, created, revision, layout, record)
                 SELECT username, form, employee_id, $1, $1, $2, record
                 FROM unnest($3::text[], $4::text[], $5::text[], $6::text[]) WITH ORDINALITY
                      AS new (username, form, employee_id, record, place) ORDER BY place",
            )
            .bind(stored(revision))
            .bind(layout.0)
            .bind(keys().map(|keys| keys.username.as_str()).collect::<Vec<_>>())
            .bind(keys().map(|keys| keys.username_form.as_str()).collect::<Vec<_>>())
            .bind(keys().map(|keys| keys.employee_id.as_deref()).collect::<Vec<_>>())
            .bind(people.iter().map(|person| person.record.as_str()).collect::<Vec<_>>())
            .execute(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
        }
        let position = self.next_position(revision).await?;
        sqlx::query(
            "INSERT INTO changes (revision, position, person, header, old, new)
             SELECT $1, $2 + row_number() OVER (ORDER BY id) - 1, id, $4, NULL, username FROM people WHERE id > $3",
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
        self.free_keys(&rekeyed.iter().map(|person| person.id).collect::<Vec<_>>()).await?;
        self.write_with_keys(revision, layout, &rekeyed).await?;
        for people in same.chunks(ROWS) {
            sqlx::query(
                "UPDATE people SET revision = $1, layout = $2, record = new.record
                 FROM unnest($3::bigint[], $4::text[]) AS new (id, record) WHERE people.id = new.id",
            )
            .bind(stored(revision))
            .bind(layout.0)
            .bind(people.iter().map(|person| person.id.0).collect::<Vec<_>>())
            .bind(people.iter().map(|person| person.record.as_str()).collect::<Vec<_>>())
            .execute(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
        }
        Ok(())
    }

    async fn delete_people(&mut self, revision: u64, people: &[PersonId]) -> Result<(), StorageError> {
        self.free_keys(people).await?;
        for statement in [
            "UPDATE people SET revision = $2, gone = $2 WHERE id = ANY ($1)",
            "INSERT INTO absences (person, gone) SELECT id, $2 FROM unnest($1) AS deleted (id)",
        ] {
            self.with_ids(statement, people, revision).await?;
        }
        Ok(())
    }

    async fn bring_people_back(
        &mut self,
        revision: u64,
        layout: LayoutId,
        people: &[PersonUpdate],
    ) -> Result<(), StorageError> {
        self.write_with_keys(revision, layout, &people.iter().collect::<Vec<_>>()).await?;
        let ids: Vec<PersonId> = people.iter().map(|person| person.id).collect();
        for statement in [
            "UPDATE people SET gone = NULL, revision = $2 WHERE id = ANY ($1)",
            "UPDATE absences SET back = $2 WHERE person = ANY ($1) AND back IS NULL",
        ] {
            self.with_ids(statement, &ids, revision).await?;
        }
        Ok(())
    }

    async fn add_changes(&mut self, revision: u64, changes: &[CellChange]) -> Result<(), StorageError> {
        let mut position = self.next_position(revision).await?;
        for changes in changes.chunks(ROWS) {
            let added = sqlx::query(
                "INSERT INTO changes (revision, position, person, header, old, new)
                 SELECT $1, $2 + place - 1, person, header, old, new
                 FROM unnest($3::bigint[], $4::text[], $5::text[], $6::text[]) WITH ORDINALITY
                      AS changed (person, header, old, new, place)",
            )
            .bind(stored(revision))
            .bind(position)
            .bind(changes.iter().map(|change| change.person.0).collect::<Vec<_>>())
            .bind(changes.iter().map(|change| change.header.as_str()).collect::<Vec<_>>())
            .bind(changes.iter().map(|change| change.old.as_str()).collect::<Vec<_>>())
            .bind(changes.iter().map(|change| change.new.as_str()).collect::<Vec<_>>())
            .execute(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
            position += stored(added.rows_affected());
        }
        Ok(())
    }
}

impl PostgresUnit {
    /// Takes the unique keys away from people who get others, so that they may go round among them: each row is compared
    /// at once, and in the middle of a swap two people would have one key. No username holds a line feed.
    async fn free_keys(&mut self, people: &[PersonId]) -> Result<(), StorageError> {
        let statement = "UPDATE people SET username_form = chr(10) || id, employee_id = NULL
                         WHERE id = ANY ($1) AND $2 >= 0";
        self.with_ids(statement, people, 0).await
    }

    /// Runs a statement for many people: `$1` is the array of their ids, `$2` the revision.
    async fn with_ids(
        &mut self,
        statement: &'static str,
        people: &[PersonId],
        revision: u64,
    ) -> Result<(), StorageError> {
        if people.is_empty() {
            return Ok(());
        }
        sqlx::query(statement)
            .bind(people.iter().map(|person| person.0).collect::<Vec<_>>())
            .bind(stored(revision))
            .execute(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
        Ok(())
    }

    async fn write_with_keys(
        &mut self,
        revision: u64,
        layout: LayoutId,
        people: &[&PersonUpdate],
    ) -> Result<(), StorageError> {
        for people in people.chunks(ROWS) {
            let keyed: Vec<(&PersonUpdate, &PersonKeys)> =
                people.iter().filter_map(|person| Some((*person, person.keys.as_ref()?))).collect();
            sqlx::query(
                "UPDATE people SET revision = $1, layout = $2, record = new.record,
                        username = new.username, username_form = new.form, employee_id = new.employee_id
                 FROM unnest($3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[])
                      AS new (id, record, username, form, employee_id)
                 WHERE people.id = new.id",
            )
            .bind(stored(revision))
            .bind(layout.0)
            .bind(keyed.iter().map(|(person, _)| person.id.0).collect::<Vec<_>>())
            .bind(keyed.iter().map(|(person, _)| person.record.as_str()).collect::<Vec<_>>())
            .bind(keyed.iter().map(|(_, keys)| keys.username.as_str()).collect::<Vec<_>>())
            .bind(keyed.iter().map(|(_, keys)| keys.username_form.as_str()).collect::<Vec<_>>())
            .bind(keyed.iter().map(|(_, keys)| keys.employee_id.as_deref()).collect::<Vec<_>>())
            .execute(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
        }
        Ok(())
    }

    async fn next_position(&mut self, revision: u64) -> Result<i64, StorageError> {
        sqlx::query_scalar("SELECT coalesce(max(position) + 1, 0) FROM changes WHERE revision = $1")
            .bind(stored(revision))
            .fetch_one(&mut *self.transaction)
            .await
            .map_err(storage_error)
    }
}
