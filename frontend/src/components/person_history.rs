//! What became of a person, revision by revision.

use yew::prelude::*;

use super::nav_link::NavLink;
use super::value;
use crate::api::people::{PersonHistory, Step};
use crate::browser::clock;
use crate::route::Route;
use crate::texts::{history as texts, people};

/// Her history.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct PersonLogProps {
    /// The newest of it.
    pub history: PersonHistory,
}

/// The list.
#[function_component]
pub fn PersonLog(props: &PersonLogProps) -> Html {
    if props.history.history.is_empty() {
        return html! { <p class="quiet">{ people::no_history() }</p> };
    }
    html! { <ol class="log">{ for props.history.history.iter().map(step) }</ol> }
}

fn step(step: &Step) -> Html {
    let revision = &step.revision;
    let actor = revision.actor.as_ref().map_or(texts::nobody(), |actor| actor.name.as_str());
    html! {
        <li class="log-entry" key={revision.number} data-test="person-step">
            <span class="log-number" aria-hidden="true">{ revision.number }</span>
            <div class="log-body">
                <p class="log-title">
                    <NavLink to={Route::Revision { number: revision.number }} test="revision-link" number={revision.number}>{ texts::revision(revision.number) }</NavLink>
                    <span class="tag">{ texts::kind(&revision.kind).to_owned() }</span>
                </p>
                if step.created {
                    <p>{ people::came() }</p>
                } else {
                    <ul class="step-cells">
                        { for step.changes.iter().map(|cell| html! {
                            <li><span class="step-column">{ &cell.column }</span>{ value::old(Some(&cell.old)) }{ " → " }{ value::new(Some(&cell.new)) }</li>
                        }) }
                    </ul>
                }
            </div>
            <p class="byline">
                <span>{ actor.to_owned() }</span>
                <time datetime={revision.at.clone()} title={texts::utc(&revision.at)}>{ clock::local_time(&revision.at) }</time>
            </p>
        </li>
    }
}
