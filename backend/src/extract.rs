//! The way out: the directory at any revision, as CSV, piece by piece.
//!
//! A person is stored as the line that an extract of everything has for her, so that extract is nearly the stored
//! lines put together ([`Piece::Lines`]). Every other extract takes the lines apart and writes the chosen cells.

mod past;
mod pieces;

use std::sync::Arc;

use shared::extract::{Extract, ExtractOptions};
use shared::schema::Schema;

use crate::storage::people::PersonId;
use crate::storage::{ReadUnit, Storage, StorageError};
use pieces::{Piece, Pieces};

/// How many people are read at once: enough to be quick, little enough to hold.
const PEOPLE: u32 = 1_000;

/// Why an extract can't be had.
#[derive(Debug, thiserror::Error)]
pub enum ExtractError {
    /// There is no such revision (yet): which one, and the newest.
    #[error("revision {asked} isn't there; the newest is {newest}")]
    NoRevision {
        /// The one asked for.
        asked: u64,
        /// The newest one.
        newest: u64,
    },
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// An extract about to be written: one moment of storage, and where it has come to.
pub struct Writer {
    unit: Box<dyn ReadUnit>,
    pieces: Pieces,
    extract: Extract,
    /// Whether stored lines can go out as they are.
    as_stored: bool,
}

impl Writer {
    /// Begins an extract of the directory as it was at a revision.
    pub async fn begin(
        mut unit: Box<dyn ReadUnit>,
        schema: &Arc<Schema>,
        options: &ExtractOptions,
        revision: u64,
    ) -> Result<Self, ExtractError> {
        let pieces = Pieces::open(&mut *unit, schema, revision).await?;
        let revision_is_last = schema.revision().is_some_and(|column| column + 1 == schema.columns.len());
        let as_stored = *options == ExtractOptions::everything() && revision_is_last;
        Ok(Self { unit, pieces, extract: Extract::new(schema, options), as_stored })
    }

    /// The next bytes, and whose they are; `None` at the end. The first ones are the header.
    pub async fn next(&mut self) -> Result<Option<(Vec<u8>, Vec<PersonId>)>, StorageError> {
        let header = self.extract.take();
        if !header.is_empty() {
            return Ok(Some((header, Vec::new())));
        }
        let Some(piece) = self.pieces.next(&mut *self.unit, PEOPLE, self.as_stored).await? else { return Ok(None) };
        match piece {
            Piece::Lines(lines) => {
                let mut bytes = lines.text.into_bytes();
                bytes.push(b'\n');
                Ok(Some((bytes, lines.people)))
            }
            Piece::People(people) => {
                for person in &people {
                    self.extract.write_person(&person.values, person.revision);
                }
                Ok(Some((self.extract.take(), people.into_iter().map(|person| person.id).collect())))
            }
        }
    }
}

/// All that is stored at a revision, in the form that the engine takes for a directory, and whose each line is.
pub async fn everything_at(
    storage: &dyn Storage,
    schema: &Arc<Schema>,
    revision: u64,
) -> Result<(Vec<u8>, Vec<PersonId>), ExtractError> {
    let unit = storage.read().await?;
    let mut writer = Writer::begin(unit, schema, &ExtractOptions::everything(), revision).await?;
    let (mut bytes, mut people) = (Vec::new(), Vec::new());
    while let Some((more, whose)) = writer.next().await? {
        bytes.extend_from_slice(&more);
        people.extend_from_slice(&whose);
    }
    Ok((bytes, people))
}

/// The headers of a record's cells under this schema: all columns but those that Muster itself keeps.
pub fn headers_of_records(schema: &Schema) -> Vec<String> {
    schema.columns.iter().filter(|column| !column.system).map(|column| column.header.clone()).collect()
}
