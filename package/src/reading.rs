//! Reading a file strictly, without a directory.

use shared::Reading;
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::inputs::known_encoding;

/// The records of a file, or why it is refused: the JSON that `muster read` prints.
#[wasm_bindgen]
#[expect(clippy::needless_pass_by_value, reason = "what JavaScript hands over is owned")]
pub fn read(upload: Vec<u8>, encoding: Option<String>) -> Result<String, JsError> {
    if let Some(label) = &encoding {
        known_encoding(label)?;
    }
    Ok(Reading::of(upload, encoding.as_deref()).to_json())
}

/// The engine's version. Equal versions make equal plans.
#[wasm_bindgen]
pub fn version() -> String {
    shared::VERSION.to_owned()
}
