//! Deleting one person who was switched off before. She leaves the directory, not its history, and can be brought back
//! by undoing the deletion.

use std::collections::HashMap;
use std::sync::Arc;

use serde_json::json;
use sha2::{Digest, Sha256};
use shared::options::{Conflicts, Side};
use shared::take_back::{Deed, take_back};
use shared::values::account_state;

use crate::accounts::rights::Credential;
use crate::imports::act::Act;
use crate::imports::applying;
use crate::imports::planning::PlanningError;
use crate::imports::writing::Step;
use crate::imports::{ImportError, once};
use crate::state::State;
use crate::storage::accounts::AdminId;
use crate::storage::records::Answer;
use crate::storage::revisions::RevisionKind;
use crate::work::blocking;

/// What becomes of those who refer to her.
#[derive(Debug, Clone, Copy, Default)]
pub struct Choice {
    /// They lose the reference. Without it she stays as long as there is anyone.
    pub clear_references: bool,
    /// How many people change with her: needed where that is over the risk budget.
    pub acknowledged_changes: Option<usize>,
}

/// Deletes a person, once.
pub async fn apply(
    state: &State,
    (admin, credential): (AdminId, Credential),
    idempotency_key: String,
    username: &str,
    choice: Choice,
) -> Result<Answer, ImportError> {
    let text = serde_json::to_vec(&("delete", username, choice.clear_references, choice.acknowledged_changes))
        .unwrap_or_default();
    let request_hash: [u8; 32] = Sha256::digest(text).into();
    let key = idempotency_key.clone();
    let work = plan_and_apply(state, credential, idempotency_key, username, choice, request_hash);
    once(state, admin, &key, request_hash, work).await
}

async fn plan_and_apply(
    state: &State,
    credential: Credential,
    idempotency_key: String,
    username: &str,
    Choice { clear_references, acknowledged_changes }: Choice,
    request_hash: [u8; 32],
) -> Result<Answer, ImportError> {
    let mut unit = state.storage.read().await?;
    let now = unit.current_point().await?;
    let person = super::find(&mut *unit, &state.schema, username).await?.ok_or(ImportError::NoPerson)?;
    drop(unit);
    let said = state.schema.index_of(account_state::HEADER).and_then(|column| person.values.get(column));
    if !said.is_some_and(|said| account_state::is_off(said)) {
        return Err(ImportError::StillActive);
    }
    let loaded = state.directories.at(&*state.storage, &state.schema, &now).await.map_err(PlanningError::from)?;
    let position = loaded.people.binary_search(&person.id).map_err(|_| ImportError::NoPerson)?;
    let directory = Arc::clone(&loaded.directory);
    let decisions = Conflicts { all: clear_references.then_some(Side::Yours), ..Conflicts::default() };
    let deeds = [Deed::Came { person: position, edited_since: false }];
    let work = move || take_back(&directory, &deeds, &decisions);
    let plan = blocking(work).await.map_err(PlanningError::from)?;
    let Some(digest) = plan.digest else { return Err(ImportError::Undecided(plan.conflicts)) };
    let people = plan.change_set.operations.len();
    let step = Step::new(state, plan.change_set, digest, loaded, HashMap::new(), None).await?;
    let (kind, note, about, revision) = (RevisionKind::Edit, None, None, now.number);
    let acknowledged_people = acknowledged_changes;
    let act =
        Act { credential, idempotency_key, request_hash, revision, kind, note, about, people, acknowledged_people };
    applying::apply(state, &act, &step, &json!({ "deleted": 1 })).await
}
