//! Has the browser look up the fonts of the preview while she chooses her file: some machines take long over the first
//! letter of each, and would take it from the preview's first strokes.

use yew::prelude::*;

use super::later::Later;

/// A letter of each, where nobody sees or hears it.
#[function_component]
pub fn Fonts() -> Html {
    html! {
        <div class="visually-hidden" aria-hidden="true">
            <Later><code>{ "→" }</code></Later>
            <Later><span class="count-number">{ "0" }</span></Later>
            <Later><span class="fact">{ "0 →" }</span></Later>
        </div>
    }
}
