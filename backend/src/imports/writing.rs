//! A plan as rows to write: the records that people get, and the cells that change.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use jiff::Timestamp;
use sha2::{Digest, Sha256};
use shared::Schema;
use shared::budget::Touched;
use shared::directory::Person;
use shared::kept_file;
use shared::options::Options;
use shared::record::line_from_cells;
use shared::stages::change_set::{Change, ChangeSet, Operation, OperationKind};
use shared::touched::touched_by;
use shared::values::key::comparison_form;

use super::leaving::Leaving;
use super::maker::Maker;
use super::planning::PlanningError;
use crate::directory::{DirectoryError, Loaded};
use crate::extract::headers_of_records;
use crate::ids::hex_from_bytes;
use crate::state::State;
use crate::storage::failpoints;
use crate::storage::people::{CellChange, NewPerson, PersonId, PersonKeys, PersonUpdate};
use crate::storage::revisions::{FileFacts, Point, Revision, RevisionCounts, RevisionKind, StoredFile};
use crate::storage::{StorageError, WriteUnit};
use crate::work::blocking;

/// Fast, and small enough for text that is read once in a while.
const ZSTD_LEVEL: i32 = 3;

/// What a change set writes, ready before its transaction begins.
#[derive(Default)]
pub(crate) struct Step {
    updates: Vec<PersonUpdate>,
    changes: Vec<CellChange>,
    new_people: Vec<NewPerson>,
    deleted: Vec<PersonId>,
    returned: Vec<PersonUpdate>,
    counts: RevisionCounts,
    digest: String,
    file: Option<StoredFile>,
    leaving: Vec<Leaving>,
    touched: Touched,
    /// The directory that it was planned for.
    loaded: Option<Arc<Loaded>>,
}

/// The upload that a step comes from.
pub(crate) struct Sent {
    /// Its name on the sender's computer.
    pub(crate) name: String,
    /// Its bytes.
    pub(crate) bytes: Vec<u8>,
    /// The choices that it was read with.
    pub(crate) options: Options,
}

/// A deleted person who comes back.
pub(crate) struct Returning {
    /// Who.
    pub(crate) id: PersonId,
    /// Her values as they were kept, in the schema's order.
    pub(crate) kept: Vec<String>,
}

impl Step {
    /// Works out what a change set writes, off the async threads. `returning` are the deleted people, by Username, whom
    /// it creates again; `file` is the upload that it came from.
    pub(crate) async fn new(
        state: &State,
        change_set: ChangeSet,
        digest: String,
        loaded: Arc<Loaded>,
        returning: HashMap<String, Returning>,
        file: Option<Sent>,
    ) -> Result<Arc<Self>, PlanningError> {
        let schema = Arc::clone(&state.schema);
        let work = move || -> Result<Arc<Self>, DirectoryError> {
            let file = file.map(|sent| stored_file(&schema, sent)).transpose()?;
            let touched = touched_by(&change_set, &schema);
            let mut step = Self { digest, file, touched, ..Self::default() };
            for operation in &change_set.operations {
                step.add(&schema, &loaded, &returning, operation)?;
            }
            step.loaded = Some(loaded);
            Ok(Arc::new(step))
        };
        Ok(blocking(work).await??)
    }

    /// Whether nothing changes.
    pub(super) fn is_empty(&self) -> bool {
        self.rows() == 0
    }

    /// How many people are written.
    pub(super) fn rows(&self) -> usize {
        self.updates.len() + self.new_people.len() + self.deleted.len() + self.returned.len()
    }

    /// The directory that it was planned for.
    pub(super) fn loaded(&self) -> Option<&Loaded> {
        self.loaded.as_deref()
    }

    /// Whether it was planned for the directory at this point.
    pub(super) fn is_planned_for(&self, point: &Point) -> bool {
        self.loaded.as_ref().is_some_and(|loaded| loaded.point == *point)
    }

    /// Whether somebody comes, for the first time or again.
    pub(super) fn brings_people(&self) -> bool {
        !self.new_people.is_empty() || !self.returned.is_empty()
    }

    /// Who is written anew.
    pub(super) fn updates(&self) -> &[PersonUpdate] {
        &self.updates
    }

    /// Who goes.
    pub(super) fn deleted(&self) -> &[PersonId] {
        &self.deleted
    }

    /// Who is switched off, renamed or deleted, and the directory that they are people of; `None` where nobody is.
    pub(super) fn leaving(&self) -> Option<(&Loaded, &[Leaving])> {
        let loaded = self.loaded.as_deref().filter(|_| !self.leaving.is_empty())?;
        Some((loaded, &self.leaving))
    }

    /// Whom it touches.
    pub(super) fn touched(&self) -> &Touched {
        &self.touched
    }

    /// The hash of the file, in hexadecimal.
    pub(super) fn file_hash(&self) -> Option<&str> {
        self.file.as_ref().map(|file| file.facts.sha256.as_str())
    }

    /// The revision that the step makes.
    pub(super) fn revision(&self, point: Point, at: Timestamp, maker: Maker) -> Revision {
        let Point { number, identity } = point;
        let Maker { actor, kind, note, about, audit: _ } = maker;
        let file = self.file.as_ref().map(|file| file.facts.clone());
        let digest = self.digest.clone();
        Revision { number, identity, at, actor, kind, note, digest, counts: self.counts, file, about, undone_by: None }
    }

    /// Writes everything under this revision. Who goes gives her keys up first, who comes takes hers last.
    pub(super) async fn write(
        &self,
        unit: &mut dyn WriteUnit,
        schema: &Schema,
        revision: Revision,
    ) -> Result<(), StorageError> {
        let number = revision.number;
        unit.add_revision(&revision).await?;
        let layout = unit.layout_from_headers(&headers_of_records(schema)).await?;
        unit.delete_people(number, &self.deleted).await?;
        unit.update_people(number, layout, &self.updates).await?;
        unit.bring_people_back(number, layout, &self.returned).await?;
        failpoints::pass("people-written").await?;
        unit.add_changes(number, &self.changes).await?;
        if !self.new_people.is_empty() {
            let username = schema.header_of(schema.username());
            unit.create_people(number, layout, username, &self.new_people).await?;
        }
        if let Some(file) = &self.file {
            unit.add_file(number, file).await?;
        }
        if let (RevisionKind::Undo, Some(about)) = (revision.kind, revision.about) {
            unit.mark_undone(about, number).await?;
        }
        Ok(())
    }

    fn add(
        &mut self,
        schema: &Schema,
        loaded: &Loaded,
        returning: &HashMap<String, Returning>,
        operation: &Operation,
    ) -> Result<(), DirectoryError> {
        if operation.kind == OperationKind::Create {
            self.create(schema, returning.get(&operation.username), operation);
            return Ok(());
        }
        let position = loaded.directory.find_username(&operation.username);
        let found = position.and_then(|at| Some((*loaded.people.get(at)?, loaded.directory.person(at)?)));
        let (id, person) = found.ok_or_else(|| stale("a person of the plan isn't in the directory"))?;
        self.leaving.extend(Leaving::of(schema, position.unwrap_or_default(), operation));
        let mut values = values_of(schema, &person);
        if operation.changes.iter().any(|change| values.get(change.column).map(AsRef::as_ref) != Some(&*change.old)) {
            return Err(stale("a cell of the plan isn't what the directory holds"));
        }
        self.changes.extend(operation.changes.iter().map(|change| change_of(schema, id, change)));
        if operation.kind == OperationKind::Delete {
            self.deleted.push(id);
            self.counts.deleted += 1;
            return Ok(());
        }
        write_changes(&mut values, &operation.changes);
        let keyed = |change: &Change| change.column == schema.username() || Some(change.column) == schema.employee_id();
        let keys = operation.changes.iter().any(keyed).then(|| keys_of(schema, &values));
        self.updates.push(PersonUpdate { id, keys, record: record_of(schema, &values) });
        self.counts.cells += u64::try_from(operation.changes.len()).unwrap_or_default();
        match operation.kind {
            OperationKind::Rename => self.counts.renamed += 1,
            _ => self.counts.updated += 1,
        }
        Ok(())
    }

    fn create(&mut self, schema: &Schema, returning: Option<&Returning>, operation: &Operation) {
        let mut values = vec![Cow::Borrowed(""); schema.columns.len()];
        write_changes(&mut values, &operation.changes);
        let (keys, record) = (keys_of(schema, &values), record_of(schema, &values));
        self.counts.created += 1;
        let Some(Returning { id, kept }) = returning else {
            self.new_people.push(NewPerson { keys, record });
            return;
        };
        // Her Username says that she is there again; the other cells, how she differs from what was kept.
        for (column, (old, new)) in kept.iter().zip(&values).enumerate() {
            let came = column == schema.username();
            if came || (old != new && schema.columns.get(column).is_some_and(|column| !column.system)) {
                let old = if came { String::new() } else { old.clone() };
                self.changes.push(change_of(schema, *id, &Change { column, old, new: new.to_string() }));
            }
        }
        self.returned.push(PersonUpdate { id: *id, keys: Some(keys), record });
    }
}

fn change_of(schema: &Schema, person: PersonId, change: &Change) -> CellChange {
    let header = schema.header_of(change.column).to_owned();
    CellChange { person, header, old: change.old.clone(), new: change.new.clone() }
}

fn values_of<'a>(schema: &Schema, person: &Person<'a>) -> Vec<Cow<'a, str>> {
    (0..schema.columns.len()).map(|column| person.value(column)).collect()
}

fn write_changes<'a>(values: &mut [Cow<'a, str>], changes: &'a [Change]) {
    for change in changes {
        if let Some(value) = values.get_mut(change.column) {
            *value = Cow::Borrowed(&change.new);
        }
    }
}

fn record_of(schema: &Schema, values: &[Cow<'_, str>]) -> String {
    let stored = schema.columns.iter().zip(values).filter(|(column, _)| !column.system);
    line_from_cells(&stored.map(|(_, value)| value).collect::<Vec<_>>())
}

fn keys_of(schema: &Schema, values: &[Cow<'_, str>]) -> PersonKeys {
    let value = |column: usize| values.get(column).map(ToString::to_string).unwrap_or_default();
    let username = value(schema.username());
    let username_form = comparison_form(&username).into_owned();
    let employee_id = schema.employee_id().map(value).filter(|employee_id| !employee_id.is_empty());
    PersonKeys { username, username_form, employee_id }
}

/// The file's facts are those of what was sent, by which its sender knows it again; its content is what may be kept of it.
fn stored_file(schema: &Schema, sent: Sent) -> Result<StoredFile, StorageError> {
    let Sent { name, bytes, options } = sent;
    let sha256 = hex_from_bytes(&Sha256::digest(&bytes));
    let facts = FileFacts { name, bytes: u64::try_from(bytes.len()).unwrap_or_default(), sha256 };
    let kept = kept_file(schema, bytes, &options);
    let compressed =
        zstd::encode_all(kept.as_slice(), ZSTD_LEVEL).map_err(|error| StorageError::Failed(error.into()))?;
    Ok(StoredFile { facts, compressed })
}

fn stale(what: &str) -> DirectoryError {
    DirectoryError::from(StorageError::Corrupt(what.to_owned()))
}
