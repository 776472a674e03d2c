//! The end of every way to change the directory: one transaction, which looks at everything again before it writes.
//!
//! Whether it is an import, an undo, a restore or an edit, it is planned before, and here it only becomes true: if the
//! admin still may, if the same request wasn't done already, and if the directory is still the one it was planned for.

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};

use super::act::Act;
use super::error::ImportError;
use super::maker::Maker;
use super::once::{ANSWER_LIFE, same_request};
use super::writing::Step;
use super::written::write;
use super::{advancing, budget, moved, protection};
use crate::accounts::rights::{self, Right};
use crate::audit;
use crate::settings;
use crate::state::State;
use crate::storage::StorageError;
use crate::storage::failpoints;
use crate::storage::records::Answer;
use crate::storage::revisions::{Actor, Point};

/// A transaction that the database refuses in favour of another one is tried again this often.
const TRIES: u32 = 3;
const PAUSE: Duration = Duration::from_millis(20);

/// Makes a planned step true, once. `counts` is what the answer tells of it.
pub(crate) async fn apply(state: &State, act: &Act, step: &Arc<Step>, counts: &Value) -> Result<Answer, ImportError> {
    let mut tries = 0;
    loop {
        tries += 1;
        match attempt(state, act, step, counts).await {
            Err(ImportError::Storage(StorageError::Busy(_))) if tries < TRIES => {
                tokio::time::sleep(PAUSE * tries).await;
            }
            Ok((answer, made)) => {
                if let Some(point) = made {
                    keep_directory(state, point, Arc::clone(step));
                }
                return Ok(answer);
            }
            Err(error) => return Err(error),
        }
    }
}

/// Gets the directory ready for whoever comes next, while the answer is on its way.
fn keep_directory(state: &State, point: Point, step: Arc<Step>) {
    let directories = Arc::clone(&state.directories);
    tokio::spawn(async move {
        let made = point.clone();
        directories.keep(point, move || advancing::loaded_after(&step, made)).await;
    });
}

/// The answer, and the revision that was made, if one was.
async fn attempt(
    state: &State,
    act: &Act,
    step: &Step,
    counts: &Value,
) -> Result<(Answer, Option<Point>), ImportError> {
    let Act { credential, idempotency_key, request_hash, revision, kind, note, about, .. } = act;
    let (revision, request_hash) = (*revision, *request_hash);
    let mut unit = state.storage.write().await?;
    let now = state.clock.now();
    let admin = rights::again(&mut *unit, credential, Right::Import, now).await?;
    if !settings::columns_hold(state, &mut *unit).await? {
        return Err(ImportError::PlanDiffers);
    }
    if let Some(answer) = unit.answer(admin.id, idempotency_key).await? {
        return Ok((same_request(answer, request_hash)?, None));
    }
    // By its point, as a revision that was lost since leaves its number to another one.
    if !step.is_planned_for(&unit.current_point().await?) {
        return Err(ImportError::Moved(Box::new(moved::since(&mut *unit, Some(revision)).await?)));
    }
    budget::look(state, &mut *unit, &admin, act, step).await?;
    protection::look(state, &mut *unit, &admin, step).await?;
    failpoints::pass("agreed").await?;
    let id = admin.id;
    let actor = Actor { email: admin.email, name: admin.name };
    let maker = Maker { actor, kind: *kind, note: note.clone(), about: *about, audit: audit::Actor::Admin(id) };
    let made = write(state, &mut *unit, step, maker).await?;
    let after = made.number;
    let people = unit.count_people_at(after).await?;
    let body = json!({ "revision": after, "counts": counts, "people": people }).to_string();
    let status = if after == revision { 200 } else { 201 };
    let answer = Answer { request_hash, status, body };
    let forget = now.saturating_sub(ANSWER_LIFE).unwrap_or(now);
    unit.add_answer(id, idempotency_key, &answer, now, forget).await?;
    failpoints::pass("before-commit").await?;
    unit.commit().await?;
    failpoints::pass("committed").await?;
    tracing::info!(revision = after, rows = step.rows(), kind = kind.word(), "the directory was changed");
    Ok((answer, (after != revision).then_some(made)))
}
