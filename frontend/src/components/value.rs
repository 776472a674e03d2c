//! A value of the directory as text: an empty one is said, not left to be guessed.

use yew::prelude::*;

use crate::texts::history::empty_value;

/// The value before, struck.
pub fn old(value: Option<&str>) -> Html {
    match value.filter(|value| !value.is_empty()) {
        Some(value) => html! { <del>{ value }</del> },
        None => html! { <span class="empty-value">{ empty_value() }</span> },
    }
}

/// The value after.
pub fn new(value: Option<&str>) -> Html {
    match value.filter(|value| !value.is_empty()) {
        Some(value) => html! { <ins>{ value }</ins> },
        None => html! { <span class="empty-value">{ empty_value() }</span> },
    }
}
