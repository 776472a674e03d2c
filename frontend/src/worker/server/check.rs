//! Plans given bytes under the standard schema, for the test that wasm and native give the same plan.

use std::sync::Arc;

use js_sys::{Array, Uint8Array};
use shared::{Directory, Options, Review, Schema, Upload};
use wasm_bindgen::{JsCast, JsValue};

use crate::worker::protocol::CheckRequest;

/// The plan's JSON; `null` if the directory, the base or the options can't be read.
pub(super) fn plan_json(request: CheckRequest, attached: &JsValue) -> String {
    plan(request, attached).unwrap_or_else(|| "null".to_owned())
}

fn plan(request: CheckRequest, attached: &JsValue) -> Option<String> {
    let parts = attached.dyn_ref::<Array>()?;
    let bytes = |position: u32| parts.get(position).dyn_ref::<Uint8Array>().map(Uint8Array::to_vec);
    let schema = Arc::new(Schema::standard());
    let directory = |bytes: Vec<u8>, revision: u64| Directory::from_extract(schema.clone(), bytes, revision).ok().map(Arc::new);
    let stored = directory(bytes(0)?, request.revision)?;
    let base = match bytes(1) {
        Some(base) => Some(directory(base, request.base_revision)?),
        None => None,
    };
    let options: Options = if request.options.is_null() { Options::default() } else { serde_json::from_value(request.options).ok()? };
    let upload = Upload { name: request.name, bytes: bytes(2)? };
    Some(Review::new(schema.clone(), stored, base, upload, options).plan().to_json(&schema))
}
