//! The product's mark, which leads to the start.

use yew::prelude::*;

use super::nav_link::NavLink;
use crate::route::Route;
use crate::texts::shell as texts;

/// The mark alone: a roll of names and a tick.
#[function_component]
pub fn Mark() -> Html {
    html! {
        <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
            <rect class="mark-ground" width="32" height="32" rx="7" />
            <path class="mark-roll" d="M7 10h7M7 16h5M7 22h7" />
            <path class="mark-tick" d="m15.500 17 4 4.500L26 10" />
        </svg>
    }
}

/// The mark with the product's name, as a link.
#[function_component]
pub fn HomeLink() -> Html {
    html! {
        <NavLink to={Route::Home} class="home-link">
            <Mark />
            <span>{ texts::name() }</span>
        </NavLink>
    }
}
