//! What the file is, in one line.

use yew::prelude::*;

use crate::texts::import as texts;
use crate::worker::protocol::Facts;

/// The file.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct FactsProps {
    /// What it is.
    pub facts: std::rc::Rc<Facts>,
}

/// A line of facts.
#[function_component]
pub fn FactsLine(props: &FactsProps) -> Html {
    let facts = &props.facts;
    html! {
        <dl class="facts" aria-label={texts::FACTS} data-test="facts" data-base={facts.base.map(|base| base.to_string())}>
            { for texts::facts(facts).into_iter().map(|(word, value)| html! { <div><dt>{ word }</dt><dd>{ value }</dd></div> }) }
        </dl>
    }
}
