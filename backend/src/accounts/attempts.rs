//! The limit on guessing: how often one may try to sign in, per account and per network address.
//!
//! An attempt is noted before its password is looked at, in the same transaction that counts the ones before, so a
//! hundred attempts at the same moment count as a hundred. Success forgets the attempts of this account from this
//! address. The limit for one account from everywhere is higher, so that a stranger can't easily lock an admin out.

use jiff::{SignedDuration, Timestamp};

use super::AccountError;
use crate::ids::hash_from_text;
use crate::storage::accounts::AttemptPlace;
use crate::storage::{Storage, StorageError, WriteUnit};

const WINDOW: SignedDuration = SignedDuration::from_mins(15);
const MOST_FOR_PAIR: u64 = 5;
const MOST_FOR_ACCOUNT: u64 = 30;
const MOST_FOR_ADDRESS: u64 = 50;

/// Where an attempt counts.
pub(super) fn place(email_form: &str, address: &str) -> AttemptPlace {
    AttemptPlace {
        account: hash_from_text(&format!("account {email_form}")),
        address: hash_from_text(&format!("address {address}")),
    }
}

/// Notes an attempt, or says for how long there can't be another one.
pub(super) async fn note(storage: &dyn Storage, place: AttemptPlace, now: Timestamp) -> Result<(), AccountError> {
    let since = now.saturating_sub(WINDOW).map_err(|_| AccountError::Attempts(1))?;
    let mut unit = storage.write().await?;
    let counts = unit.count_attempts(place, since).await?;
    let over = counts.pair >= MOST_FOR_PAIR || counts.account >= MOST_FOR_ACCOUNT || counts.address >= MOST_FOR_ADDRESS;
    if over {
        return Err(AccountError::Attempts(u32::try_from(WINDOW.as_secs()).unwrap_or(u32::MAX)));
    }
    unit.add_attempt(place, now, since).await?;
    unit.commit().await?;
    Ok(())
}

/// Forgets the attempts that a successful sign-in ends.
pub(super) async fn forget(unit: &mut dyn WriteUnit, place: AttemptPlace) -> Result<(), StorageError> {
    unit.clear_attempts(place).await
}
