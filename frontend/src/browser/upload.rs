//! Sends a file with progress.
//!
//! `fetch` can't say how much of a request has left, so this one request goes by `XMLHttpRequest`.

use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Blob, FormData, ProgressEvent, XmlHttpRequest};
use yew::Callback;

use crate::texts::language::language;

/// What happens to a file on its way.
#[derive(Debug, Clone, PartialEq)]
pub enum Sending {
    /// So many bytes of so many have left.
    Progress {
        /// Bytes sent.
        done: f64,
        /// Bytes in all.
        total: f64,
    },
    /// The server answered.
    Answer {
        /// The HTTP status.
        status: u16,
        /// The body.
        body: String,
    },
    /// The connection broke: whether the server did it is not known.
    Lost,
}

/// A request under way. Dropping it stops listening, and the request.
pub struct Upload {
    request: XmlHttpRequest,
    _listeners: Vec<EventListener>,
}

impl Drop for Upload {
    fn drop(&mut self) {
        let _ = self.request.abort();
    }
}

/// Posts the two parts to `url` under an idempotency key; `None` if the browser refuses to begin.
pub fn send(
    url: &str,
    key: &str,
    request_json: &str,
    file: &Blob,
    name: &str,
    report: &Callback<Sending>,
) -> Option<Rc<Upload>> {
    let form = FormData::new().ok()?;
    let bag = web_sys::BlobPropertyBag::new();
    bag.set_type("application/json");
    let parts = js_sys::Array::of1(&request_json.into());
    let json = Blob::new_with_str_sequence_and_options(&parts, &bag).ok()?;
    form.append_with_blob("request", &json).ok()?;
    form.append_with_blob_and_filename("file", file, name).ok()?;

    let request = XmlHttpRequest::new().ok()?;
    request.open_with_async("POST", url, true).ok()?;
    request.set_request_header("X-Muster", "desk").ok()?;
    request.set_request_header("Idempotency-Key", key).ok()?;
    request.set_request_header("Accept-Language", language().tag()).ok()?;

    let mut listeners = Vec::new();
    if let Ok(upload) = request.upload() {
        let report = report.clone();
        listeners.push(EventListener::new(&upload, "progress", move |event| {
            if let Some(event) = event.dyn_ref::<ProgressEvent>() {
                report.emit(Sending::Progress { done: event.loaded(), total: event.total() });
            }
        }));
    }
    let (answered, answer) = (request.clone(), report.clone());
    listeners.push(EventListener::new(&request, "load", move |_| {
        let status = answered.status().unwrap_or(0);
        let body = answered.response_text().ok().flatten().unwrap_or_default();
        answer.emit(Sending::Answer { status, body });
    }));
    for broken in ["error", "timeout"] {
        let report = report.clone();
        listeners.push(EventListener::new(&request, broken, move |_| report.emit(Sending::Lost)));
    }
    request.send_with_opt_form_data(Some(&form)).ok()?;
    Some(Rc::new(Upload { request, _listeners: listeners }))
}
