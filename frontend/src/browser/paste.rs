//! What is pasted: a file, or cells copied from a spreadsheet program.

use gloo::events::EventListener;
use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DataTransfer, Element, Event, File};
use yew::Callback;

/// The name of a file that was pasted as text.
const PASTED: &str = "pasted.txt";

/// Listens for files and cells pasted anywhere but into a field, until the answer is dropped.
pub fn listen(report: Callback<File>) -> Option<EventListener> {
    let document = super::page::document()?;
    Some(EventListener::new(&document, "paste", move |event| {
        // The table takes what is pasted into it, and says so.
        if event.default_prevented() || is_in_field(event) {
            return;
        }
        if let Some(file) = file_of(event) {
            report.emit(file);
        }
    }))
}

/// The pasted text.
pub fn text_of(event: &Event) -> Option<String> {
    let text = clipboard(event)?.get_data("text/plain").ok()?;
    (!text.is_empty()).then_some(text)
}

fn file_of(event: &Event) -> Option<File> {
    // Spreadsheet programs offer a picture of the copied cells, too; nobody means that one.
    if let Some(files) = clipboard(event)?.files() {
        let is_picture = |file: &File| file.type_().starts_with("image/");
        if let Some(file) = (0..files.length()).filter_map(|index| files.get(index)).find(|file| !is_picture(file)) {
            return Some(file);
        }
    }
    // A word or a line is no table; cells come with tabs, and rows with line ends.
    let text = text_of(event).filter(|text| text.trim_end().contains('\n'))?;
    File::new_with_str_sequence(&Array::of1(&JsValue::from_str(&text)), PASTED).ok()
}

fn clipboard(event: &Event) -> Option<DataTransfer> {
    Reflect::get(event, &JsValue::from_str("clipboardData")).ok()?.dyn_into().ok()
}

/// Whether an event goes to a field in which text is typed.
pub fn is_in_field(event: &Event) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"))
}
