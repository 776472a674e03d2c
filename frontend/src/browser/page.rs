//! The window's address, title and life.

use wasm_bindgen::JsValue;

/// The part of the address after `#`, which is then taken out of the address bar and of the history, so that a one-time
/// token is seen by nobody who looks over her shoulder or at the browser's history.
pub fn take_fragment() -> Option<String> {
    let window = web_sys::window()?;
    let location = window.location();
    let fragment = location.hash().ok()?.trim_start_matches('#').to_owned();
    if fragment.is_empty() {
        return None;
    }
    let path = location.pathname().unwrap_or_else(|_| "/".to_owned());
    if let Ok(history) = window.history() {
        // A browser that refuses keeps the fragment in sight; the token still works only once.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&path));
    }
    Some(fragment)
}

/// Where this desk is served from, such as `https://muster.example`.
pub fn origin() -> String {
    web_sys::window().and_then(|window| window.location().origin().ok()).unwrap_or_default()
}

/// Names the browser's tab.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Shows the top of the page.
pub fn scroll_to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Loads the page again.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}

/// The place in `index.html` where the desk is shown.
pub fn root() -> Option<web_sys::Element> {
    document()?.get_element_by_id("desk")
}

/// The note of `index.html` that says that the desk is being loaded or could not be.
pub fn remove_loading_note() {
    if let Some(note) = document().and_then(|document| document.get_element_by_id("loading")) {
        note.remove();
    }
}

/// Opens the browser's print dialog.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

pub(crate) fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}
