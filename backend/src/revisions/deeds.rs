//! What was done, as the engine takes it: from the changes of one revision, or from the difference of two directories.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use shared::directory::Person;
use shared::schema::Schema;
use shared::take_back::Deed;

use crate::directory::Loaded;
use crate::imports::writing::Returning;
use crate::people::values_of_record;
use crate::storage::people::{PersonId, StoredPerson};
use crate::storage::revisions::PastChange;
use crate::storage::{ReadUnit, StorageError};

/// What was done, and who of the deleted would come back: by Username.
pub(super) struct Found {
    pub(super) deeds: Vec<Deed>,
    pub(super) returning: HashMap<String, Returning>,
}

/// What a revision did. Columns that the schema no longer has are left alone, as they can't be seen.
pub(super) async fn of_revision(
    unit: &mut dyn ReadUnit,
    schema: &Schema,
    loaded: &Loaded,
    number: u64,
) -> Result<Found, StorageError> {
    let mut of_person: BTreeMap<PersonId, Vec<PastChange>> = BTreeMap::new();
    for change in unit.deeds_of(number).await? {
        of_person.entry(change.person).or_default().push(change);
    }
    let edited: BTreeSet<PersonId> = unit.people_changed_since(number).await?.into_iter().collect();
    let username = schema.header_of(schema.username());
    let went = |change: &PastChange| change.header == username && change.new.is_empty();
    let gone: Vec<PersonId> =
        of_person.iter().filter(|(_, changes)| changes.iter().any(went)).map(|(person, _)| *person).collect();
    let mut found = come_back(unit, schema, &gone, |stored, values| Some((stored.id, values))).await?;
    for (id, changes) in of_person {
        let Some(person) = position_of(loaded, id) else { continue };
        let came = |change: &PastChange| change.header == username && change.old.as_deref().unwrap_or("").is_empty();
        if changes.iter().any(came) {
            found.deeds.push(Deed::Came { person, edited_since: edited.contains(&id) });
            continue;
        }
        if changes.iter().any(went) {
            continue;
        }
        for PastChange { header, old, new, .. } in changes {
            if let (Some(column), Some(old)) = (schema.index_of(&header), old) {
                found.deeds.push(Deed::Changed { person, column, old, new });
            }
        }
    }
    Ok(found)
}

/// What was done since an earlier state of the directory.
pub(super) async fn since(
    unit: &mut dyn ReadUnit,
    schema: &Schema,
    now: &Loaded,
    then: &Loaded,
) -> Result<Found, StorageError> {
    let gone: Vec<PersonId> =
        then.people.iter().copied().filter(|person| position_of(now, *person).is_none()).collect();
    let mut found = come_back(unit, schema, &gone, |stored, _| {
        let person = then.directory.person(position_of(then, stored.id)?)?;
        Some((stored.id, values_of(schema, &person)))
    })
    .await?;
    for (person, id) in now.people.iter().enumerate() {
        let Some(position) = position_of(then, *id) else {
            found.deeds.push(Deed::Came { person, edited_since: false });
            continue;
        };
        let (Some(before), Some(present)) = (then.directory.person(position), now.directory.person(person)) else {
            continue;
        };
        if before.revision().is_some() && before.revision() == present.revision() {
            continue;
        }
        for (column, _) in schema.columns.iter().enumerate().filter(|(_, column)| !column.system) {
            let (old, new) = (before.value(column), present.value(column));
            if old != new {
                found.deeds.push(Deed::Changed { person, column, old: old.into_owned(), new: new.into_owned() });
            }
        }
    }
    Ok(found)
}

/// The deeds that took people away, with what each of them would be given.
async fn come_back(
    unit: &mut dyn ReadUnit,
    schema: &Schema,
    gone: &[PersonId],
    as_she_was: impl Fn(&StoredPerson, Vec<String>) -> Option<(PersonId, Vec<String>)>,
) -> Result<Found, StorageError> {
    let mut found = Found { deeds: Vec::new(), returning: HashMap::new() };
    if gone.is_empty() {
        return Ok(found);
    }
    let layouts = unit.layouts().await?;
    for stored in unit.people_by_id(gone).await?.iter().filter(|stored| stored.gone.is_some()) {
        let layout = layouts.iter().find(|layout| layout.id == stored.layout);
        let layout = layout.ok_or_else(|| StorageError::Corrupt("a record has an unknown layout".to_owned()))?;
        let kept = values_of_record(schema, &layout.headers, &stored.record);
        if let Some((id, values)) = as_she_was(stored, kept.clone()) {
            let username = values.get(schema.username()).cloned().unwrap_or_default();
            found.returning.insert(username, Returning { id, kept });
            found.deeds.push(Deed::Went { values });
        }
    }
    Ok(found)
}

/// Everybody stands in the order of ids, which is the order in which they came.
fn position_of(loaded: &Loaded, person: PersonId) -> Option<usize> {
    loaded.people.binary_search(&person).ok()
}

fn values_of(schema: &Schema, person: &Person<'_>) -> Vec<String> {
    (0..schema.columns.len()).map(|column| person.value(column).into_owned()).collect()
}
