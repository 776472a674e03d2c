//! A person's page: some of her cells change, and what follows from that.
//!
//! An edit is planned by the engine as a file with one row, so everything that holds for imports holds for it: values
//! are checked, a rename takes along those who refer to her, and what somebody else changed since is a conflict.

use std::collections::{BTreeMap, HashMap};

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};
use sha2::{Digest, Sha256};
use shared::options::{Blanks, Conflicts, Options};
use shared::plan::Plan;
use shared::record::line_from_cells;
use shared::review::Upload;

use super::Person;
use crate::accounts::rights::Credential;
use crate::imports::act::Act;
use crate::imports::applying;
use crate::imports::planning::{self, Base, Planned};
use crate::imports::writing::Step;
use crate::imports::{ImportError, once};
use crate::state::State;
use crate::storage::accounts::AdminId;
use crate::storage::records::Answer;
use crate::storage::revisions::RevisionKind;
use crate::storage::{ReadUnit, StorageError};

/// An edit is planned again when others change the directory at the same time, this often.
const TRIES: u32 = 5;
/// So many of the person's own revisions are looked through for what changed since her page was opened.
const REVISIONS: u32 = 1_000;

/// What is sent.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// The new values, by header; an empty one clears.
    pub changes: BTreeMap<String, String>,
    /// The revision of the person that the page showed.
    #[serde(deserialize_with = "revision")]
    pub revision: u64,
    /// The digest of the preview, if there was one.
    #[serde(default)]
    pub digest: Option<String>,
    /// Decisions about cells that somebody else changed since.
    #[serde(default)]
    pub conflicts: Conflicts,
    /// What the admin writes about it.
    #[serde(default)]
    pub note: Option<String>,
    /// That she saw the warnings.
    #[serde(default)]
    pub acknowledged: bool,
    /// How many people the edit changes: needed where that is over the risk budget.
    #[serde(default)]
    pub acknowledged_changes: Option<usize>,
}

/// Numbers of revisions fit into 63 bits; a larger one is a mistake of whoever asks.
fn revision<'de, D: Deserializer<'de>>(from: D) -> Result<u64, D::Error> {
    let number = u64::deserialize(from)?;
    i64::try_from(number).map(|_| number).map_err(|_| D::Error::custom("the number is too large"))
}

/// What an edit would do, and the revision of the directory that it is planned for.
pub async fn plan(
    state: &State,
    sender: AdminId,
    username: &str,
    request: &Request,
) -> Result<(u64, Planned), ImportError> {
    let mut unit = state.storage.read().await?;
    let now = unit.current_point().await?;
    let person = super::find(&mut *unit, &state.schema, username).await?.ok_or(ImportError::NoPerson)?;
    let seen = seen_revision(&mut *unit, &person, request).await?;
    drop(unit);
    let column = state.schema.username();
    let key = state.schema.header_of(column);
    let stored = person.values.get(column).cloned().unwrap_or_default();
    let new = request.changes.get(key).map_or(stored.as_str(), |new| new.trim()).to_owned();
    let mut options = Options { blanks: Blanks::Clear, conflicts: request.conflicts.clone(), ..Options::default() };
    if new != stored {
        options.renames.insert(new.clone(), stored);
    }
    let others = request.changes.iter().filter(|(header, _)| header.as_str() != key);
    let (mut header, mut row) = (vec![key.to_owned()], vec![new]);
    for (name, value) in others {
        header.push(name.clone());
        row.push(value.clone());
    }
    if let Some(column) = state.schema.revision() {
        header.push(state.schema.header_of(column).to_owned());
        row.push(seen.to_string());
    }
    let bytes = format!("{}\n{}\n", line_from_cells(&header), line_from_cells(&row)).into_bytes();
    let upload = Upload { name: String::new(), bytes };
    Ok((now.number, planning::plan(state, Some(sender), &now, upload, options, Base::AsChosen).await?))
}

/// Edits a person, once.
pub async fn apply(
    state: &State,
    (admin, credential): (AdminId, Credential),
    idempotency_key: String,
    username: &str,
    request: Request,
) -> Result<Answer, ImportError> {
    let text = serde_json::to_vec(&("edit", username, &request)).unwrap_or_default();
    let request_hash: [u8; 32] = Sha256::digest(text).into();
    let key = idempotency_key.clone();
    // On the heap, as all that planning waits for is in it.
    let work = Box::pin(plan_and_apply(state, (admin, credential), idempotency_key, username, request, request_hash));
    once(state, admin, &key, request_hash, work).await
}

async fn plan_and_apply(
    state: &State,
    (admin, credential): (AdminId, Credential),
    idempotency_key: String,
    username: &str,
    request: Request,
    request_hash: [u8; 32],
) -> Result<Answer, ImportError> {
    let mut tries = 0;
    loop {
        tries += 1;
        let (revision, Planned { plan, loaded }) = plan(state, admin, username, &request).await?;
        let Plan { counts, change_set, digest, .. } = match plan {
            plan if plan.blocked() => return Err(ImportError::Blocked(Box::new(plan))),
            plan => plan,
        };
        if request.digest.is_some() && request.digest != digest {
            return Err(ImportError::PlanDiffers);
        }
        if counts.warnings > 0 && !request.acknowledged {
            return Err(ImportError::Warnings(counts.warnings));
        }
        let step = Step::new(state, change_set, digest.unwrap_or_default(), loaded, HashMap::new(), None).await?;
        let act = Act {
            credential,
            idempotency_key: idempotency_key.clone(),
            request_hash,
            revision,
            kind: RevisionKind::Edit,
            note: request.note.clone(),
            about: None,
            people: counts.updated + counts.renamed,
            acknowledged_people: request.acknowledged_changes,
        };
        let counts = serde_json::to_value(counts).unwrap_or_default();
        match applying::apply(state, &act, &step, &counts).await {
            Err(ImportError::Moved(_)) if tries < TRIES => {}
            outcome => return outcome,
        }
    }
}

/// The revision that the row carries: hers of now, if nobody touched these very cells since the page was opened.
async fn seen_revision(unit: &mut dyn ReadUnit, person: &Person, request: &Request) -> Result<u64, StorageError> {
    if request.revision == person.revision {
        return Ok(person.revision);
    }
    let since = unit.changes_of_person(person.id, u64::MAX, REVISIONS).await?;
    let touched =
        since.iter().any(|change| change.revision > request.revision && request.changes.contains_key(&change.header));
    let all_seen = since.last().is_some_and(|change| change.revision <= request.revision || change.old.is_none());
    Ok(if touched || !all_seen { request.revision.min(person.revision.saturating_sub(1)) } else { person.revision })
}
