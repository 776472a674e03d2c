//! Asks before unsent work is left behind.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;

/// While the answer lives, closing or reloading the page makes the browser ask first.
pub fn ask_before_leaving() -> Option<EventListener> {
    let window = web_sys::window()?;
    let options = EventListenerOptions::enable_prevent_default();
    Some(EventListener::new_with_options(&window, "beforeunload", options, |event| {
        event.prevent_default();
        if let Some(event) = event.dyn_ref::<web_sys::BeforeUnloadEvent>() {
            // Older browsers ask only if a value is set, whatever it says.
            event.set_return_value("unsent");
        }
    }))
}

/// Asks a yes-or-no question and waits for the answer.
pub fn confirm(question: &str) -> bool {
    web_sys::window().is_some_and(|window| window.confirm_with_message(question).unwrap_or(false))
}
