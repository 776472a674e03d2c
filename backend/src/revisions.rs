//! Undo and restore: the inverse of what was done, planned by the engine, decided like an import, applied by its digest.

pub mod change_files;
mod deeds;

use std::collections::HashMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use shared::options::Conflicts;
use shared::stages::change_set::OperationKind;
use shared::take_back::{TakenBack, take_back};
use shared::touched::touched_by;

use crate::accounts::rights::Holder;
use crate::directory::{DirectoryError, Loaded};
use crate::imports::act::Act;
use crate::imports::applying;
use crate::imports::planning::PlanningError;
use crate::imports::writing::{Returning, Step};
use crate::imports::{ImportError, budget, moved, once};
use crate::state::State;
use crate::storage::accounts::Admin;
use crate::storage::records::Answer;
use crate::storage::revisions::RevisionKind;
use crate::work::blocking;

/// What is to be taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Goal {
    /// What one revision did.
    Undo(u64),
    /// Everything since a revision.
    Restore(u64),
}

impl Goal {
    /// The revision that it is about.
    pub fn number(self) -> u64 {
        match self {
            Self::Undo(number) | Self::Restore(number) => number,
        }
    }

    fn kind(self) -> RevisionKind {
        match self {
            Self::Undo(_) => RevisionKind::Undo,
            Self::Restore(_) => RevisionKind::Restore,
        }
    }
}

/// What is sent to take something back.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// The decisions about conflicts: `yours` takes back, `theirs` leaves what is there.
    #[serde(default)]
    pub conflicts: Conflicts,
    /// The revision of the directory that the preview was made with.
    pub revision: Option<u64>,
    /// The digest of the plan that the admin saw.
    pub digest: Option<String>,
    /// What she writes about it.
    #[serde(default)]
    pub note: Option<String>,
    /// That she saw how many people are deleted.
    #[serde(default)]
    pub acknowledged: bool,
    /// How many people change, as she typed it: needed where that is over the risk budget.
    #[serde(default)]
    pub acknowledged_changes: Option<usize>,
}

/// What taking back would do now.
pub struct Planned {
    /// The newest revision, which the plan is for.
    pub revision: u64,
    /// The plan.
    pub plan: TakenBack,
    /// How much it does.
    pub counts: Value,
    /// How many people change, if that is over the risk budget for whoever asked.
    pub over_budget: Option<usize>,
    loaded: Arc<Loaded>,
    returning: HashMap<String, Returning>,
}

/// Plans to take something back, from the directory of now.
pub async fn plan(state: &State, admin: &Admin, goal: Goal, conflicts: Conflicts) -> Result<Planned, ImportError> {
    let mut unit = state.storage.read().await?;
    let now = unit.current_point().await?;
    let Some(point) = unit.point(goal.number()).await?.filter(|point| point.number > 0) else {
        return Err(ImportError::NoRevision(goal.number()));
    };
    let at = |point| state.directories.at(&*state.storage, &state.schema, point);
    let loaded = at(&now).await.map_err(PlanningError::from)?;
    let found = match goal {
        Goal::Undo(number) => deeds::of_revision(&mut *unit, &state.schema, &loaded, number).await?,
        Goal::Restore(_) => {
            let then = at(&point).await.map_err(PlanningError::from)?;
            deeds::since(&mut *unit, &state.schema, &loaded, &then).await?
        }
    };
    let is_free = budget::is_own_newest(&mut *unit, admin, goal.kind(), Some(goal.number())).await?;
    drop(unit);
    let directory = Arc::clone(&loaded.directory);
    let deeds = found.deeds;
    let work = move || take_back(&directory, &deeds, &conflicts);
    let plan = blocking(work).await.map_err(PlanningError::from)?;
    let counts = counts(&plan);
    let touched = touched_by(&plan.change_set, &state.schema);
    let is_over = !is_free && budget::is_over(&state.settings, &touched, loaded.directory.people());
    let over_budget = is_over.then_some(plan.change_set.operations.len());
    Ok(Planned { revision: now.number, plan, counts, over_budget, loaded, returning: found.returning })
}

/// Takes something back, once, if the plan is still the one that the admin saw.
pub async fn apply(
    state: &State,
    holder: &Holder,
    idempotency_key: String,
    goal: Goal,
    request: Request,
) -> Result<Answer, ImportError> {
    let request_hash = hash_of(goal, &request);
    let key = idempotency_key.clone();
    let work = plan_and_apply(state, holder, idempotency_key, goal, request, request_hash);
    once(state, holder.admin.id, &key, request_hash, work).await
}

async fn plan_and_apply(
    state: &State,
    holder: &Holder,
    idempotency_key: String,
    goal: Goal,
    request: Request,
    request_hash: [u8; 32],
) -> Result<Answer, ImportError> {
    let mut unit = state.storage.read().await?;
    let revision = unit.current_revision().await?;
    if request.revision != Some(revision) {
        return Err(ImportError::Moved(Box::new(moved::since(&mut *unit, request.revision).await?)));
    }
    drop(unit);
    let planned = plan(state, &holder.admin, goal, request.conflicts).await?;
    let Some(digest) = planned.plan.digest.clone() else {
        return Err(ImportError::Undecided(planned.plan.conflicts));
    };
    if planned.revision != revision || request.digest.as_ref() != Some(&digest) {
        return Err(ImportError::PlanDiffers);
    }
    if deleted(&planned.counts) > 0 && !request.acknowledged {
        return Err(ImportError::Unacknowledged(deleted(&planned.counts)));
    }
    let Planned { plan, counts, loaded, returning, .. } = planned;
    let people = plan.change_set.operations.len();
    let step = Step::new(state, plan.change_set, digest, loaded, returning, None).await?;
    let act = Act {
        credential: holder.credential,
        idempotency_key,
        request_hash,
        revision,
        kind: goal.kind(),
        note: request.note,
        about: Some(goal.number()),
        people,
        acknowledged_people: request.acknowledged_changes,
    };
    applying::apply(state, &act, &step, &counts).await
}

fn counts(plan: &TakenBack) -> Value {
    let of = |kind| plan.change_set.operations.iter().filter(|operation| operation.kind == kind).count();
    let undecided = plan.conflicts.iter().filter(|conflict| conflict.decided.is_none()).count();
    json!({
        "created": of(OperationKind::Create),
        "updated": of(OperationKind::Update),
        "renamed": of(OperationKind::Rename),
        "deleted": of(OperationKind::Delete),
        "conflicts": undecided,
    })
}

fn deleted(counts: &Value) -> usize {
    counts.get("deleted").and_then(Value::as_u64).and_then(|count| usize::try_from(count).ok()).unwrap_or_default()
}

/// The request is written out again before it is hashed, so that a retry may format its JSON differently.
fn hash_of(goal: Goal, request: &Request) -> [u8; 32] {
    Sha256::digest(serde_json::to_vec(&(goal, request)).unwrap_or_default()).into()
}

impl From<DirectoryError> for ImportError {
    fn from(error: DirectoryError) -> Self {
        Self::Planning(error.into())
    }
}
