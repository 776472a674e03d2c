//! Revisions in SQLite.

use async_trait::async_trait;
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

use super::SqliteUnit;
use super::errors::storage_error;
use super::numbers::{read, read_time, stored};
use crate::storage::StorageError;
use crate::storage::revisions::{
    Actor, FileFacts, MovedCell, NamedChange, ReadRevisions, Revision, RevisionCounts, RevisionKind, StoredFile,
    WriteRevisions,
};

#[async_trait]
impl ReadRevisions for SqliteUnit {
    async fn current_revision(&mut self) -> Result<u64, StorageError> {
        let number = sqlx::query_scalar("SELECT coalesce(max(number), 0) FROM revisions")
            .fetch_one(&mut *self.transaction)
            .await
            .map_err(storage_error)?;
        read(number)
    }

    async fn revision(&mut self, number: u64) -> Result<Option<Revision>, StorageError> {
        let row = sqlx::query(
            "SELECT revisions.*, name, bytes, sha256 FROM revisions LEFT JOIN files ON revision = number
             WHERE number = ?",
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
             WHERE number < ? ORDER BY number DESC LIMIT ?",
        )
        .bind(stored(before))
        .bind(limit)
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
             WHERE changes.revision = ? AND position > ? ORDER BY position LIMIT ?",
        )
        .bind(stored(number))
        .bind(after.map_or(-1, stored))
        .bind(limit)
        .fetch_all(&mut *self.transaction)
        .await
        .map_err(storage_error)?;
        rows.into_iter()
            .map(|(position, username, header, old, new)| {
                Ok(NamedChange { position: read(position)?, username, header, old, new })
            })
            .collect()
    }

    async fn file_of(&mut self, number: u64) -> Result<Option<StoredFile>, StorageError> {
        let row: Option<(String, i64, String, Vec<u8>)> =
            sqlx::query_as("SELECT name, bytes, sha256, content FROM files WHERE revision = ?")
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
        // From the few that moved to their rows: CROSS JOIN fixes SQLite's order of work, INDEXED BY its way there. By its
        // own guess it would read a whole revision for each cell.
        let rows = sqlx::query(
            "SELECT username, moved.header AS header, first.old AS old, last.new AS new, count(*) OVER () AS total
             FROM (SELECT person, header, min(revision) AS began, max(revision) AS ended FROM changes NOT INDEXED
                   WHERE revision > ?1 GROUP BY person, header) AS moved
             CROSS JOIN changes AS first INDEXED BY changes_of_person
                ON first.person = moved.person AND first.revision = began AND first.header = moved.header
             CROSS JOIN changes AS last INDEXED BY changes_of_person
                ON last.person = moved.person AND last.revision = ended AND last.header = moved.header
             CROSS JOIN people ON people.id = moved.person
             WHERE first.old IS NOT last.new
             ORDER BY moved.person, moved.header LIMIT ?2",
        )
        .bind(stored(since))
        .bind(limit)
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
impl WriteRevisions for SqliteUnit {
    async fn add_revision(&mut self, revision: &Revision) -> Result<(), StorageError> {
        let Revision { number, at, actor, kind, note, digest, counts, file: _ } = revision;
        sqlx::query(
            "INSERT INTO revisions
                (number, at_ms, actor_email, actor_name, kind, note, digest, created, updated, renamed, cells)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
        .execute(&mut *self.transaction)
        .await
        .map_err(storage_error)?;
        Ok(())
    }

    async fn add_file(&mut self, number: u64, file: &StoredFile) -> Result<(), StorageError> {
        sqlx::query("INSERT INTO files (revision, name, bytes, sha256, content) VALUES (?, ?, ?, ?, ?)")
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

fn revision_from_row(row: &SqliteRow) -> Result<Revision, StorageError> {
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
        },
        file,
    })
}
