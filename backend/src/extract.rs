//! The way out: the directory at any revision, as CSV, piece by piece.
//!
//! A person is stored as the line that an extract of everything has for her, so that extract is nearly the stored
//! lines put together, and most others are cut out of them (`Pieces::next_lines`). Where that can't be, in the past and with
//! "protect numbers and dates", the lines are taken apart and the chosen cells written anew (`Pieces::next_people`).

mod cut;
mod error;
mod past;
mod pieces;
mod records;

use std::sync::Arc;

use shared::extract::{Extract, ExtractOptions};
use shared::schema::Schema;

use crate::storage::people::PersonId;
use crate::storage::{ReadUnit, StorageError};
use cut::Cut;
pub use error::ExtractError;
use pieces::Pieces;
pub use records::headers_of_records;

/// How many people are read at once: enough to be quick, little enough to hold.
const PEOPLE: u32 = 1_000;

/// An extract about to be written: one moment of storage, and where it has come to.
pub struct Writer {
    unit: Box<dyn ReadUnit>,
    pieces: Pieces,
    extract: Extract,
    /// How cells are cut out of stored lines, where that can be.
    cut: Option<Cut>,
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
        let cut = Cut::from_options(schema, options);
        Ok(Self { unit, pieces, extract: Extract::new(schema, options), cut })
    }

    /// The next bytes, and whose they are; `None` at the end. The first ones are the header.
    pub async fn next(&mut self) -> Result<Option<(Vec<u8>, Vec<PersonId>)>, StorageError> {
        let header = self.extract.take();
        if !header.is_empty() {
            return Ok(Some((header, Vec::new())));
        }
        if let Some(cut) = &self.cut
            && let Some(lines) = self.pieces.next_lines(&mut *self.unit, PEOPLE).await?
        {
            let more = !lines.people.is_empty();
            return Ok(more.then(|| (cut.cut(lines.text), lines.people)));
        }
        let people = self.pieces.next_people(&mut *self.unit, PEOPLE).await?;
        for person in &people {
            self.extract.write_person(&person.values, person.revision);
        }
        let more = !self.pieces.at_end();
        Ok(more.then(|| (self.extract.take(), people.into_iter().map(|person| person.id).collect())))
    }
}

/// All that is stored at a revision, in the form that the engine takes for a directory, and whose each line is.
pub async fn everything_at(
    unit: Box<dyn ReadUnit>,
    schema: &Arc<Schema>,
    revision: u64,
) -> Result<(Vec<u8>, Vec<PersonId>), ExtractError> {
    let mut writer = Writer::begin(unit, schema, &ExtractOptions::everything(), revision).await?;
    let (mut bytes, mut people) = (Vec::new(), Vec::new());
    while let Some((more, whose)) = writer.next().await? {
        bytes.extend_from_slice(&more);
        people.extend_from_slice(&whose);
    }
    Ok((bytes, people))
}

/// The header of an extract with everything, where each of its lines is a stored one and the person's revision.
pub fn header_of_whole_lines(schema: &Schema) -> Option<Vec<u8>> {
    let everything = ExtractOptions::everything();
    let whole = Cut::from_options(schema, &everything)?.keeps_whole_lines();
    whole.then(|| Extract::new(schema, &everything).into_bytes())
}
