//! How the directory differed at an earlier revision: walked back from now by the changes since.

use std::collections::{HashMap, HashSet};

use shared::schema::Schema;

use crate::storage::people::{CellBefore, PersonId};
use crate::storage::{ReadUnit, StorageError};

/// What people who changed since held then, and who wasn't there. People who came since are not here.
#[derive(Debug)]
pub(super) struct Past {
    people: HashMap<PersonId, Before>,
    absent: HashSet<PersonId>,
}

#[derive(Debug, Default)]
struct Before {
    /// The schema's column, and its value then.
    cells: Vec<(usize, String)>,
    /// The revision at which she had last changed.
    revision: Option<u64>,
}

impl Past {
    /// Reads what was different at a revision.
    pub(super) async fn read(unit: &mut dyn ReadUnit, schema: &Schema, revision: u64) -> Result<Self, StorageError> {
        let absent = unit.absent_at(revision).await?.into_iter().collect();
        let mut past = Self { people: HashMap::new(), absent };
        for CellBefore { person, header, old } in unit.cells_before_changes_since(revision).await? {
            // A column that the schema no longer has isn't in the extract either.
            if let Some(column) = schema.index_of(&header) {
                past.people.entry(person).or_default().cells.push((column, old));
            }
        }
        for (person, revision) in unit.last_changes_until(revision).await? {
            past.people.entry(person).or_default().revision = Some(revision);
        }
        Ok(past)
    }

    /// Whether someone who had come wasn't there then.
    pub(super) fn was_absent(&self, person: PersonId) -> bool {
        self.absent.contains(&person)
    }

    /// Puts a person's cells and revision back to what they were.
    pub(super) fn put_back(&self, person: PersonId, values: &mut [String], revision: &mut u64) {
        let Some(before) = self.people.get(&person) else { return };
        for (column, old) in &before.cells {
            if let Some(value) = values.get_mut(*column) {
                value.clone_from(old);
            }
        }
        if let Some(number) = before.revision {
            *revision = number;
        }
    }
}
