//! Files that are dropped or chosen.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Event, File, HtmlInputElement};
use yew::{Callback, NodeRef};

/// What happens to a file over the window.
#[derive(Debug, Clone, PartialEq)]
pub enum Drop {
    /// A file hovers over the window.
    Over,
    /// It went away again.
    Away,
    /// It was dropped.
    File(File),
}

/// Listens for files dropped anywhere in the window, until the answer is dropped. Without it, a file that misses the
/// drop zone would make the browser leave the page.
pub fn listen(report: &Callback<Drop>) -> Vec<EventListener> {
    let Some(document) = super::page::document() else { return Vec::new() };
    let options = EventListenerOptions::enable_prevent_default();
    ["dragover", "dragleave", "drop"]
        .into_iter()
        .map(|kind| {
            let report = report.clone();
            EventListener::new_with_options(&document, kind, options, move |event| on_drag(kind, event, &report))
        })
        .collect()
}

fn on_drag(kind: &str, event: &Event, report: &Callback<Drop>) {
    let Some(drag) = event.dyn_ref::<DragEvent>() else { return };
    match kind {
        "dragover" => {
            drag.prevent_default();
            report.emit(Drop::Over);
        }
        // Leaving an inner element also says "leave"; only leaving the window has no element to go to.
        "dragleave" if drag.related_target().is_none() => report.emit(Drop::Away),
        "drop" => {
            drag.prevent_default();
            let files = drag.data_transfer().and_then(|data| data.files());
            match files.and_then(|files| files.get(0)) {
                Some(file) => report.emit(Drop::File(file)),
                None => report.emit(Drop::Away),
            }
        }
        _ => {}
    }
}

/// The file that was chosen in a file field; the field is emptied, so that choosing the same file again is noticed.
pub fn chosen(input: &NodeRef) -> Option<File> {
    let input: HtmlInputElement = input.cast()?;
    let file = input.files()?.get(0);
    input.set_value("");
    file
}

/// Opens the browser's file chooser.
pub fn choose(input: &NodeRef) {
    if let Some(input) = input.cast::<HtmlInputElement>() {
        input.click();
    }
}
