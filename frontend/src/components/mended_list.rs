//! What was mended so far, newest first, with the way back.

use yew::prelude::*;

use super::icon::{Icon, Picture};
use crate::hooks::use_import::use_import;
use crate::texts::findings as texts;
use crate::worker::protocol::Decision;

/// The list, folded away; nothing as long as nothing was mended.
#[function_component]
pub fn MendedList() -> Html {
    let import = use_import();
    let state = import.state();
    let Some(summary) = state.summary.clone().filter(|summary| !summary.mended.is_empty()) else { return html! {} };
    let places: usize = summary.mended.iter().map(|mended| mended.count).sum();
    html! {
        <details class="mended" data-test="mended">
            <summary>{ texts::mended(summary.mended.len(), texts::at_places(places)) }</summary>
            <ul>
                { for summary.mended.iter().rev().map(|mended| {
                    let (import, step) = (import.clone(), mended.step);
                    let onclick = Callback::from(move |_: MouseEvent| import.decide(Decision::UndoFrom { step }));
                    // Several may be of one step; they go back together.
                    let later = summary.steps - mended.step;
                    html! {
                        <li data-test="mended-entry">
                            <p class="mended-what">{ &mended.message }</p>
                            <p class="quiet">{ &mended.fix }{ " · " }{ texts::at_places(mended.count) }</p>
                            <button type="button" class="button plain small" disabled={state.checking} {onclick} data-test="unmend">
                                <Icon picture={Picture::Undo} />{ if later == 0 { texts::unmend().to_owned() } else { texts::unmend_with(later) } }
                            </button>
                        </li>
                    }
                }) }
            </ul>
        </details>
    }
}
