//! What is in force, as storage has it.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use serde::{Deserialize, Serialize};
use shared::budget::Budget;
use shared::schema::Schema;
use utoipa::ToSchema;

use crate::storage::{ReadUnit, StorageError};

/// Under this name lies what can be changed beside the columns.
pub(super) const GENERAL: &str = "general";
/// And under this one, the columns.
pub(super) const SCHEMA: &str = "schema";

/// What can be changed beside the columns.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// For each kind of change, the share of people, in percent, that one change may touch: a file, an edit, taking a
    /// revision back. An editor can't go over it.
    #[schema(value_type = Object, example = json!({
        "created": 10, "renamed": 5, "cleared": 20, "suspended": 5, "changed": 25
    }))]
    pub budget: Budget,
    /// How long things are kept.
    pub retention: Retention,
    /// Usernames of people whom nothing switches off, renames or deletes, as long as they stand here.
    #[schema(example = json!(["payroll.feed@example.com"]))]
    pub protected: BTreeSet<String>,
}

/// How long things are kept. Revisions and their changes are kept for ever: they are what undoing is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Retention {
    /// Uploads, in days; `null` is for ever. They hold people's data that nobody needs once a revision is old, so that they are
    /// kept for a year unless something else is chosen.
    #[schema(example = 365)]
    pub files_days: Option<u16>,
}

impl Default for Retention {
    fn default() -> Self {
        Self { files_days: Some(365) }
    }
}

/// What is in force, with the numbers of the last changes.
#[derive(Debug, Clone)]
pub struct InForce {
    /// Beside the columns.
    pub settings: Settings,
    /// The number of their last change; 0 before the first.
    pub number: u64,
    /// The columns.
    pub schema: Arc<Schema>,
    /// The number of their last change; 0 before the first.
    pub schema_number: u64,
}

/// The schema that was read last, and the text that it was read from, so that it isn't read again while that is the same.
/// Its number wouldn't do: after a failover that lost it, another one has that number.
#[derive(Debug)]
pub struct Known(Mutex<(Option<String>, Arc<Schema>)>);

impl Default for Known {
    fn default() -> Self {
        Self(Mutex::new((None, Arc::new(Schema::standard()))))
    }
}

/// Reads what is in force.
pub async fn in_force<U: ReadUnit + ?Sized>(known: &Known, unit: &mut U) -> Result<InForce, StorageError> {
    let (number, settings) = match unit.setting(GENERAL).await? {
        Some(stored) => (stored.number, parsed(&stored.value)?),
        None => (0, Settings::default()),
    };
    let stored = unit.setting(SCHEMA).await?;
    let schema_number = stored.as_ref().map_or(0, |stored| stored.number);
    let text = stored.map(|stored| stored.value);
    let kept = {
        let kept = known.0.lock().unwrap_or_else(PoisonError::into_inner);
        (kept.0 == text).then(|| Arc::clone(&kept.1))
    };
    let schema = match (kept, &text) {
        (Some(kept), _) => kept,
        (None, None) => Arc::new(Schema::standard()),
        (None, Some(text)) => {
            let read = Schema::from_json(text);
            Arc::new(read.map_err(|error| StorageError::Corrupt(format!("the stored schema: {error}")))?)
        }
    };
    *known.0.lock().unwrap_or_else(PoisonError::into_inner) = (text, Arc::clone(&schema));
    Ok(InForce { settings, number, schema, schema_number })
}

fn parsed(value: &str) -> Result<Settings, StorageError> {
    serde_json::from_str(value).map_err(|error| StorageError::Corrupt(format!("the stored settings: {error}")))
}
