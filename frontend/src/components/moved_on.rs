//! Someone else was quicker: what changed since the preview, and the way on.

use yew::prelude::*;

use super::value;
use crate::api::{Difference, MovedOn};
use crate::browser::clock;
use crate::texts::{history, send as texts};

/// What changed.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct MovedOnProps {
    /// The server's answer.
    pub moved: MovedOn,
    /// She wants to compare with the directory of now.
    pub on_compare: Callback<()>,
}

/// The notice.
#[function_component]
pub fn MovedOnNotice(props: &MovedOnProps) -> Html {
    let moved = &props.moved;
    let onclick = props.on_compare.reform(|_: MouseEvent| ());
    html! {
        <div role="alert" data-test="moved">
            <p>{ texts::moved() }</p>
            <ul class="since">
                { for moved.since.iter().map(|revision| {
                    let actor = revision.actor.as_ref().map_or(history::nobody(), |actor| actor.name.as_str());
                    html! { <li key={revision.number}>{ texts::since(actor, history::summary(revision), clock::local_time(&revision.at)) }</li> }
                }) }
            </ul>
            if !moved.differences.is_empty() {
                { differences(&moved.differences) }
            }
            if moved.more > 0 {
                <p class="quiet">{ texts::more(moved.more) }</p>
            }
            <p class="dialog-actions">
                <button class="button primary" type="button" {onclick} data-test="compare-again">{ texts::compare_again() }</button>
            </p>
        </div>
    }
}

fn differences(differences: &[Difference]) -> Html {
    html! {
        <div class="scroll-x" tabindex="0" role="region" aria-label={texts::moved_title()}>
            <table class="changes stacks">
                <thead><tr>{ for texts::moved_heads().into_iter().map(|head| html! { <th scope="col">{ head }</th> }) }</tr></thead>
                <tbody>
                    { for differences.iter().map(|difference| html! {
                        <tr>
                            <th scope="row">{ &difference.username }</th>
                            <td>{ &difference.column }</td>
                            <td>{ value::old(difference.preview.as_deref()) }</td>
                            <td>{ value::new(difference.now.as_deref()) }</td>
                        </tr>
                    }) }
                </tbody>
            </table>
        </div>
    }
}
