//! How long a session lives.

use jiff::{SignedDuration, Timestamp};

use crate::ids::SecretHash;
use crate::storage::accounts::Admin;
use crate::storage::{ReadUnit, StorageError};

/// A session that nobody uses ends after this long.
pub const IDLE: SignedDuration = SignedDuration::from_mins(30);
/// A session ends after this long, used or not.
pub const LIFE: SignedDuration = SignedDuration::from_hours(12);

/// The admin of a session that is alive, as this unit of work sees it, and when the session was last used.
pub async fn session<U: ReadUnit + ?Sized>(
    unit: &mut U,
    hash: &SecretHash,
    now: Timestamp,
) -> Result<Option<(Admin, Timestamp)>, StorageError> {
    let Some(session) = unit.session(hash).await? else { return Ok(None) };
    let over = now.duration_since(session.created) >= LIFE || now.duration_since(session.seen) >= IDLE;
    Ok((!over && !session.admin.disabled).then_some((session.admin, session.seen)))
}
