//! What sending would do, in the dialog that asks: first in sentences, then by value and by name, as a number alone tells
//! nobody that a whole column was filled by accident.

use std::rc::Rc;

use yew::prelude::*;

use crate::hooks::use_import::use_import;
use crate::texts::{numbers, send as texts};
use crate::worker::protocol::{ColumnEffect, Names, Summary};

/// The id of the sentences, by which the dialog is described.
pub const EFFECTS_ID: &str = "send-effects";

/// The plan.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct SendEffectsProps {
    /// The plan without its rows.
    pub summary: Rc<Summary>,
}

/// Sentences, values and names.
#[function_component]
pub fn SendEffects(props: &SendEffectsProps) -> Html {
    let import = use_import();
    use_effect_with(import.state().generation, {
        let import = import.clone();
        move |_| import.ask_effects()
    });
    let sentences = texts::summary(&props.summary);
    html! {
        <>
            <ul class="effects" id={EFFECTS_ID}>{ for sentences.into_iter().map(|words| html! { <li>{ words }{ " " }</li> }) }</ul>
            if let Some(effects) = import.state().effects.clone() {
                <dl class="effect-values" data-test="effects">
                    { names(texts::effect_created(), &effects.created, "created") }
                    { names(texts::effect_renamed(), &effects.renamed, "renamed") }
                    { names(texts::effect_switched_off(), &effects.switched_off, "switched-off") }
                    { for effects.columns.iter().map(column) }
                </dl>
            }
        </>
    }
}

fn names(title: &'static str, names: &Names, test: &'static str) -> Html {
    if names.count == 0 {
        return html! {};
    }
    html! {
        <div data-test="effect" data-kind={test}>
            <dt>{ title }<span class="quiet">{ " " }{ numbers::people(names.count) }</span></dt>
            <dd>{ texts::first_names(names) }</dd>
        </div>
    }
}

fn column(effect: &ColumnEffect) -> Html {
    html! {
        <div class={effect.is_levelled().then_some("levelled")} data-test="effect" data-kind="column" data-column={effect.header.clone()}>
            <dt>{ &effect.header }<span class="quiet">{ " " }{ numbers::people(effect.people) }</span></dt>
            <dd>{ texts::effect_values(effect) }</dd>
        </div>
    }
}
