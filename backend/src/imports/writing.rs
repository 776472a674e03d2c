//! A plan as rows to write: the records that people get, and the cells that change.

use std::sync::Arc;

use jiff::Timestamp;
use sha2::{Digest, Sha256};
use shared::Schema;
use shared::directory::Person;
use shared::plan::Plan;
use shared::record::line_from_cells;
use shared::stages::change_set::{Change, Operation, OperationKind};
use shared::values::key::comparison_form;

use super::PlanningError;
use crate::directory::{DirectoryError, Loaded};
use crate::extract::headers_of_records;
use crate::ids::hex_from_bytes;
use crate::state::State;
use crate::storage::people::{CellChange, NewPerson, PersonKeys, PersonUpdate};
use crate::storage::revisions::{Actor, FileFacts, Revision, RevisionCounts, RevisionKind, StoredFile};
use crate::storage::{StorageError, WriteUnit};

/// Fast, and small enough for text that is read once in a while.
const ZSTD_LEVEL: i32 = 3;

/// What an import writes, ready before its transaction begins.
pub(super) struct Step {
    updates: Vec<PersonUpdate>,
    changes: Vec<CellChange>,
    new_people: Vec<NewPerson>,
    counts: RevisionCounts,
    digest: String,
    file: StoredFile,
}

impl Step {
    /// Whether nothing changes.
    pub(super) fn is_empty(&self) -> bool {
        self.updates.is_empty() && self.new_people.is_empty()
    }

    /// How many people are written.
    pub(super) fn rows(&self) -> usize {
        self.updates.len() + self.new_people.len()
    }

    /// The hash of the file, in hexadecimal.
    pub(super) fn file_hash(&self) -> &str {
        &self.file.facts.sha256
    }

    /// The revision that the step makes.
    pub(super) fn revision(
        &self,
        number: u64,
        at: Timestamp,
        actor: Actor,
        kind: RevisionKind,
        note: Option<String>,
    ) -> Revision {
        let file = Some(self.file.facts.clone());
        Revision { number, at, actor, kind, note, digest: self.digest.clone(), counts: self.counts, file }
    }

    /// Writes everything under this revision.
    pub(super) async fn write(
        &self,
        unit: &mut dyn WriteUnit,
        schema: &Schema,
        revision: Revision,
    ) -> Result<(), StorageError> {
        unit.add_revision(&revision).await?;
        let layout = unit.layout_from_headers(&headers_of_records(schema)).await?;
        unit.update_people(revision.number, layout, &self.updates).await?;
        unit.add_changes(revision.number, &self.changes).await?;
        let username = schema.header_of(schema.username());
        unit.create_people(revision.number, layout, username, &self.new_people).await?;
        unit.add_file(revision.number, &self.file).await
    }
}

/// Works out what a plan writes, off the async threads.
pub(super) async fn step_from_plan(
    state: &State,
    plan: Plan,
    loaded: Arc<Loaded>,
    file_name: String,
    file: Vec<u8>,
) -> Result<Step, PlanningError> {
    let schema = Arc::clone(&state.schema);
    let work = move || -> Result<Step, DirectoryError> {
        let mut step = Step {
            updates: Vec::new(),
            changes: Vec::new(),
            new_people: Vec::new(),
            counts: RevisionCounts::default(),
            digest: plan.digest.unwrap_or_default(),
            file: stored_file(file_name, &file)?,
        };
        for operation in &plan.change_set.operations {
            step.add(&schema, &loaded, operation)?;
        }
        Ok(step)
    };
    Ok(tokio::task::spawn_blocking(work).await??)
}

impl Step {
    fn add(&mut self, schema: &Schema, loaded: &Loaded, operation: &Operation) -> Result<(), DirectoryError> {
        if operation.kind == OperationKind::Create {
            let mut values = vec![String::new(); schema.columns.len()];
            write_changes(&mut values, &operation.changes);
            self.new_people.push(NewPerson { keys: keys_of(schema, &values), record: record_of(schema, &values) });
            self.counts.created += 1;
            return Ok(());
        }
        let position = loaded.directory.find_username(&operation.username);
        let found = position.and_then(|at| Some((*loaded.people.get(at)?, loaded.directory.person(at)?)));
        let (id, person) = found.ok_or_else(|| stale("a person of the plan isn't in the directory"))?;
        let mut values = values_of(schema, &person);
        if operation.changes.iter().any(|change| values.get(change.column) != Some(&change.old)) {
            return Err(stale("a cell of the plan isn't what the directory holds"));
        }
        write_changes(&mut values, &operation.changes);
        let keyed = |change: &Change| change.column == schema.username() || Some(change.column) == schema.employee_id();
        let keys = operation.changes.iter().any(keyed).then(|| keys_of(schema, &values));
        self.updates.push(PersonUpdate { id, keys, record: record_of(schema, &values) });
        self.changes.extend(operation.changes.iter().map(|change| CellChange {
            person: id,
            header: schema.header_of(change.column).to_owned(),
            old: change.old.clone(),
            new: change.new.clone(),
        }));
        self.counts.cells += u64::try_from(operation.changes.len()).unwrap_or_default();
        match operation.kind {
            OperationKind::Rename => self.counts.renamed += 1,
            _ => self.counts.updated += 1,
        }
        Ok(())
    }
}

fn values_of(schema: &Schema, person: &Person<'_>) -> Vec<String> {
    (0..schema.columns.len()).map(|column| person.value(column).into_owned()).collect()
}

fn write_changes(values: &mut [String], changes: &[Change]) {
    for change in changes {
        if let Some(value) = values.get_mut(change.column) {
            value.clone_from(&change.new);
        }
    }
}

fn record_of(schema: &Schema, values: &[String]) -> String {
    let stored = schema.columns.iter().zip(values).filter(|(column, _)| !column.system);
    line_from_cells(&stored.map(|(_, value)| value.as_str()).collect::<Vec<_>>())
}

fn keys_of(schema: &Schema, values: &[String]) -> PersonKeys {
    let value = |column: usize| values.get(column).cloned().unwrap_or_default();
    let username = value(schema.username());
    let username_form = comparison_form(&username).into_owned();
    let employee_id = schema.employee_id().map(value).filter(|employee_id| !employee_id.is_empty());
    PersonKeys { username, username_form, employee_id }
}

fn stored_file(name: String, bytes: &[u8]) -> Result<StoredFile, StorageError> {
    let sha256 = hex_from_bytes(&Sha256::digest(bytes));
    let facts = FileFacts { name, bytes: u64::try_from(bytes.len()).unwrap_or_default(), sha256 };
    let compressed = zstd::encode_all(bytes, ZSTD_LEVEL).map_err(|error| StorageError::Failed(error.into()))?;
    Ok(StoredFile { facts, compressed })
}

fn stale(what: &str) -> DirectoryError {
    DirectoryError::from(StorageError::Corrupt(what.to_owned()))
}
