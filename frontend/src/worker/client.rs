//! The page's end of the worker.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{File, MessageEvent, Worker};
use yew::Callback;

use super::protocol::{FromWorker, PROTOCOL, ToWorker};

/// The script that loads the worker.
const SCRIPT: &str = "/worker-boot.js";

/// What the worker did.
#[derive(Debug, Clone)]
pub enum WorkerEvent {
    /// It said something; bytes may be attached.
    Said(Box<FromWorker>, Option<Uint8Array>),
    /// It is of another version than the page.
    OtherVersion,
    /// It ended unexpectedly.
    Died,
}

/// A running worker. Dropping it ends it, whatever it is doing.
pub struct WorkerClient {
    worker: Worker,
    // A message to a worker whose wasm isn't up yet would be lost, so messages wait for its "ready".
    waiting: Rc<RefCell<Option<Vec<Array>>>>,
    _listeners: Vec<EventListener>,
}

impl Drop for WorkerClient {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

impl WorkerClient {
    /// Starts a worker; `None` if the browser has none.
    pub fn start(report: Callback<WorkerEvent>) -> Option<Self> {
        let worker = Worker::new(&format!("{SCRIPT}{}", crate::browser::language::for_worker())).ok()?;
        let waiting = Rc::new(RefCell::new(Some(Vec::new())));
        let on_message = {
            let (worker, waiting, report) = (worker.clone(), waiting.clone(), report.clone());
            EventListener::new(&worker.clone(), "message", move |event| {
                if let Some(event) = event.dyn_ref::<MessageEvent>() {
                    hear(&event.data(), &worker, &waiting, &report);
                }
            })
        };
        let on_error = EventListener::new(&worker, "error", move |_| report.emit(WorkerEvent::Died));
        Some(Self { worker, waiting, _listeners: vec![on_message, on_error] })
    }

    /// Says something to the worker.
    pub fn say(&self, message: &ToWorker) {
        self.post(message, &JsValue::UNDEFINED);
    }

    /// Says something with a file. The worker reads it; the page never does.
    pub fn say_with_file(&self, message: &ToWorker, file: &File) {
        self.post(message, file);
    }

    fn post(&self, message: &ToWorker, attached: &JsValue) {
        let Ok(json) = serde_json::to_string(message) else { return };
        let parts = Array::of2(&JsValue::from_str(&json), attached);
        match self.waiting.borrow_mut().as_mut() {
            Some(waiting) => waiting.push(parts),
            None => drop(self.worker.post_message(&parts)),
        }
    }
}

fn hear(data: &JsValue, worker: &Worker, waiting: &RefCell<Option<Vec<Array>>>, report: &Callback<WorkerEvent>) {
    let Some(parts) = data.dyn_ref::<Array>() else { return };
    let message = parts.get(0).as_string().and_then(|json| serde_json::from_str::<FromWorker>(&json).ok());
    match message {
        // A message that can't be read is as sure a sign of another version as a number is.
        None => report.emit(WorkerEvent::OtherVersion),
        Some(FromWorker::Ready { protocol, .. }) if protocol != PROTOCOL => report.emit(WorkerEvent::OtherVersion),
        Some(FromWorker::Broken { .. }) => report.emit(WorkerEvent::Died),
        Some(message) => {
            if matches!(message, FromWorker::Ready { .. }) {
                for parts in waiting.borrow_mut().take().unwrap_or_default() {
                    drop(worker.post_message(&parts));
                }
            }
            report.emit(WorkerEvent::Said(Box::new(message), parts.get(1).dyn_into().ok()));
        }
    }
}
