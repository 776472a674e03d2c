//! People in SQLite.

use async_trait::async_trait;
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

use super::SqliteUnit;
use super::bulk::{ROWS, json_from_rows};
use super::errors::storage_error;
use super::numbers::{read, stored};
use crate::storage::StorageError;
use crate::storage::people::{
    CellBefore, CellChange, Layout, LayoutId, Lines, NewPerson, PersonId, PersonKeys, PersonUpdate, ReadPeople,
    StoredPerson, WritePeople,
};

#[async_trait]
impl ReadPeople for SqliteUnit {
    async fn count_people_at(&mut self, revision: u64) -> Result<u64, StorageError> {
        let count = sqlx::query_scalar("SELECT count(*) FROM people WHERE created <= ?")
            .bind(stored(revision))
            .fetch_one(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
        read(count)
    }

    async fn people_after(&mut self, after: PersonId, limit: u32) -> Result<Vec<StoredPerson>, StorageError> {
        let rows =
            sqlx::query("SELECT id, created, revision, layout, record FROM people WHERE id > ? ORDER BY id LIMIT ?")
                .bind(after.0)
                .bind(limit)
                .fetch_all(&mut *self.transaction)
                .await
                .map_err(storage_error)?;
        rows.iter().map(person_from_row).collect()
    }

    async fn lines_after(
        &mut self,
        after: PersonId,
        limit: u32,
        layout: LayoutId,
    ) -> Result<Option<Lines>, StorageError> {
        // SQLite joins the lines, so that thousands of people cross from its thread as one row.
        let row = sqlx::query(
            "SELECT json_group_array(id ORDER BY id) AS ids,
                    coalesce(group_concat(record || ',' || revision, char(10) ORDER BY id), '') AS text,
                    coalesce(sum(layout <> ?3), 0) AS strange
             FROM (SELECT id, revision, layout, record FROM people WHERE id > ?1 ORDER BY id LIMIT ?2)",
        )
        .bind(after.0)
        .bind(limit)
        .bind(layout.0)
        .fetch_one(&mut *self.transaction)
        .await
        .map_err(storage_error)?;
        if row.try_get::<i64, _>("strange").map_err(storage_error)? > 0 {
            return Ok(None);
        }
        let ids: String = row.try_get("ids").map_err(storage_error)?;
        let ids: Vec<i64> = serde_json::from_str(&ids).map_err(|error| StorageError::Failed(error.into()))?;
        Ok(Some(Lines {
            people: ids.into_iter().map(PersonId).collect(),
            text: row.try_get("text").map_err(storage_error)?,
        }))
    }

    async fn layouts(&mut self) -> Result<Vec<Layout>, StorageError> {
        let rows: Vec<(i64, String)> = sqlx::query_as("SELECT id, headers FROM layouts ORDER BY id")
            .fetch_all(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
        rows.into_iter()
            .map(|(id, headers)| {
                let headers = serde_json::from_str(&headers)
                    .map_err(|_| StorageError::Corrupt(format!("layout {id} isn't a list of headers")))?;
                Ok(Layout { id: LayoutId(id), headers })
            })
            .collect()
    }

    async fn cells_before_changes_since(&mut self, revision: u64) -> Result<Vec<CellBefore>, StorageError> {
        // From the few that moved to their rows: CROSS JOIN fixes SQLite's order of work, INDEXED BY its way there. By its
        // own guess it would read a whole revision for each cell.
        let rows: Vec<(i64, String, String)> = sqlx::query_as(
            "SELECT first.person, first.header, first.old
             FROM (SELECT person, header, min(revision) AS began FROM changes NOT INDEXED WHERE revision > ?1
                   GROUP BY person, header) AS moved
             CROSS JOIN people ON people.id = moved.person
             CROSS JOIN changes AS first INDEXED BY changes_of_person
                ON first.person = moved.person AND first.revision = began AND first.header = moved.header
             WHERE people.created <= ?1",
        )
        .bind(stored(revision))
        .fetch_all(&mut *self.transaction)
        .await
        .map_err(storage_error)?;
        Ok(rows.into_iter().map(|(person, header, old)| CellBefore { person: PersonId(person), header, old }).collect())
    }

    async fn last_changes_until(&mut self, revision: u64) -> Result<Vec<(PersonId, u64)>, StorageError> {
        let rows: Vec<(i64, i64)> = sqlx::query_as(
            "SELECT person, max(revision) FROM changes
             WHERE revision <= ?1 AND person IN (SELECT person FROM changes WHERE revision > ?1)
             GROUP BY person",
        )
        .bind(stored(revision))
        .fetch_all(&mut *self.transaction)
        .await
        .map_err(storage_error)?;
        rows.into_iter().map(|(person, revision)| Ok((PersonId(person), read(revision)?))).collect()
    }
}

#[async_trait]
impl WritePeople for SqliteUnit {
    async fn layout_from_headers(&mut self, headers: &[String]) -> Result<LayoutId, StorageError> {
        let headers = json_from_rows(headers)?;
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
        for people in people.chunks(ROWS) {
            let rows = json_from_rows(people.iter().map(|person| {
                let PersonKeys { username, username_form, employee_id } = &person.keys;
                (username, username_form, employee_id, &person.record)
            }))?;
            sqlx::query(
                "INSERT INTO people (username, username_form, employee_id, created, revision, layout, record)
                 SELECT value ->> 0, value ->> 1, value ->> 2, ?2, ?2, ?3, value ->> 3 FROM json_each(?1) ORDER BY key",
            )
            .bind(rows)
            .bind(stored(revision))
            .bind(layout.0)
            .execute(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
        }
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
        self.free_keys(&rekeyed).await?;
        for people in rekeyed.chunks(ROWS) {
            let rows = json_from_rows(people.iter().filter_map(|person| {
                let PersonKeys { username, username_form, employee_id } = person.keys.as_ref()?;
                Some((person.id.0, &person.record, username, username_form, employee_id))
            }))?;
            sqlx::query(
                "UPDATE people SET revision = ?2, layout = ?3, record = value ->> 1,
                        username = value ->> 2, username_form = value ->> 3, employee_id = value ->> 4
                 FROM json_each(?1) WHERE people.id = value ->> 0",
            )
            .bind(rows)
            .bind(stored(revision))
            .bind(layout.0)
            .execute(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
        }
        for people in same.chunks(ROWS) {
            let rows = json_from_rows(people.iter().map(|person| (person.id.0, &person.record)))?;
            sqlx::query(
                "UPDATE people SET revision = ?2, layout = ?3, record = value ->> 1
                 FROM json_each(?1) WHERE people.id = value ->> 0",
            )
            .bind(rows)
            .bind(stored(revision))
            .bind(layout.0)
            .execute(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
        }
        Ok(())
    }

    async fn add_changes(&mut self, revision: u64, changes: &[CellChange]) -> Result<(), StorageError> {
        let mut position = self.next_position(revision).await?;
        for changes in changes.chunks(ROWS) {
            let rows = json_from_rows(
                changes.iter().map(|CellChange { person, header, old, new }| (person.0, header, old, new)),
            )?;
            let added = sqlx::query(
                "INSERT INTO changes (revision, position, person, header, old, new)
                 SELECT ?2, ?3 + key, value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?1)",
            )
            .bind(rows)
            .bind(stored(revision))
            .bind(position)
            .execute(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
            position += stored(added.rows_affected());
        }
        Ok(())
    }
}

impl SqliteUnit {
    /// Takes the unique keys away from people who get others, so that they may go round among them: SQLite compares
    /// each row at once, and in the middle of a swap two people would have one key. No username holds a line feed.
    async fn free_keys(&mut self, people: &[&PersonUpdate]) -> Result<(), StorageError> {
        for people in people.chunks(ROWS) {
            let rows = json_from_rows(people.iter().map(|person| person.id.0))?;
            sqlx::query(
                "UPDATE people SET username_form = char(10) || people.id, employee_id = NULL
                 FROM json_each(?1) WHERE people.id = value",
            )
            .bind(rows)
            .execute(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
        }
        Ok(())
    }

    async fn next_position(&mut self, revision: u64) -> Result<i64, StorageError> {
        sqlx::query_scalar("SELECT coalesce(max(position) + 1, 0) FROM changes WHERE revision = ?")
            .bind(stored(revision))
            .fetch_one(&mut *self.transaction)
            .await
            .map_err(storage_error)
    }
}

fn person_from_row(row: &SqliteRow) -> Result<StoredPerson, StorageError> {
    Ok(StoredPerson {
        id: PersonId(row.try_get("id").map_err(storage_error)?),
        created: read(row.try_get("created").map_err(storage_error)?)?,
        revision: read(row.try_get("revision").map_err(storage_error)?)?,
        layout: LayoutId(row.try_get("layout").map_err(storage_error)?),
        record: row.try_get("record").map_err(storage_error)?,
    })
}
