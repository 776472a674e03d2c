//! A table of cells that would change.

use yew::prelude::*;

use super::value;
use crate::api::people::EditChange;
use crate::texts::history as texts;

/// The cells.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct PlannedChangesProps {
    /// What would change.
    pub changes: Vec<EditChange>,
}

/// The table.
#[function_component]
pub fn PlannedChanges(props: &PlannedChangesProps) -> Html {
    if props.changes.is_empty() {
        return html! { <p class="quiet">{ texts::nothing() }</p> };
    }
    html! {
        <div class="scroll-x" tabindex="0" role="region" aria-label={texts::changes()}>
            <table class="changes stacks">
                <thead><tr>{ for texts::heads().into_iter().map(|head| html! { <th scope="col">{ head }</th> }) }</tr></thead>
                <tbody>
                    { for props.changes.iter().map(|change| html! {
                        <tr data-test="planned-change" data-column={change.column.clone()}>
                            <th scope="row">{ &change.username }</th>
                            <td>{ &change.column }</td>
                            <td>{ value::old(Some(&change.old)) }</td>
                            <td>{ value::new(Some(&change.new)) }</td>
                        </tr>
                    }) }
                </tbody>
            </table>
        </div>
    }
}
