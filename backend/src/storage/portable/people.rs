//! Reading people in either kind of database.

use async_trait::async_trait;
use sqlx::Row as _;

use super::errors::storage_error;
use super::numbers::{json_list, read, stored};
use super::queries;
use super::{Row, Unit};
use crate::storage::StorageError;
use crate::storage::people::{CellBefore, Layout, LayoutId, Lines, PersonId, ReadPeople, StoredPerson};

#[async_trait]
impl ReadPeople for Unit {
    async fn count_people_at(&mut self, revision: u64) -> Result<u64, StorageError> {
        let count = sqlx::query_scalar(
            "SELECT (SELECT count(*) FROM people WHERE created <= $1)
                  - (SELECT count(*) FROM absences WHERE gone <= $1 AND (back IS NULL OR back > $1))",
        )
        .bind(stored(revision))
        .fetch_one(&mut *self.transaction)
        .await
        .map_err(storage_error)?;
        read(count)
    }

    async fn people_after(&mut self, after: PersonId, limit: u32) -> Result<Vec<StoredPerson>, StorageError> {
        let rows = sqlx::query(
            "SELECT id, created, revision, gone, layout, record FROM people WHERE id > $1 ORDER BY id LIMIT $2",
        )
        .bind(after.0)
        .bind(i64::from(limit))
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
        // The database joins the lines, so that thousands of people cross as one row.
        let row = sqlx::query(queries::LINES)
            .bind(after.0)
            .bind(i64::from(limit))
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

    async fn people_by_id(&mut self, people: &[PersonId]) -> Result<Vec<StoredPerson>, StorageError> {
        let rows = sqlx::query(queries::PEOPLE_BY_ID)
            .bind(json_list(people.iter().map(|person| person.0))?)
            .fetch_all(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
        rows.iter().map(person_from_row).collect()
    }

    async fn person_by_username(&mut self, username_form: &str) -> Result<Option<StoredPerson>, StorageError> {
        let row = sqlx::query(
            "SELECT id, created, revision, gone, layout, record FROM people WHERE username_form = $1 AND gone IS NULL",
        )
        .bind(username_form)
        .fetch_optional(&mut *self.transaction)
        .await
        .map_err(storage_error)?;
        row.as_ref().map(person_from_row).transpose()
    }

    async fn absent_at(&mut self, revision: u64) -> Result<Vec<PersonId>, StorageError> {
        let people: Vec<i64> = sqlx::query_scalar(
            "SELECT person FROM absences WHERE gone <= $1 AND (back IS NULL OR back > $1) ORDER BY person",
        )
        .bind(stored(revision))
        .fetch_all(&mut *self.transaction)
        .await
        .map_err(storage_error)?;
        Ok(people.into_iter().map(PersonId).collect())
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
        let rows: Vec<(i64, String, String)> = sqlx::query_as(queries::CELLS_BEFORE)
            .bind(stored(revision))
            .fetch_all(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
        Ok(rows.into_iter().map(|(person, header, old)| CellBefore { person: PersonId(person), header, old }).collect())
    }

    async fn last_changes_until(&mut self, revision: u64) -> Result<Vec<(PersonId, u64)>, StorageError> {
        let rows: Vec<(i64, i64)> = sqlx::query_as(
            "SELECT person, max(revision) FROM changes
             WHERE revision <= $1 AND person IN (SELECT person FROM changes WHERE revision > $1)
             GROUP BY person",
        )
        .bind(stored(revision))
        .fetch_all(&mut *self.transaction)
        .await
        .map_err(storage_error)?;
        rows.into_iter().map(|(person, revision)| Ok((PersonId(person), read(revision)?))).collect()
    }
}

fn person_from_row(row: &Row) -> Result<StoredPerson, StorageError> {
    Ok(StoredPerson {
        id: PersonId(row.try_get("id").map_err(storage_error)?),
        created: read(row.try_get("created").map_err(storage_error)?)?,
        revision: read(row.try_get("revision").map_err(storage_error)?)?,
        gone: row.try_get::<Option<i64>, _>("gone").map_err(storage_error)?.map(read).transpose()?,
        layout: LayoutId(row.try_get("layout").map_err(storage_error)?),
        record: row.try_get("record").map_err(storage_error)?,
    })
}
