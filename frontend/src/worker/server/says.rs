//! Tells the page something.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DedicatedWorkerGlobalScope;

use crate::worker::protocol::FromWorker;

/// Tells the page something.
pub(super) fn say(message: &FromWorker) {
    say_with(message, &JsValue::UNDEFINED, None);
}

/// Tells the page something, and gives it bytes without copying them once more.
pub(super) fn say_with_bytes(message: &FromWorker, bytes: &[u8]) {
    let bytes = Uint8Array::from(bytes);
    say_with(message, &bytes, Some(&Array::of1(&bytes.buffer())));
}

pub(super) fn say_with(message: &FromWorker, attached: &JsValue, transfer: Option<&Array>) {
    let (Some(scope), Ok(json)) = (scope(), serde_json::to_string(message)) else { return };
    let parts = Array::of2(&JsValue::from_str(&json), attached);
    // Posting fails only if the page is gone, and then nobody is left to tell.
    let _ = match transfer {
        Some(transfer) => scope.post_message_with_transfer(&parts, transfer),
        None => scope.post_message(&parts),
    };
}

/// The worker itself.
pub(super) fn scope() -> Option<DedicatedWorkerGlobalScope> {
    js_sys::global().dyn_into().ok()
}
