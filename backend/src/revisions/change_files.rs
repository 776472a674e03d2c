//! What a past revision did as a file that can be imported, and the file that takes it back.
//!
//! Both are made of the two states of the directory, before and after, so they hold for whatever made the revision. A
//! file can't delete anybody, nor bring back whom a revision deleted: such people are listed, and undoing the revision
//! is the way for them.

use std::sync::Arc;

use shared::change_file::{self, ChangeFile, Left};
use shared::directory::Person;
use shared::options::{Create, Options};
use shared::schema::Schema;
use shared::stages::change_set::{Change, ChangeSet, Operation, OperationKind};

use crate::directory::Loaded;
use crate::imports::ImportError;
use crate::imports::planning::PlanningError;
use crate::state::State;
use crate::storage::people::PersonId;
use crate::work::blocking;

/// Which of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// What the revision did.
    Forward,
    /// What takes it back.
    Back,
}

/// The file of a revision.
pub async fn of_revision(state: &State, number: u64, direction: Direction) -> Result<ChangeFile, ImportError> {
    let mut unit = state.storage.read().await?;
    let before = match number.checked_sub(1) {
        Some(before) => unit.point(before).await?,
        None => None,
    };
    let (Some(before), Some(after)) = (before, unit.point(number).await?) else {
        return Err(ImportError::NoRevision(number));
    };
    let mut people: Vec<PersonId> = unit.deeds_of(number).await?.into_iter().map(|change| change.person).collect();
    drop(unit);
    people.dedup();
    let at = |point| state.directories.at(&*state.storage, &state.schema, point);
    let after = at(&after).await.map_err(PlanningError::from)?;
    let before = at(&before).await.map_err(PlanningError::from)?;
    let schema = Arc::clone(&state.schema);
    let work = move || written(&schema, &before, &after, &people, direction);
    Ok(blocking(work).await.map_err(PlanningError::from)?)
}

fn written(schema: &Schema, before: &Loaded, after: &Loaded, people: &[PersonId], direction: Direction) -> ChangeFile {
    let (mut operations, mut gone) = (Vec::new(), Vec::new());
    for person in people {
        match (person_of(before, *person), person_of(after, *person)) {
            (None, Some(after)) => operations.push(created(schema, &after)),
            (Some(before), Some(after)) => operations.extend(changed(schema, &before, &after)),
            (Some(before), None) => gone.push(before.username().into_owned()),
            (None, None) => {}
        }
    }
    operations.sort_by(|one, other| one.username.cmp(&other.username));
    let is_new = |operation: &Operation| operation.kind == OperationKind::Create;
    let create = if operations.iter().any(is_new) { Create::Allow } else { Create::Deny };
    let options = Options { create, ..Options::default() };
    let directory = &before.directory;
    let (revision, key) = (directory.revision(), options.key);
    let change_set = ChangeSet { schema: schema.id.clone(), revision, key, operations };
    let mut file = match direction {
        Direction::Forward => change_file::change_file(directory, &change_set, &options),
        Direction::Back => {
            let revision =
                |username: &str| after.directory.person(after.directory.find_username(username)?)?.revision();
            change_file::inverse_file(directory, &change_set, &options, &revision)
        }
    };
    file.left.extend(gone.into_iter().map(|username| Left { username, column: None }));
    file
}

fn person_of(loaded: &Loaded, person: PersonId) -> Option<Person<'_>> {
    loaded.directory.person(loaded.people.binary_search(&person).ok()?)
}

fn created(schema: &Schema, person: &Person<'_>) -> Operation {
    let changes = columns(schema).filter_map(|column| {
        let new = person.value(column).into_owned();
        (!new.is_empty()).then(|| Change { column, old: String::new(), new })
    });
    let (kind, username) = (OperationKind::Create, person.username().into_owned());
    Operation { kind, username, line: 0, changes: changes.collect() }
}

fn changed(schema: &Schema, before: &Person<'_>, after: &Person<'_>) -> Option<Operation> {
    let changes = columns(schema).filter_map(|column| {
        let (old, new) = (before.value(column), after.value(column));
        (old != new).then(|| Change { column, old: old.into_owned(), new: new.into_owned() })
    });
    let changes: Vec<Change> = changes.collect();
    let is_renamed = changes.iter().any(|change| change.column == schema.username());
    let kind = if is_renamed { OperationKind::Rename } else { OperationKind::Update };
    let username = before.username().into_owned();
    (!changes.is_empty()).then_some(Operation { kind, username, line: 0, changes })
}

/// The columns that belong to people, and not to Muster.
fn columns(schema: &Schema) -> impl Iterator<Item = usize> {
    schema.columns.iter().enumerate().filter(|(_, column)| !column.system).map(|(position, _)| position)
}
