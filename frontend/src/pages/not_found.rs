//! An address without a page.

use yew::prelude::*;

use crate::browser::page;
use crate::components::nav_link::NavLink;
use crate::route::Route;
use crate::texts::shell as texts;

/// Says so, and leads to the start.
#[function_component]
pub fn NotFound() -> Html {
    use_effect_with((), |()| page::set_title(&texts::tab(texts::not_found_title())));
    html! {
        <div class="page empty-page">
            <h1>{ texts::not_found_title() }</h1>
            <p class="lead">{ texts::not_found() }</p>
            <NavLink to={Route::Home} class="button primary">{ texts::not_found_link() }</NavLink>
        </div>
    }
}
