//! A failure, as a person can use it: what, why, what to do.

use yew::prelude::*;

use super::icon::{Icon, Picture};
use crate::api::Problem;
use crate::texts;

/// What went wrong.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct ProblemProps {
    /// The failure.
    pub problem: Problem,
    /// Tries again, where that may help.
    #[prop_or_default]
    pub on_retry: Option<Callback<()>>,
    /// What the button says.
    #[prop_or(AttrValue::Static(texts::problem::try_again()))]
    pub retry: AttrValue,
}

/// A failure.
#[function_component]
pub fn ProblemAlert(props: &ProblemProps) -> Html {
    let problem = &props.problem;
    let on_retry = props.on_retry.clone().map(|retry| retry.reform(|_: MouseEvent| ()));
    html! {
        <div class="notice error" role="alert" data-test="problem" data-kind={problem.slug().to_owned()}>
            <Icon picture={Picture::Warning} />
            <div>
                <p class="notice-title">{ &problem.title }</p>
                if !problem.detail.is_empty() {
                    <p>{ &problem.detail }</p>
                }
                if !problem.what_to_do.is_empty() {
                    <p>{ &problem.what_to_do }</p>
                }
                if let Some(onclick) = on_retry {
                    <button class="button" type="button" data-test="problem-retry" {onclick}>{ &props.retry }</button>
                }
                if !problem.instance.is_empty() {
                    <p class="hint">{ texts::problem::reference() }{ " " }<code>{ &problem.instance }</code></p>
                }
            </div>
        </div>
    }
}
