//! The worker's end: hears the page, and answers.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{File, MessageEvent};
use yew::platform::spawn_local;

use super::protocol::{FromWorker, PROTOCOL, ToWorker};
use held::Desk;
use says::{say, say_with, say_with_bytes, scope};

mod changes;
mod check;
mod decisions;
mod desk;
mod directories;
mod effects;
mod explain;
mod held;
mod map;
mod rows;
mod says;
mod source;
mod summary;
mod words;

/// Starts listening, and says so.
pub fn start() {
    std::panic::set_hook(Box::new(|info| {
        // Only the place: the message could hold a value of the file.
        let place = info.location().map(ToString::to_string).unwrap_or_default();
        say(&FromWorker::Broken { message: format!("the worker stopped at {place}") });
    }));
    words::begin();
    shared::stages::bytes::encoding::read_by(crate::browser::decode::decode);
    let Some(scope) = scope() else { return };
    let desk = Rc::new(RefCell::new(Desk::default()));
    let listener = EventListener::new(&scope, "message", move |event| {
        let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
        let Some(parts) = event.data().dyn_ref::<Array>().cloned() else { return };
        let message = parts.get(0).as_string().and_then(|json| serde_json::from_str::<ToWorker>(&json).ok());
        match message {
            Some(message) => spawn_local(answer(desk.clone(), message, parts)),
            None => {
                say(&FromWorker::Broken { message: "the worker was asked something that it doesn't know".to_owned() });
            }
        }
    });
    // The worker listens until it is terminated.
    listener.forget();
    say(&FromWorker::Ready { protocol: PROTOCOL, engine: shared::VERSION.to_owned() });
}

async fn answer(desk: Rc<RefCell<Desk>>, message: ToWorker, parts: Array) {
    match message {
        ToWorker::Prefetch => desk::prefetch(&desk).await,
        ToWorker::Open { name, decided } => {
            if let Ok(file) = parts.get(1).dyn_into::<File>() {
                desk::open(&desk, name, &file, decided).await;
            }
        }
        ToWorker::Close => desk::close(&desk).await,
        ToWorker::Again => desk::again(&desk).await,
        ToWorker::Decide(decision) => desk::decide(&desk, decision).await,
        ToWorker::Rows { ask, view, start, count, columns } => {
            let window = desk.borrow_mut().rows(ask, &view, start, count, &columns);
            if let Some(window) = window {
                say(&FromWorker::Rows(window));
            }
        }
        ToWorker::Corrected { purpose } => {
            let corrected = desk.borrow().corrected(purpose);
            if let Some((request, bytes)) = corrected {
                say_with_bytes(&FromWorker::Corrected { purpose, request }, &bytes);
            }
        }
        ToWorker::Explain { row } => {
            let explained = desk.borrow().explain(row);
            if let Some(explanation) = explained {
                say(&FromWorker::Explained(Box::new(explanation)));
            }
        }
        ToWorker::Changes { most } => {
            let list = desk.borrow().changes(most);
            if let Some(list) = list {
                say(&FromWorker::Changes(list));
            }
        }
        ToWorker::Effects => {
            let effects = desk.borrow().effects();
            if let Some(effects) = effects {
                say(&FromWorker::Effects(effects));
            }
        }
        ToWorker::Check(request) => {
            let plan = check::plan_json(request, &parts);
            say_with(&FromWorker::Checked, &JsValue::from_str(&plan), None);
        }
    }
}
