//! Decides many conflicts at once: all of them, or those of one column.

use yew::prelude::*;

use crate::hooks::use_import::{ImportHandle, use_import};
use crate::texts::table as texts;
use crate::worker::protocol::{Decision, Side};

/// Shown while a conflict is undecided.
#[function_component]
pub fn ConflictsPanel() -> Html {
    let import = use_import();
    let Some(summary) = import.state().summary.clone() else { return html! {} };
    let choices = &summary.choices;
    if choices.undecided == 0 {
        return html! {};
    }
    html! {
        <section class="conflicts" aria-labelledby="conflicts-title">
            <h2 id="conflicts-title">{ texts::conflicts() }</h2>
            <p>{ texts::conflicts_help() }</p>
            <ul>
                <li>
                    <span>{ texts::all_columns() }</span>
                    { buttons(&import, |side| Decision::ConflictAll { side }, true) }
                </li>
                { for choices.conflict_columns.iter().map(|(header, count)| {
                    let column = header.clone();
                    html! {
                        <li key={header.clone()}>
                            <span>{ texts::conflicts_in(*count, header) }</span>
                            { buttons(&import, move |side| Decision::ConflictColumn { header: column.clone(), side }, false) }
                        </li>
                    }
                }) }
            </ul>
        </section>
    }
}

fn buttons(import: &ImportHandle, decide: impl Fn(Side) -> Decision + Clone + 'static, all: bool) -> Html {
    let button = |side: Side, test: &'static str| {
        let (import, decide) = (import.clone(), decide.clone());
        let onclick = Callback::from(move |_: MouseEvent| import.decide(decide(side)));
        html! { <button type="button" class="button small" {onclick} data-test={all.then_some(test)}>{ texts::take(side) }</button> }
    };
    html! { <span class="buttons">{ button(Side::Yours, "take-yours") }{ button(Side::Theirs, "take-theirs") }</span> }
}
