//! The directory's first people, from a file that whoever runs the server gives it. The same path as an import, only
//! without an admin.

use std::collections::HashMap;

use shared::options::{Create, Options};
use shared::review::Upload;

use super::maker::Maker;
use super::planning::{self, Base, Planned, PlanningError};
use super::writing::{Sent, Step};
use super::written::write;
use crate::audit;
use crate::state::State;
use crate::storage::StorageError;
use crate::storage::revisions::{Actor, Point, RevisionKind};

/// What came of a seed.
#[derive(Debug, PartialEq, Eq)]
pub enum Seeded {
    /// So many people came.
    People(u64),
    /// The directory has people already; it was left alone.
    NotEmpty,
}

/// Why a seed isn't taken. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum SeedError {
    /// Errors stand: each in words.
    #[error("the file has errors: {}", .0.join("; "))]
    Blocked(Vec<String>),
    /// The plan couldn't be made.
    #[error(transparent)]
    Planning(#[from] PlanningError),
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// Loads a file into an empty directory.
pub async fn seed(state: &State, file_name: String, file: Vec<u8>) -> Result<Seeded, SeedError> {
    if state.storage.read().await?.current_revision().await? > 0 {
        return Ok(Seeded::NotEmpty);
    }
    let upload = Upload { name: file_name.clone(), bytes: file.clone() };
    let options = Options { create: Create::Allow, ..Options::default() };
    let Planned { plan, loaded } =
        planning::plan(state, None, &Point::start(), upload, options.clone(), Base::AsChosen).await?;
    if plan.blocked() {
        let errors = plan.findings.iter().filter(|finding| finding.severity == shared::Severity::Error);
        return Err(SeedError::Blocked(
            errors.map(|finding| format!("{} {}", finding.code, finding.message)).collect(),
        ));
    }
    let digest = plan.digest.unwrap_or_default();
    let sent = Sent { name: file_name, bytes: file, options };
    let step = Step::new(state, plan.change_set, digest, loaded, HashMap::new(), Some(sent)).await?;
    let mut unit = state.storage.write().await?;
    if unit.current_revision().await? > 0 {
        return Ok(Seeded::NotEmpty);
    }
    let actor = Actor { email: String::new(), name: "Muster".to_owned() };
    let maker = Maker { actor, kind: RevisionKind::Seed, note: None, about: None, audit: audit::Actor::System };
    let revision = write(state, &mut *unit, &step, maker).await?.number;
    let people = unit.count_people_at(revision).await?;
    unit.commit().await?;
    Ok(Seeded::People(people))
}
