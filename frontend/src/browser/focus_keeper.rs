//! Keeps the keyboard's focus in the page: where the element that had it goes away, or can't be used any more, the focus
//! goes to what stands nearest to it. Left alone, a browser drops it on the page as a whole.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, MutationObserver, MutationObserverInit};

use super::focus;

/// How many entries of a list after and before the one with the focus are remembered.
const NEIGHBOURS: usize = 3;

/// Where the focus was, and where it goes if that is gone: the nearest first.
#[derive(Default)]
struct Memory {
    last: Option<HtmlElement>,
    places: Vec<HtmlElement>,
}

/// Begins to keep the focus, for as long as the desk is open.
pub fn begin() {
    let (Some(document), Some(root)) = (super::page::document(), super::page::root()) else { return };
    let memory = Rc::new(RefCell::new(Memory::default()));
    // Who points beside everything means to leave; what she points at is heard of right after.
    for kind in ["pointerdown", "focusin"] {
        let memory = memory.clone();
        let listener = EventListener::new(&document, kind, move |event| {
            let element = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
            match element.filter(|_| event.type_() == "focusin") {
                Some(element) => memory.borrow_mut().remember(element),
                None => memory.borrow_mut().last = None,
            }
        });
        listener.forget();
    }
    let look = Closure::<dyn FnMut(Array)>::new(move |_: Array| {
        if focus::is_lost()
            && let Some(place) = memory.borrow().place()
        {
            // Hearing of it, the memory will be written anew.
            gloo::timers::callback::Timeout::new(0, move || give(&place)).forget();
        }
    });
    if let Ok(observer) = MutationObserver::new(look.as_ref().unchecked_ref()) {
        let what = MutationObserverInit::new();
        what.set_child_list(true);
        what.set_subtree(true);
        what.set_attribute_filter(&Array::of1(&JsValue::from_str("disabled")));
        // A browser that can't observe leaves the focus where it falls.
        let _ = observer.observe_with_options(&root, &what);
    }
    look.forget();
}

fn give(place: &HtmlElement) {
    // In the meantime a page may have put it where it wants it.
    if focus::is_lost() {
        let _ = place.focus();
    }
}

impl Memory {
    fn remember(&mut self, element: HtmlElement) {
        self.places.clear();
        let mut here: Option<Element> = Some(element.clone().into());
        while let Some(place) = here {
            if place != *element {
                self.places.extend(place.dyn_ref::<HtmlElement>().filter(|_| place.has_attribute("tabindex")).cloned());
            }
            // Entries of a list stand in for each other.
            if place.tag_name() == "LI" && place.has_attribute("tabindex") {
                let after = std::iter::successors(place.next_element_sibling(), Element::next_element_sibling);
                let before = std::iter::successors(place.previous_element_sibling(), Element::previous_element_sibling);
                let around = after.take(NEIGHBOURS).chain(before.take(NEIGHBOURS));
                self.places.extend(around.filter_map(|entry| entry.dyn_into::<HtmlElement>().ok()));
            }
            // Nothing behind a dialog can take the focus, so its own heading does.
            if place.tag_name() == "DIALOG" {
                let heading = place.query_selector("h2[tabindex]").ok().flatten();
                self.places.extend(heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()));
            }
            here = place.parent_element();
        }
        self.last = Some(element);
    }

    /// Where the focus belongs now: where it was, once that can be used again, or the nearest that is left.
    fn place(&self) -> Option<HtmlElement> {
        let last = self.last.as_ref()?;
        if last.is_connected() {
            return (!last.has_attribute("disabled")).then(|| last.clone());
        }
        let left = self.places.iter().find(|place| place.is_connected()).cloned();
        left.or_else(|| super::page::document()?.get_element_by_id("content")?.dyn_into().ok())
    }
}
