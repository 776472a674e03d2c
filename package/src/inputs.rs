//! What JavaScript hands in, checked: a wrong option is told to its developer, never ignored.

use serde::Deserialize;
use shared::stages::bytes::knows_encoding;
use shared::{Options, Schema};
use wasm_bindgen::JsError;

/// What a directory is read with.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct DirectoryOptions {
    /// Its revision; where it isn't given, what the extract says itself.
    pub(crate) revision: Option<u64>,
    /// Its columns, where they aren't the standard ones.
    pub(crate) schema: Option<serde_json::Value>,
}

impl DirectoryOptions {
    pub(crate) fn from_json(json: &str) -> Result<Self, JsError> {
        serde_json::from_str(json)
            .map_err(|error| JsError::new(&format!("these options of a directory can't be used: {error}")))
    }

    pub(crate) fn schema(&self) -> Result<Schema, JsError> {
        let Some(schema) = &self.schema else { return Ok(Schema::standard()) };
        Schema::from_json(&schema.to_string()).map_err(|error| JsError::new(&error.to_string()))
    }
}

/// The choices for an upload.
pub(crate) fn options_from_json(json: &str) -> Result<Options, JsError> {
    let options: Options =
        serde_json::from_str(json).map_err(|error| JsError::new(&format!("these options can't be used: {error}")))?;
    if let Some(label) = &options.encoding {
        known_encoding(label)?;
    }
    Ok(options)
}

/// Refuses an encoding that nobody knows: a file would be read in another one than was asked for.
pub(crate) fn known_encoding(label: &str) -> Result<(), JsError> {
    if knows_encoding(label) {
        return Ok(());
    }
    Err(JsError::new(&format!("there is no encoding {label}; labels are those of the WHATWG Encoding Standard")))
}
