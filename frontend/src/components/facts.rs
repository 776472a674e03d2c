//! What the file is, in one line.

use yew::prelude::*;

use crate::texts::import as texts;
use crate::worker::protocol::Facts;

/// The file.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct FactsProps {
    /// What it is.
    pub facts: std::rc::Rc<Facts>,
    /// The extract that it is compared with, by what it says of itself or by her choice.
    pub base: Option<u64>,
}

/// A line of facts.
#[function_component]
pub fn FactsLine(props: &FactsProps) -> Html {
    let facts = &props.facts;
    html! {
        <dl class="facts" aria-label={texts::facts()} data-test="facts" data-base={props.base.map(|base| base.to_string())}>
            { for texts::fact_lines(facts, props.base).into_iter().map(|(word, value)| html! { <div><dt>{ word }</dt><dd>{ value }</dd></div> }) }
        </dl>
    }
}
