//! The foot of the preview: what would happen, that nothing has been sent, and the way to sending.

use yew::prelude::*;

use super::icon::{Icon, Picture};
use crate::hooks::use_import::use_import;
use crate::hooks::use_session::use_session;
use crate::texts::{import as import_texts, numbers, send as texts};

/// The bar.
#[function_component]
pub fn SendBar() -> Html {
    let import = use_import();
    let limit = use_session().upload_limit();
    let state = import.state();
    let Some(summary) = state.summary.clone() else { return html! {} };
    let too_large = limit.filter(|limit| state.facts.as_ref().is_some_and(|facts| facts.size as u64 > *limit));
    let words =
        if let Some(limit) = too_large { texts::too_large(numbers::size(limit)) } else { texts::outlook(&summary) };
    let onclick = {
        let import = import.clone();
        Callback::from(move |_: MouseEvent| import.ask_to_send())
    };
    html! {
        <div class="send-bar">
            if state.is_nothing_sent() {
                <p class="promise" data-test="nothing-sent"><Icon picture={Picture::Shield} />{ import_texts::nothing_sent() }</p>
            } else {
                <p class="promise uncertain"><Icon picture={Picture::Warning} />{ texts::uncertain() }</p>
            }
            <p class={if summary.blocked || too_large.is_some() { "send-words blocked" } else { "send-words" }}>{ words }</p>
            <button class="button primary" type="button" disabled={!state.may_send() || too_large.is_some()} {onclick} data-test="review-and-send">
                <Icon picture={Picture::Send} />{ texts::review() }
            </button>
        </div>
    }
}
