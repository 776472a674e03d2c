//! Plans given bytes under the standard schema, for the test that wasm and native give the same plan.

use std::sync::Arc;

use js_sys::{Array, Uint8Array};
use shared::{Against, Directory, Options, Review, Schema, Upload};
use wasm_bindgen::JsCast;

use crate::worker::protocol::CheckRequest;

/// The plan's JSON; `null` if the directory, the base or the options can't be read.
pub(super) fn plan_json(request: CheckRequest, parts: &Array) -> String {
    plan(request, parts).unwrap_or_else(|| "null".to_owned())
}

fn plan(request: CheckRequest, parts: &Array) -> Option<String> {
    let bytes = |position: u32| parts.get(position).dyn_ref::<Uint8Array>().map(Uint8Array::to_vec);
    let schema = Arc::new(Schema::standard());
    let directory =
        |bytes: Vec<u8>, revision: u64| Directory::from_extract(schema.clone(), bytes, revision).ok().map(Arc::new);
    let stored = directory(bytes(1)?, request.revision)?;
    let base = match bytes(2) {
        Some(base) => Some(directory(base, request.base_revision)?),
        None => None,
    };
    let options: Options =
        if request.options.is_null() { Options::default() } else { serde_json::from_value(request.options).ok()? };
    let upload = Upload { name: request.name, bytes: bytes(3)? };
    let against = Against::new(stored, base).ok()?;
    Some(Review::new(against, upload, options).plan().to_json(&schema))
}
