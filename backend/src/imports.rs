//! Imports: planned again here, from our own data, and applied only if the plan is the one that the admin saw.
//!
//! What the browser computed is never used, only compared: the file and the choices are planned by the same engine
//! against the directory of now, and the digests must be equal. Then everything that belongs to the import becomes true
//! in one transaction, which looks once more whether the admin may still do this, whether the directory is still at that
//! revision, and whether the same request wasn't done already.

pub(crate) mod act;
mod advancing;
pub(crate) mod applying;
pub(crate) mod budget;
mod error;
mod leaving;
mod maker;
pub mod moved;
mod once;
pub mod planning;
pub(crate) mod protection;
pub mod seed;
pub(crate) mod writing;
mod written;

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use shared::options::Options;
use shared::review::Upload;

use crate::accounts::rights::Credential;
use crate::state::State;
use crate::storage::accounts::AdminId;
use crate::storage::records::Answer;
use crate::storage::revisions::RevisionKind;
use act::Act;
pub use error::ImportError;
pub(crate) use once::once;
use planning::{Base, Planned};
use writing::{Sent, Step};

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

/// Applies a file, or says why not. Runs to its end even if nobody waits for it.
pub async fn apply(state: &State, import: Import) -> Result<Answer, ImportError> {
    let request_hash = hash_of(&import.request, &import.file);
    let (admin, key) = (import.admin, import.idempotency_key.clone());
    // On the heap, as all that planning waits for is in it.
    let work = Box::pin(plan_and_apply(state, import, request_hash));
    once(state, admin, &key, request_hash, work).await
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

/// The request is written out again before it is hashed, so that a retry may format its JSON differently.
fn hash_of(request: &Request, file: &[u8]) -> [u8; 32] {
    let request = serde_json::to_vec(request).unwrap_or_default();
    let mut hash = Sha256::new();
    hash.update(request.len().to_be_bytes());
    hash.update(&request);
    hash.update(file);
    hash.finalize().into()
}
