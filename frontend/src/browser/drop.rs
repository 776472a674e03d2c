//! Files that are dropped or chosen.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Event, File, HtmlInputElement};
use yew::{Callback, NodeRef};

use super::given::{self, Given, has_kind};
use super::paste::is_in_field;
use crate::state::offer::Refusal;

/// As long as something hovers, browsers say so at least every 550 milliseconds (the HTML standard: 350, give or take
/// 200). Leaving can't be told otherwise in all of them: `WebKit` says "left" at each element on the way.
const GONE_AFTER: u32 = 700;

/// What happens to a file over the window.
#[derive(Debug, Clone, PartialEq)]
pub enum Drop {
    /// A file hovers over the window.
    Over,
    /// It went away again.
    Away,
    /// It was dropped, or what was dropped is none.
    Given(Given),
}

/// Listens for files dropped anywhere in the window, until the answer is dropped. Without it, a file that misses the
/// drop zone would make the browser leave the page.
pub fn listen(report: &Callback<Drop>) -> Vec<EventListener> {
    let Some(document) = super::page::document() else { return Vec::new() };
    let options = EventListenerOptions::enable_prevent_default();
    let hovering = Rc::new(RefCell::new(None::<Timeout>));
    ["dragover", "drop"]
        .into_iter()
        .map(|kind| {
            let (report, hovering) = (report.clone(), hovering.clone());
            EventListener::new_with_options(&document, kind, options, move |event| {
                on_drag(kind, event, &report, &hovering);
            })
        })
        .collect()
}

fn on_drag(kind: &str, event: &Event, report: &Callback<Drop>, hovering: &Rc<RefCell<Option<Timeout>>>) {
    let Some(drag) = event.dyn_ref::<DragEvent>() else { return };
    let data = drag.data_transfer();
    let brings_file = data.as_ref().is_some_and(|data| has_kind(data, "Files") || has_kind(data, "text/uri-list"));
    // Words that are dragged into a field belong there.
    if is_in_field(event) && !brings_file {
        return;
    }
    drag.prevent_default();
    if kind == "dragover" {
        if brings_file {
            let gone = {
                let (report, hovering) = (report.clone(), hovering.clone());
                Timeout::new(GONE_AFTER, move || {
                    hovering.take();
                    report.emit(Drop::Away);
                })
            };
            // Browsers repeat this many times a second; only the first one is news.
            if hovering.replace(Some(gone)).is_none() {
                report.emit(Drop::Over);
            }
        }
        return;
    }
    hovering.take();
    let nothing = if brings_file { Drop::Given(Given::Refused(Refusal::NoFile)) } else { Drop::Away };
    report.emit(data.as_ref().and_then(given::given).map_or(nothing, Drop::Given));
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
