//! Chooses the language of the desk.

use yew::prelude::*;

use crate::browser::{form, language};
use crate::texts::language::{Language, language as now};
use crate::texts::shell as texts;

/// The choice; each language stands in its own name.
#[function_component]
pub fn LanguagePicker() -> Html {
    let onchange = Callback::from(|event: Event| {
        if let Some(chosen) = Language::of_tag(&form::event_value(&event)) {
            language::change(chosen);
        }
    });
    html! {
        <select class="language" aria-label={texts::language()} {onchange} data-test="language">
            { for Language::ALL.into_iter().map(|language| html! {
                <option value={language.tag()} lang={language.tag()} selected={language == now()}>{ language.name() }</option>
            }) }
        </select>
    }
}
