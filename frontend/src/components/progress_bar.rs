//! How far something is.

use yew::prelude::*;

use crate::texts::numbers::percent;

/// What to show.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct ProgressBarProps {
    /// What is going on.
    pub label: AttrValue,
    /// How much of how much, in words.
    #[prop_or_default]
    pub amount: AttrValue,
    /// Done.
    pub done: u64,
    /// In all; 0 while nobody knows.
    pub total: u64,
    /// The handle for tests.
    #[prop_or(AttrValue::Static("progress"))]
    pub test: AttrValue,
}

/// A bar with words. While the whole isn't known, the bar only says that something is going on.
#[function_component]
pub fn ProgressBar(props: &ProgressBarProps) -> Html {
    let known = props.total > 0;
    let value = known.then(|| percent(props.done, props.total).to_string());
    html! {
        <div class="progress" data-test={props.test.clone()}>
            <p class="progress-label">{ &props.label }</p>
            <progress max="100" {value} aria-label={props.label.clone()} />
            <p class="progress-amount">{ &props.amount }</p>
        </div>
    }
}
