//! The directory after a change, made of the one before and what the change wrote, so that nobody has to be read again.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use shared::Directory;

use super::writing::Step;
use crate::directory::Loaded;
use crate::extract;
use crate::storage::people::PersonId;
use crate::storage::revisions::Point;

/// The directory at the point that a step made; `None` where only storage can say it: where people came, as storage
/// gives them their numbers, and where a line isn't made of a stored one.
pub(super) fn loaded_after(step: &Step, point: Point) -> Option<Loaded> {
    let revision = point.number;
    let before = step.loaded().filter(|_| !step.brings_people())?;
    let schema = before.directory.schema();
    let mut text = extract::header_of_whole_lines(schema)?;
    let updates = step.updates();
    let lines: HashMap<PersonId, &str> = updates.iter().map(|person| (person.id, person.record.as_str())).collect();
    let gone: HashSet<PersonId> = step.deleted().iter().copied().collect();
    let mut people = Vec::with_capacity(before.people.len());
    for (position, person) in before.people.iter().enumerate() {
        if gone.contains(person) {
            continue;
        }
        people.push(*person);
        match lines.get(person) {
            Some(line) => text.extend_from_slice(format!("{line},{revision}").as_bytes()),
            None => text.extend_from_slice(before.directory.record(position)?.as_bytes()),
        }
        text.push(b'\n');
    }
    let schema = Arc::clone(schema);
    let directory = if people.is_empty() {
        Directory::empty(schema, revision)
    } else {
        Directory::from_extract(schema, text, revision).ok()?
    };
    (directory.people() == people.len()).then(|| Loaded { point, directory: Arc::new(directory), people })
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;
    use std::sync::Arc;

    use shared::options::Options;
    use shared::review::Upload;
    use shared::stages::change_set::OperationKind;

    use super::loaded_after;
    use crate::audit;
    use crate::clock::SystemClock;
    use crate::directory::Directories;
    use crate::ids::SystemIds;
    use crate::imports::maker::Maker;
    use crate::imports::planning::{self, Base, Planned};
    use crate::imports::seed::seed;
    use crate::imports::writing::Step;
    use crate::imports::written::write;
    use crate::limits::Limits;
    use crate::state::{Reached, State};
    use crate::storage::revisions::{Actor, RevisionKind};
    use crate::storage::sqlite::SqliteStorage;

    const PEOPLE: &str = "Username,WorkEmail,FirstName,LastName,Biography\n\
        ann@example.com,ann@example.com,Ann,Lee,\n\
        bob@example.com,bob@example.com,Bob,O'Brien,\"two\nlines\"\n\
        cat@example.com,cat@example.com,Cat,'t Hooft,=1+1\n";

    #[tokio::test]
    async fn the_directory_after_a_change_is_the_one_that_storage_gives() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let address = format!("sqlite://{}", folder.path().join("muster.db").display());
        let storage = Arc::new(SqliteStorage::open(&address).await.expect("opens"));
        let (clock, ids) = (Arc::new(SystemClock), Arc::new(SystemIds));
        let state = State::new(storage, clock, ids, Limits::default(), Reached::default());
        seed(&state, "people.csv".to_owned(), PEOPLE.into()).await.expect("three people");
        for (revision, file, deletes) in [
            (1, "Username,FirstName,Biography\nann@example.com,\"Ann \"\"A\"\" Lee\",@home\n", false),
            (2, "Username,FirstName\nann@example.com,Anna\nbob@example.com,Rob\n", false),
            (3, "Username,FirstName\nbob@example.com,-\n", true),
        ] {
            let upload = Upload { name: String::new(), bytes: file.into() };
            let now = state.storage.read().await.expect("begins").current_point().await.expect("reads");
            assert_eq!(now.number, revision);
            let planned = planning::plan(&state, None, &now, upload, Options::default(), Base::AsChosen).await;
            let Planned { mut plan, loaded } = planned.expect("a plan");
            assert!(!plan.blocked() && !plan.change_set.operations.is_empty(), "{:?}", plan.findings);
            if deletes {
                plan.change_set.operations.iter_mut().for_each(|operation| operation.kind = OperationKind::Delete);
            }
            let step = Step::new(&state, plan.change_set, String::new(), loaded, HashMap::new(), None).await;
            let step = step.expect("a step");
            let mut unit = state.storage.write().await.expect("begins");
            let actor = Actor { email: String::new(), name: String::new() };
            let maker = Maker { actor, kind: RevisionKind::Edit, note: None, about: None, audit: audit::Actor::System };
            let point = write(&state, &mut *unit, &step, maker).await.expect("written");
            unit.commit().await.expect("commits");
            let stored = Directories::default().at(&*state.storage, &state.schema, &point).await.expect("reads");
            let after = loaded_after(&step, point).expect("nobody comes");
            assert_eq!(after.people, stored.people);
            let lines = |directory: &shared::Directory| {
                (0..directory.people()).map(|at| directory.record(at).map(str::to_owned)).collect::<Vec<_>>()
            };
            assert_eq!(lines(&after.directory), lines(&stored.directory));
            assert_eq!(after.directory.revision(), revision + 1);
        }
    }
}
