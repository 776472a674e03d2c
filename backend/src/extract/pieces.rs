//! Reads people from storage piece by piece, as they were at a revision.

use std::collections::HashMap;
use std::sync::Arc;

use shared::record::cells_from_line;
use shared::schema::Schema;

use super::error::ExtractError;
use super::past::Past;
use super::records::headers_of_records;
use crate::storage::people::{LayoutId, Lines, PersonId, StoredPerson};
use crate::storage::{ReadUnit, StorageError};

/// One person, taken apart.
pub(super) struct Person {
    /// Who.
    pub(super) id: PersonId,
    /// Her values in the schema's order; system columns are empty.
    pub(super) values: Vec<String>,
    /// The revision at which she last changed.
    pub(super) revision: u64,
}

/// Where reading has come to.
pub(super) struct Pieces {
    schema: Arc<Schema>,
    after: PersonId,
    at_end: bool,
    revision: u64,
    /// What was different then; `None` where the newest revision is read.
    past: Option<Past>,
    /// The layout whose lines need no rearranging, if anyone has it.
    plain: Option<LayoutId>,
    /// For each layout, the schema's column of each cell; `None` for a column that the schema no longer has.
    columns: HashMap<LayoutId, Vec<Option<usize>>>,
}

impl Pieces {
    /// Prepares to read the people of a revision.
    pub(super) async fn open(
        unit: &mut dyn ReadUnit,
        schema: &Arc<Schema>,
        revision: u64,
    ) -> Result<Self, ExtractError> {
        let newest = unit.current_revision().await?;
        if revision > newest {
            return Err(ExtractError::NoRevision { asked: revision, newest });
        }
        let past = if revision == newest { None } else { Some(Past::read(unit, schema, revision).await?) };
        let stored = headers_of_records(schema);
        let layouts = unit.layouts().await?;
        let plain = layouts.iter().find(|layout| layout.headers == stored).map(|layout| layout.id);
        let columns = layouts
            .into_iter()
            .map(|layout| (layout.id, layout.headers.iter().map(|header| schema.index_of(header)).collect()))
            .collect();
        Ok(Self {
            schema: Arc::clone(schema),
            after: PersonId::BEFORE_ALL,
            at_end: false,
            revision,
            past,
            plain,
            columns,
        })
    }

    /// The next people as lines, nobody at the end; `None` where lines wouldn't be true: in the past, and where a record
    /// has another layout.
    pub(super) async fn next_lines(
        &mut self,
        unit: &mut dyn ReadUnit,
        limit: u32,
    ) -> Result<Option<Lines>, StorageError> {
        let (None, Some(layout)) = (&self.past, self.plain) else { return Ok(None) };
        let lines = unit.lines_after(self.after, limit, layout).await?;
        if let Some(last) = lines.as_ref().and_then(|lines| lines.people.last()) {
            self.after = *last;
        }
        Ok(lines)
    }

    /// The next people, taken apart. Nobody may be among those who were read, as some of them came later.
    pub(super) async fn next_people(
        &mut self,
        unit: &mut dyn ReadUnit,
        limit: u32,
    ) -> Result<Vec<Person>, StorageError> {
        let stored = unit.people_after(self.after, limit).await?;
        match stored.last() {
            Some(last) => self.after = last.id,
            None => self.at_end = true,
        }
        let there = stored.iter().filter(|person| match &self.past {
            Some(past) => person.created <= self.revision && !past.was_absent(person.id),
            None => person.gone.is_none(),
        });
        there.map(|person| self.person_from_stored(person)).collect()
    }

    /// Whether [`Self::next_people`] found that all were read.
    pub(super) fn at_end(&self) -> bool {
        self.at_end
    }

    fn person_from_stored(&self, stored: &StoredPerson) -> Result<Person, StorageError> {
        let columns = self.columns.get(&stored.layout);
        let columns = columns.ok_or_else(|| StorageError::Corrupt("a record has an unknown layout".to_owned()))?;
        let cells = cells_from_line(&stored.record);
        if cells.len() != columns.len() {
            return Err(StorageError::Corrupt("a record has another number of cells than its layout".to_owned()));
        }
        let mut values = vec![String::new(); self.schema.columns.len()];
        for (cell, column) in cells.into_iter().zip(columns) {
            if let Some(value) = column.and_then(|column| values.get_mut(column)) {
                *value = cell;
            }
        }
        let mut revision = stored.revision;
        if let Some(past) = &self.past {
            past.put_back(stored.id, &mut values, &mut revision);
        }
        Ok(Person { id: stored.id, values, revision })
    }
}
