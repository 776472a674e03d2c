//! Imports: planned again here, from our own data, and applied only if the plan is the one that the admin saw.
//!
//! What the browser computed is never used, only compared: the file and the choices are planned by the same engine
//! against the directory of now, and the digests must be equal. Then everything that belongs to the import becomes true
//! in one transaction, which looks once more whether the admin may still do this, whether the directory is still at that
//! revision, and whether the same request wasn't done already.

mod advancing;
pub(crate) mod applying;
pub(crate) mod budget;
pub mod moved;
pub mod planning;
pub(crate) mod protection;
pub mod seed;
pub(crate) mod writing;

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use serde_json::json;
use sha2::{Digest, Sha256};
use shared::options::Options;
use shared::plan::Plan;
use shared::review::Upload;
use shared::take_back::Conflict;

use crate::accounts::rights::{Credential, Refusal};
use crate::audit;
use crate::state::State;
use crate::storage::accounts::AdminId;
use crate::storage::failpoints;
use crate::storage::records::Answer;
use crate::storage::revisions::{Actor, Point, RevisionKind};
use crate::storage::{StorageError, WriteUnit};
use applying::Act;
use moved::Moved;
use planning::{Base, Planned, PlanningError};
use writing::{Sent, Step};

/// Answers are kept this long for a retry.
const ANSWER_LIFE: jiff::SignedDuration = jiff::SignedDuration::from_hours(24 * 30);

/// What is sent beside the file.
#[derive(Clone, Serialize, Deserialize)]
pub struct Request {
    /// The file's name on the admin's computer.
    pub file_name: String,
    /// Her choices and decisions.
    pub options: Options,
    /// The revision of the directory that the preview was made with.
    pub revision: Option<u64>,
    /// The digest of the plan that she saw.
    pub digest: Option<String>,
    /// What she writes about it.
    #[serde(default)]
    pub note: Option<String>,
    /// The version of the engine that made the preview.
    pub engine_version: Option<String>,
    /// That she saw the warnings and means what the file says.
    #[serde(default)]
    pub acknowledged: bool,
    /// How many people the file changes, as she typed it: needed where that is over the risk budget.
    #[serde(default)]
    pub acknowledged_changes: Option<usize>,
    /// Whether the base, if the options name none, is the revision that the file names itself.
    #[serde(default)]
    pub find_base: bool,
}

impl Request {
    /// Where the base comes from.
    pub fn base(&self) -> Base {
        if self.find_base { Base::Found } else { Base::AsChosen }
    }
}

/// A request to apply a file, and who makes it.
pub struct Import {
    /// Who.
    pub admin: AdminId,
    /// What she was let in by, looked at again inside the transaction.
    pub credential: Credential,
    /// Names this request, so that sending it again never does it twice.
    pub idempotency_key: String,
    /// What is sent beside the file.
    pub request: Request,
    /// The file.
    pub file: Vec<u8>,
}

/// Why the directory isn't changed. In each case nothing was changed, but that of a storage that became unavailable: if
/// that was in the middle of the commit, only sending the same request again tells.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The preview was made by another version of the engine.
    #[error("the preview was made by another version of the engine")]
    EngineVersion,
    /// The directory isn't at the preview's revision any more.
    #[error("the directory has moved on since the preview")]
    Moved(Box<Moved>),
    /// The same directory, and yet another plan.
    #[error("planned here, the file has another digest than the preview")]
    PlanDiffers,
    /// Errors stand.
    #[error("errors stand in the plan")]
    Blocked(Box<Plan>),
    /// It touches more people than the risk budget allows, and an editor may not go over it.
    #[error("the file touches more people than the risk budget allows")]
    OverBudget,
    /// It touches more people than the risk budget allows, and nobody said how many: how many they are.
    #[error("the change of {0} people, which is over the risk budget, isn't acknowledged by its number")]
    BudgetUnacknowledged(usize),
    /// The admin's own person would be switched off, or deleted.
    #[error("the sender would lock herself out")]
    LocksYouOut,
    /// Nobody of the system admins would be left.
    #[error("no system admin would be left")]
    LastAdmin,
    /// Somebody would be switched off, renamed or deleted who is protected: her Username.
    #[error("somebody is protected")]
    Protected(String),
    /// Warnings stand that nobody said she saw: how many.
    #[error("{0} warnings aren't acknowledged")]
    Warnings(usize),
    /// People would be deleted, and nobody said that she saw it: how many.
    #[error("the deletion of {0} people isn't acknowledged")]
    Unacknowledged(usize),
    /// Cells were edited since, and nobody decided about them.
    #[error("{} conflicts, some of them undecided", .0.len())]
    Undecided(Vec<Conflict>),
    /// There is no such revision to take back.
    #[error("there is no revision {0}")]
    NoRevision(u64),
    /// There is nobody with this Username.
    #[error("the person isn't there")]
    NoPerson,
    /// A person must be disabled or suspended before she is deleted.
    #[error("a person who is active can't be deleted")]
    StillActive,
    /// The same key was used for another request.
    #[error("the idempotency key was used for another request")]
    Mismatch,
    /// The session ended meanwhile, or the admin may not import any more.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The plan couldn't be made.
    #[error(transparent)]
    Planning(#[from] PlanningError),
    /// Storage failed, or a unique key would be taken.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// Applies a file, or says why not. Runs to its end even if nobody waits for it.
pub async fn apply(state: &State, import: Import) -> Result<Answer, ImportError> {
    let request_hash = hash_of(&import.request, &import.file);
    let (admin, key) = (import.admin, import.idempotency_key.clone());
    once(state, admin, &key, request_hash, plan_and_apply(state, import, request_hash)).await
}

async fn plan_and_apply(state: &State, import: Import, request_hash: [u8; 32]) -> Result<Answer, ImportError> {
    let Import { admin, credential, idempotency_key, request, file } = import;
    let mut unit = state.storage.read().await?;
    if request.engine_version.as_deref() != Some(shared::VERSION) {
        return Err(ImportError::EngineVersion);
    }
    let now = unit.current_point().await?;
    let revision = now.number;
    if request.revision != Some(revision) {
        return Err(ImportError::Moved(Box::new(moved::since(&mut *unit, request.revision).await?)));
    }
    drop(unit);

    let upload = Upload { name: request.file_name.clone(), bytes: file.clone() };
    let planned = planning::plan(state, Some(admin), &now, upload, request.options.clone(), request.base()).await;
    let Planned { plan, loaded } = planned?;
    if plan.blocked() || plan.digest.is_none() {
        return Err(ImportError::Blocked(Box::new(plan)));
    }
    if plan.digest != request.digest {
        return Err(ImportError::PlanDiffers);
    }
    let people = plan.counts.updated + plan.counts.created + plan.counts.renamed;
    let acknowledged_people = request.acknowledged_changes;
    if plan.counts.warnings > 0 && !request.acknowledged {
        return Err(ImportError::Warnings(plan.counts.warnings));
    }
    let counts = serde_json::to_value(plan.counts).unwrap_or_default();
    let digest = plan.digest.unwrap_or_default();
    let file = Some(Sent { name: request.file_name, bytes: file, options: request.options });
    let step = Step::new(state, plan.change_set, digest, loaded, HashMap::new(), file).await?;
    let (kind, note) = (RevisionKind::Import, request.note);
    let act = Act {
        credential,
        idempotency_key,
        request_hash,
        revision,
        kind,
        note,
        about: None,
        people,
        acknowledged_people,
    };
    applying::apply(state, &act, &step, &counts).await
}

/// Who makes a revision, and why.
struct Maker {
    actor: Actor,
    kind: RevisionKind,
    note: Option<String>,
    about: Option<u64>,
    audit: audit::Actor,
}

/// Writes a step with its revision and its audit entry; the point after it. A step that changes nothing makes none.
async fn write(state: &State, unit: &mut dyn WriteUnit, step: &Step, maker: Maker) -> Result<Point, StorageError> {
    let (kind, about, audit) = (maker.kind, maker.about, maker.audit);
    let now = state.clock.now();
    let mut after = unit.current_point().await?;
    if !step.is_empty() {
        after = Point { number: after.number + 1, identity: state.ids.identity() };
        step.write(unit, &state.schema, step.revision(after.clone(), now, maker)).await?;
    }
    let details = json!({ "revision": after.number, "rows": step.rows(), "file": step.file_hash(), "about": about });
    audit::append(unit, now, audit, kind.word(), &details).await?;
    Ok(after)
}

/// Does something once: what was done under this key before is answered again. It may also have been done just now, while
/// this was being planned, which then failed for that: sent twice at once, a request is answered twice alike.
pub(crate) async fn once(
    state: &State,
    admin: AdminId,
    key: &str,
    request_hash: [u8; 32],
    work: impl Future<Output = Result<Answer, ImportError>>,
) -> Result<Answer, ImportError> {
    if let Some(answer) = state.storage.read().await?.answer(admin, key).await? {
        return same_request(answer, request_hash);
    }
    failpoints::pass("not-done-yet").await?;
    let error = match work.await {
        Err(error) => error,
        done => return done,
    };
    match state.storage.read().await?.answer(admin, key).await? {
        Some(answer) if answer.request_hash == request_hash => Ok(answer),
        _ => Err(error),
    }
}

fn same_request(answer: Answer, request_hash: [u8; 32]) -> Result<Answer, ImportError> {
    if answer.request_hash == request_hash { Ok(answer) } else { Err(ImportError::Mismatch) }
}

/// The request is written out again before it is hashed, so that a retry may format its JSON differently.
fn hash_of(request: &Request, file: &[u8]) -> [u8; 32] {
    let request = serde_json::to_vec(request).unwrap_or_default();
    let mut hash = Sha256::new();
    hash.update(request.len().to_be_bytes());
    hash.update(&request);
    hash.update(file);
    hash.finalize().into()
}
