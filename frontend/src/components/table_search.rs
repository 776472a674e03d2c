//! The field that looks for rows. The worker does the looking, a moment after she stopped typing.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::browser::form;
use crate::hooks::use_import::use_import;
use crate::texts::table as texts;

/// How long she must have stopped typing, in milliseconds: shorter than a breath, longer than the gap between two keys.
const PAUSE: u32 = 250;

/// The id of the field, by which a key finds it.
pub const SEARCH_ID: &str = "table-search";

/// The field.
#[function_component]
pub fn TableSearch() -> Html {
    let import = use_import();
    let waiting = use_mut_ref(|| None::<Timeout>);
    let oninput = {
        let (import, waiting) = (import.clone(), waiting.clone());
        Callback::from(move |event: InputEvent| {
            let (import, words) = (import.clone(), form::event_value(&event));
            // Whatever waited before is dropped, and so never happens.
            waiting.replace(Some(Timeout::new(PAUSE, move || import.search(words))));
        })
    };
    html! {
        <label class="table-search">
            <span class="visually-hidden">{ texts::search() }</span>
            <input
                id={SEARCH_ID} type="search" autocomplete="off" spellcheck="false" placeholder={texts::search()}
                value={import.state().search.clone()} {oninput} data-test="table-search"
            />
        </label>
    }
}
