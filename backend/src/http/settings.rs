//! Settings over HTTP.

pub(super) mod change;
pub(super) mod columns;
pub(super) mod get;

use axum::http::StatusCode;
use serde::Serialize;
use shared::words;
use utoipa::ToSchema;

use crate::problem::Problem;
use crate::settings::{InForce, SettingError, Settings};

/// What is in force beside the columns, which `/api/schema` gives.
#[derive(Serialize, ToSchema)]
#[schema(as = SettingsInForce)]
pub(super) struct Shown {
    settings: Settings,
    /// The number of their last change, which a change must name.
    number: u64,
    /// The number of the last change of the columns.
    schema_number: u64,
}

impl From<InForce> for Shown {
    fn from(in_force: InForce) -> Self {
        let InForce { settings, number, schema: _, schema_number } = in_force;
        Self { settings, number, schema_number }
    }
}

impl From<SettingError> for Problem {
    fn from(error: SettingError) -> Self {
        match error {
            SettingError::Moved(number) => Self::new(
                StatusCode::CONFLICT,
                "settings-moved",
                words!("Somebody changed this in between"),
                words!("The settings, or the directory, aren't what you saw. Nothing was changed."),
                words!("Load them again, look at what changed, and save again."),
            )
            .with("number", number),
            SettingError::Unfit(why) => Self::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "setting",
                words!("This setting can't be taken as it is"),
                why,
                words!("Correct it and save again."),
            ),
            SettingError::Refused(refusal) => refusal.into(),
            SettingError::Directory(error) => error.into(),
            SettingError::Storage(error) => error.into(),
        }
    }
}
