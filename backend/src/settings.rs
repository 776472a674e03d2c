//! What holds for the whole directory and can be changed while the server runs: the columns, the risk budget, how long
//! files are kept.
//!
//! It lies in storage, so that every server beside this one goes by the same. A server reads it anew for each request
//! that depends on it, and keeps the columns as long as the stored text of them is the same.

pub mod columns;
pub mod kept;

use std::collections::BTreeSet;

use jiff::SignedDuration;
use serde::Deserialize;
use serde_json::json;
use shared::budget::Budget;
use shared::{Words, words};
use utoipa::ToSchema;

use crate::accounts::rights::{self, Credential, Refusal, Right};
use crate::audit;
use crate::directory::DirectoryError;
use crate::state::State;
use crate::storage::settings::StoredSetting;
use crate::storage::{ReadUnit, StorageError};
use kept::GENERAL;
pub use kept::{InForce, Known, Retention, Settings, in_force};

/// More than this is no longer a list that somebody looks after.
const MOST_PROTECTED: usize = 1_000;

/// The settings that somebody wants.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
#[schema(as = WantedSettings)]
pub struct Wanted {
    /// For each kind of change, the share of people, in percent, that one file may touch.
    #[schema(value_type = Object)]
    pub budget: Budget,
    /// How long things are kept.
    pub retention: Retention,
    /// Usernames of people whom nothing switches off, renames or deletes; left out, they stay as they are.
    pub protected: Option<BTreeSet<String>>,
}

/// Why a setting can't be changed.
#[derive(Debug, thiserror::Error)]
pub enum SettingError {
    /// Somebody else changed it in between; the number now.
    #[error("the setting was changed in between")]
    Moved(u64),
    /// What is wanted isn't acceptable, in one sentence.
    #[error("the setting isn't acceptable: {0}")]
    Unfit(Words),
    /// She may not.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The directory can't be read.
    #[error(transparent)]
    Directory(#[from] DirectoryError),
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// The state with the settings of now.
pub async fn current(state: &State) -> Result<State, StorageError> {
    let mut unit = state.storage.read().await?;
    let InForce { settings, schema, .. } = in_force(&state.known_schema, &mut *unit).await?;
    Ok(State { schema, settings, ..state.clone() })
}

/// Whether the columns that a state goes by are still those in force, as this unit of work sees it.
pub async fn columns_hold<U: ReadUnit + ?Sized>(state: &State, unit: &mut U) -> Result<bool, StorageError> {
    Ok(in_force(&state.known_schema, unit).await?.schema == state.schema)
}

/// Changes the settings beside the columns. `number` is that of the change that she saw last.
pub async fn change(
    state: &State,
    credential: &Credential,
    number: u64,
    wanted: Wanted,
) -> Result<InForce, SettingError> {
    let Wanted { budget, retention, protected } = wanted;
    let Budget { created, renamed, cleared, suspended, changed } = budget;
    if [created, renamed, cleared, suspended, changed].iter().any(|share| *share > 100) {
        return Err(SettingError::Unfit(words!("A share of the risk budget is more than 100 %.")));
    }
    if retention.files_days == Some(0) {
        return Err(SettingError::Unfit(words!("Files are kept for at least a day.")));
    }
    if protected.as_ref().is_some_and(|people| people.len() > MOST_PROTECTED) {
        return Err(SettingError::Unfit(words!("At most {most} people can be protected.", most = MOST_PROTECTED)));
    }
    let now = state.clock.now();
    let mut unit = state.storage.write().await?;
    let admin = rights::again(&mut *unit, credential, Right::Manage, now).await?;
    let before = in_force(&state.known_schema, &mut *unit).await?;
    if before.number != number {
        return Err(SettingError::Moved(before.number));
    }
    let protected = protected.unwrap_or_else(|| before.settings.protected.clone());
    let wanted = Settings { budget, retention, protected };
    let value = serde_json::to_string(&wanted).map_err(|error| StorageError::Failed(error.into()))?;
    unit.put_setting(GENERAL, &StoredSetting { number: number + 1, value }).await?;
    // Who is protected is said by their number: the audit names nobody of the directory.
    let told = |settings: &Settings| {
        let Settings { budget, retention, protected } = settings;
        json!({ "budget": budget, "retention": retention, "protected": protected.len() })
    };
    let details = json!({ "before": told(&before.settings), "after": told(&wanted) });
    audit::append(&mut *unit, now, audit::Actor::Admin(admin.id), "settings-changed", &details).await?;
    unit.commit().await?;
    Ok(InForce { settings: wanted, number: number + 1, ..before })
}

/// Forgets the files that are kept no longer; how many there were.
pub async fn sweep(state: &State) -> Result<u64, StorageError> {
    let mut unit = state.storage.read().await?;
    let Some(days) = in_force(&state.known_schema, &mut *unit).await?.settings.retention.files_days else {
        return Ok(0);
    };
    drop(unit);
    let now = state.clock.now();
    let before = now.saturating_sub(SignedDuration::from_hours(24 * i64::from(days))).unwrap_or(now);
    let mut unit = state.storage.write().await?;
    let forgotten = unit.forget_files(before).await?;
    if forgotten > 0 {
        let details = json!({ "files": forgotten, "days": days });
        audit::append(&mut *unit, now, audit::Actor::System, "files-forgotten", &details).await?;
    }
    unit.commit().await?;
    Ok(forgotten)
}
