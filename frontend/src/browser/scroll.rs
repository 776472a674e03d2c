//! Where a scrolling box stands, and the measures that the style sheet can't know.
//!
//! Measures go through the style object of the element: a `style` attribute would break the content security policy.

use gloo::events::EventListener;
use web_sys::HtmlElement;
use yew::{Callback, NodeRef};

/// A box's scroll position and visible size, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Viewport {
    /// Pixels scrolled down.
    pub top: f64,
    /// Pixels scrolled away from where lines begin.
    pub left: f64,
    /// Visible width.
    pub width: f64,
    /// Visible height.
    pub height: f64,
}

/// Reads the position and size of a scrolling box.
pub fn viewport(node: &NodeRef) -> Option<Viewport> {
    let element: HtmlElement = node.cast()?;
    Some(Viewport {
        top: f64::from(element.scroll_top()),
        // Where it is written from right to left, the browser counts from the right, below 0.
        left: f64::from(element.scroll_left()).abs(),
        width: f64::from(element.client_width()),
        height: f64::from(element.client_height()),
    })
}

/// Tells when the window's size changes, as long as the answer lives.
pub fn on_resize(tell: Callback<()>) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "resize", move |_| tell.emit(())))
}

/// Scrolls a box.
pub fn scroll_to(node: &NodeRef, left: f64, top: f64) {
    if let Some(element) = node.cast::<HtmlElement>() {
        let rtl = super::page::document().is_some_and(|document| document.dir() == "rtl");
        element.scroll_to_with_x_and_y(if rtl { -left } else { left }, top);
    }
}

/// Gives the style sheet a measure in pixels under a name (`--height`).
pub fn set_pixels(node: &NodeRef, name: &str, pixels: f64) {
    set_measure(node, name, &format!("{pixels:.0}px"));
}

/// Gives the style sheet a value under a name.
pub fn set_measure(node: &NodeRef, name: &str, value: &str) {
    if let Some(element) = node.cast::<HtmlElement>() {
        let _ = element.style().set_property(name, value);
    }
}
