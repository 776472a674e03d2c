//! Revisions in either kind of database.

use async_trait::async_trait;
use sqlx::Row as _;

use super::errors::storage_error;
use super::numbers::{read, read_time, stored};
use super::queries;
use super::{Row, Unit};
use crate::storage::StorageError;
use crate::storage::people::PersonId;
use crate::storage::revisions::{
    Actor, FileFacts, MovedCell, NamedChange, PastChange, Point, ReadRevisions, Revision, RevisionCounts, RevisionKind,
    StoredFile, WriteRevisions,
};

#[async_trait]
impl ReadRevisions for Unit {
    async fn current_revision(&mut self) -> Result<u64, StorageError> {
        let number = sqlx::query_scalar("SELECT coalesce(max(number), 0) FROM revisions")
            .fetch_one(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
        read(number)
    }

    async fn current_point(&mut self) -> Result<Point, StorageError> {
        let row: Option<(i64, String)> =
            sqlx::query_as("SELECT number, identity FROM revisions ORDER BY number DESC LIMIT 1")
                .fetch_optional(&mut *self.transaction)
                .await
                .map_err(storage_error)?;
        let point = row.map(|(number, identity)| Ok(Point { number: read(number)?, identity })).transpose()?;
        Ok(point.unwrap_or_else(Point::start))
    }

    async fn point(&mut self, number: u64) -> Result<Option<Point>, StorageError> {
        if number == 0 {
            return Ok(Some(Point::start()));
        }
        let identity = sqlx::query_scalar("SELECT identity FROM revisions WHERE number = $1")
            .bind(stored(number))
            .fetch_optional(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
        Ok(identity.map(|identity| Point { number, identity }))
    }

    async fn revision(&mut self, number: u64) -> Result<Option<Revision>, StorageError> {
        let row = sqlx::query(
            "SELECT revisions.*, name, bytes, sha256 FROM revisions LEFT JOIN files ON revision = number
             WHERE number = $1",
        )
        .bind(stored(number))
        .fetch_optional(&mut *self.transaction)
        .await
        .map_err(storage_error)?;
        row.as_ref().map(revision_from_row).transpose()
    }

    async fn revisions_before(&mut self, before: u64, limit: u32) -> Result<Vec<Revision>, StorageError> {
        let rows = sqlx::query(
            "SELECT revisions.*, name, bytes, sha256 FROM revisions LEFT JOIN files ON revision = number
             WHERE number < $1 ORDER BY number DESC LIMIT $2",
        )
        .bind(stored(before))
        .bind(i64::from(limit))
        .fetch_all(&mut *self.transaction)
        .await
        .map_err(storage_error)?;
        rows.iter().map(revision_from_row).collect()
    }

    async fn changes_of(
        &mut self,
        number: u64,
        after: Option<u64>,
        limit: u32,
    ) -> Result<Vec<NamedChange>, StorageError> {
        let rows: Vec<(i64, String, String, Option<String>, String)> = sqlx::query_as(
            "SELECT position, username, header, old, new FROM changes JOIN people ON people.id = person
             WHERE changes.revision = $1 AND position > $2 ORDER BY position LIMIT $3",
        )
        .bind(stored(number))
        .bind(after.map_or(-1, stored))
        .bind(i64::from(limit))
        .fetch_all(&mut *self.transaction)
        .await
        .map_err(storage_error)?;
        rows.into_iter()
            .map(|(position, username, header, old, new)| {
                Ok(NamedChange { position: read(position)?, username, header, old, new })
            })
            .collect()
    }

    async fn deeds_of(&mut self, number: u64) -> Result<Vec<PastChange>, StorageError> {
        let rows = sqlx::query(
            "SELECT person, revision, header, old, new FROM changes WHERE revision = $1 ORDER BY person, position",
        )
        .bind(stored(number))
        .fetch_all(&mut *self.transaction)
        .await
        .map_err(storage_error)?;
        rows.iter().map(past_change_from_row).collect()
    }

    async fn people_changed_since(&mut self, number: u64) -> Result<Vec<PersonId>, StorageError> {
        let people: Vec<i64> = sqlx::query_scalar(queries::PEOPLE_CHANGED_SINCE)
            .bind(stored(number))
            .fetch_all(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
        Ok(people.into_iter().map(PersonId).collect())
    }

    async fn changes_of_person(
        &mut self,
        person: PersonId,
        before: u64,
        limit: u32,
    ) -> Result<Vec<PastChange>, StorageError> {
        let rows = sqlx::query(
            "SELECT person, revision, header, old, new FROM changes WHERE person = $1 AND revision IN
                (SELECT DISTINCT revision FROM changes WHERE person = $1 AND revision < $2
                 ORDER BY revision DESC LIMIT $3)
             ORDER BY revision DESC, position",
        )
        .bind(person.0)
        .bind(stored(before))
        .bind(i64::from(limit))
        .fetch_all(&mut *self.transaction)
        .await
        .map_err(storage_error)?;
        rows.iter().map(past_change_from_row).collect()
    }

    async fn file_of(&mut self, number: u64) -> Result<Option<StoredFile>, StorageError> {
        let row: Option<(String, i64, String, Vec<u8>)> =
            sqlx::query_as("SELECT name, bytes, sha256, content FROM files WHERE revision = $1")
                .bind(stored(number))
                .fetch_optional(&mut *self.transaction)
                .await
                .map_err(storage_error)?;
        row.map(|(name, bytes, sha256, compressed)| {
            Ok(StoredFile { facts: FileFacts { name, bytes: read(bytes)?, sha256 }, compressed })
        })
        .transpose()
    }

    async fn cells_moved_since(&mut self, since: u64, limit: u32) -> Result<(Vec<MovedCell>, u64), StorageError> {
        let rows = sqlx::query(queries::CELLS_MOVED)
            .bind(stored(since))
            .bind(i64::from(limit))
            .fetch_all(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
        let total = match rows.first() {
            Some(row) => read(row.try_get("total").map_err(storage_error)?)?,
            None => 0,
        };
        let cells = rows.iter().map(|row| {
            Ok(MovedCell {
                username: row.try_get("username").map_err(storage_error)?,
                header: row.try_get("header").map_err(storage_error)?,
                then: row.try_get("old").map_err(storage_error)?,
                now: row.try_get("new").map_err(storage_error)?,
            })
        });
        Ok((cells.collect::<Result<_, StorageError>>()?, total))
    }
}

#[async_trait]
impl WriteRevisions for Unit {
    async fn add_revision(&mut self, revision: &Revision) -> Result<(), StorageError> {
        let Revision { number, identity, at, actor, kind, note, digest, counts, file: _, about, undone_by: _ } =
            revision;
        sqlx::query(
            "INSERT INTO revisions
                (number, at_ms, actor_email, actor_name, kind, note, digest, created, updated, renamed, cells, deleted,
                 about, identity)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        )
        .bind(stored(*number))
        .bind(at.as_millisecond())
        .bind(&actor.email)
        .bind(&actor.name)
        .bind(kind.word())
        .bind(note)
        .bind(digest)
        .bind(stored(counts.created))
        .bind(stored(counts.updated))
        .bind(stored(counts.renamed))
        .bind(stored(counts.cells))
        .bind(stored(counts.deleted))
        .bind(about.map(stored))
        .bind(identity)
        .execute(&mut *self.transaction)
        .await
        .map_err(storage_error)?;
        Ok(())
    }

    async fn mark_undone(&mut self, number: u64, by: u64) -> Result<(), StorageError> {
        sqlx::query("UPDATE revisions SET undone_by = $2 WHERE number = $1")
            .bind(stored(number))
            .bind(stored(by))
            .execute(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
        Ok(())
    }

    async fn add_file(&mut self, number: u64, file: &StoredFile) -> Result<(), StorageError> {
        sqlx::query("INSERT INTO files (revision, name, bytes, sha256, content) VALUES ($1, $2, $3, $4, $5)")
            .bind(stored(number))
            .bind(&file.facts.name)
            .bind(stored(file.facts.bytes))
            .bind(&file.facts.sha256)
            .bind(&file.compressed)
            .execute(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
        Ok(())
    }
}

fn revision_from_row(row: &Row) -> Result<Revision, StorageError> {
    let number_in = |column: &str| read(row.try_get(column).map_err(storage_error)?);
    let kind: String = row.try_get("kind").map_err(storage_error)?;
    let file_name: Option<String> = row.try_get("name").map_err(storage_error)?;
    let file = match file_name {
        Some(name) => {
            let sha256 = row.try_get("sha256").map_err(storage_error)?;
            Some(FileFacts { name, bytes: number_in("bytes")?, sha256 })
        }
        None => None,
    };
    Ok(Revision {
        number: number_in("number")?,
        identity: row.try_get("identity").map_err(storage_error)?,
        at: read_time(row.try_get("at_ms").map_err(storage_error)?)?,
        actor: Actor {
            email: row.try_get("actor_email").map_err(storage_error)?,
            name: row.try_get("actor_name").map_err(storage_error)?,
        },
        kind: RevisionKind::from_word(&kind)
            .ok_or_else(|| StorageError::Corrupt(format!("{kind} isn't a kind of revision")))?,
        note: row.try_get("note").map_err(storage_error)?,
        digest: row.try_get("digest").map_err(storage_error)?,
        counts: RevisionCounts {
            created: number_in("created")?,
            updated: number_in("updated")?,
            renamed: number_in("renamed")?,
            cells: number_in("cells")?,
            deleted: number_in("deleted")?,
        },
        file,
        about: optional_number(row, "about")?,
        undone_by: optional_number(row, "undone_by")?,
    })
}

fn past_change_from_row(row: &Row) -> Result<PastChange, StorageError> {
    Ok(PastChange {
        person: PersonId(row.try_get("person").map_err(storage_error)?),
        revision: read(row.try_get("revision").map_err(storage_error)?)?,
        header: row.try_get("header").map_err(storage_error)?,
        old: row.try_get("old").map_err(storage_error)?,
        new: row.try_get("new").map_err(storage_error)?,
    })
}

fn optional_number(row: &Row, column: &str) -> Result<Option<u64>, StorageError> {
    row.try_get::<Option<i64>, _>(column).map_err(storage_error)?.map(read).transpose()
}
