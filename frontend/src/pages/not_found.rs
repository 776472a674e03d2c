//! An address without a page.

use yew::prelude::*;

use crate::browser::page;
use crate::components::nav_link::NavLink;
use crate::route::Route;
use crate::texts::shell as texts;

/// Says so, and leads to the start.
#[function_component]
pub fn NotFound() -> Html {
    use_effect_with((), |()| page::set_title(&texts::tab(texts::NOT_FOUND_TITLE)));
    html! {
        <div class="page empty-page">
            <h1>{ texts::NOT_FOUND_TITLE }</h1>
            <p class="lead">{ texts::NOT_FOUND }</p>
            <NavLink to={Route::Home} class="button primary">{ texts::NOT_FOUND_LINK }</NavLink>
        </div>
    }
}
