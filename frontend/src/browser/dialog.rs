//! Native dialogs: they trap the focus, close on Escape and give it back, so the desk needs no code for any of that.

use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;
use yew::NodeRef;

/// Shows the dialog in front of everything else.
pub fn show(node: &NodeRef) {
    if let Some(dialog) = element(node)
        && !dialog.open()
    {
        let _ = dialog.show_modal();
    }
}

/// Hides the dialog.
pub fn hide(node: &NodeRef) {
    if let Some(dialog) = element(node)
        && dialog.open()
    {
        dialog.close();
    }
}

/// Whether a dialog stands in front of the page.
pub fn is_open() -> bool {
    super::page::document()
        .is_some_and(|document| document.query_selector("dialog[open]").is_ok_and(|found| found.is_some()))
}

fn element(node: &NodeRef) -> Option<HtmlDialogElement> {
    node.get()?.dyn_into().ok()
}
