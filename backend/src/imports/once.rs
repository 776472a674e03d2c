//! What was asked under a key is done once, and answered alike.

use super::error::ImportError;
use crate::state::State;
use crate::storage::accounts::AdminId;
use crate::storage::failpoints;
use crate::storage::records::Answer;

/// Answers are kept this long for a retry.
pub(super) const ANSWER_LIFE: jiff::SignedDuration = jiff::SignedDuration::from_hours(24 * 30);

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

/// An answer of before, if it was to the same request.
pub(super) fn same_request(answer: Answer, request_hash: [u8; 32]) -> Result<Answer, ImportError> {
    if answer.request_hash == request_hash { Ok(answer) } else { Err(ImportError::Mismatch) }
}
