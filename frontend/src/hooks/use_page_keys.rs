//! Keys that mean something on a whole page, wherever the focus is.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use yew::prelude::*;

use crate::browser::{dialog, page};

/// Hears every key of the page, as long as the component is there: but not what an element has taken for itself, and not
/// while a dialog stands in front of the page.
#[hook]
pub fn use_page_keys(heard: Callback<KeyboardEvent>) {
    // The listener lives as long as the page, and must know what the keys mean now.
    let latest = use_mut_ref(|| heard.clone());
    latest.replace(heard);
    use_effect_with((), move |()| {
        let options = EventListenerOptions::enable_prevent_default();
        let listener = page::document().map(|document| {
            EventListener::new_with_options(&document, "keydown", options, move |event| {
                let Some(key) = event.dyn_ref::<KeyboardEvent>().filter(|_| !event.default_prevented()) else { return };
                if !dialog::is_open() {
                    let heard = latest.borrow().clone();
                    heard.emit(key.clone());
                }
            })
        });
        move || drop(listener)
    });
}
