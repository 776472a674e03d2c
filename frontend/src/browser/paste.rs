//! What is pasted: a file, or cells copied from a spreadsheet program.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};
use yew::Callback;

use super::given::{self, Given};
use crate::state::offer::Refusal;

/// Listens for what is pasted anywhere but into a field, until the answer is dropped.
pub fn listen(report: Callback<Given>) -> Option<EventListener> {
    let document = super::page::document()?;
    Some(EventListener::new(&document, "paste", move |event| {
        // The table takes what is pasted into it, and says so.
        if event.default_prevented() || is_in_field(event) {
            return;
        }
        let given = given::data_of(event).as_ref().and_then(given::given);
        report.emit(given.unwrap_or(Given::Refused(Refusal::NoCells)));
    }))
}

/// The pasted cells, as text.
pub fn text_of(event: &Event) -> Option<String> {
    given::cells(&given::data_of(event)?).filter(|text| !text.is_empty())
}

/// Whether an event goes to a field in which text is typed.
pub fn is_in_field(event: &Event) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"))
}
