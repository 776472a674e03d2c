//! Moves the keyboard's focus.

use yew::NodeRef;

/// Puts the focus on an element, without scrolling to it.
pub fn focus(node: &NodeRef) {
    if let Some(element) = node.cast::<web_sys::HtmlElement>() {
        let _ = element.focus();
    }
}

/// Puts the focus on the element with this id, and brings it into view.
pub fn focus_id(id: &str) {
    use wasm_bindgen::JsCast;
    let element = super::page::document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = element.focus();
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}
