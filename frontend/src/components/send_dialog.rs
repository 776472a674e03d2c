//! The dialog that sends: the summary in words, warnings to acknowledge, progress, and what went wrong.

use std::rc::Rc;

use yew::prelude::*;

use super::icon::{Icon, Picture};
use super::moved_on::MovedOnNotice;
use super::problem_alert::ProblemAlert;
use super::progress_bar::ProgressBar;
use super::send_effects::{EFFECTS_ID, SendEffects};
use super::story;
use super::typed_number::{TypedNumber, is_typed};
use crate::browser::{dialog, form};
use crate::hooks::use_import::{ImportHandle, use_import};
use crate::state::import::Sending;
use crate::texts::{import as import_texts, send as texts};
use crate::worker::protocol::{Severity, Summary};

/// The id of the warnings, by which the dialog is described.
const WARNINGS_ID: &str = "send-warnings";

/// The rule that notices a change over the risk budget.
const MASS_CHANGE: &str = "T006";

/// The dialog; it is shown while sending is under way or asked for.
#[function_component]
pub fn SendDialog() -> Html {
    let import = use_import();
    let node = use_node_ref();
    let acknowledged = use_state(|| false);
    let typed = use_state(String::new);
    let note = use_node_ref();
    let state = import.state();
    let open = state.sending.is_open();

    use_effect_with(open, {
        let (node, acknowledged, typed) = (node.clone(), acknowledged.clone(), typed.clone());
        move |open| {
            if *open {
                acknowledged.set(false);
                typed.set(String::new());
                dialog::show(&node);
            } else {
                dialog::hide(&node);
            }
        }
    });
    // Escape closes the dialog only where the button would.
    let oncancel = {
        let import = import.clone();
        Callback::from(move |event: Event| {
            event.prevent_default();
            import.not_yet();
        })
    };
    // Browsers close it all the same when Escape is pressed twice.
    let onclose = {
        let (import, node) = (import.clone(), node.clone());
        Callback::from(move |_: Event| {
            if import.state().sending.is_under_way() {
                dialog::show(&node);
            } else {
                import.not_yet();
            }
        })
    };
    let inside = match (&state.sending, &state.summary) {
        (Sending::Not | Sending::Done(_), _) | (_, None) => html! {},
        (Sending::Asking, Some(summary)) => asking(&import, summary, &acknowledged, &typed, &note),
        (Sending::Preparing, _) => {
            html! { <ProgressBar label={texts::preparing()} done=0 total=0 test="send-progress" /> }
        }
        (Sending::Going { done, total }, _) => going(*done, *total),
        (Sending::Lost, _) => lost(&import),
        // The dialog that asks her to sign in stands in front of this one until she has.
        (Sending::Refused(problem), _) if problem.needs_sign_in() => signed_in_again(&import),
        (Sending::Refused(problem), _) => html! {
            <>
                <ProblemAlert problem={problem.clone()} />
                <p>{ texts::nothing_written() }</p>
                <p class="dialog-actions">{ close(&import, texts::close()) }</p>
            </>
        },
        (Sending::Moved(moved), _) => {
            let on_compare = {
                let import = import.clone();
                Callback::from(move |()| import.compare_again())
            };
            html! { <MovedOnNotice moved={moved.clone()} {on_compare} /> }
        }
    };
    html! {
        <dialog ref={node} class={if matches!(state.sending, Sending::Moved(_)) { "dialog broad" } else { "dialog" }} aria-labelledby="send-title" aria-describedby={format!("{EFFECTS_ID} {WARNINGS_ID}")} data-test="send-dialog" {oncancel} {onclose}>
            <h2 id="send-title" tabindex="-1">{ title(&state.sending) }</h2>
            // What is behind a dialog isn't heard, so it has a voice of its own.
            <p class="visually-hidden" role="status">{ under_way(&state.sending) }</p>
            { inside }
        </dialog>
    }
}

fn title(sending: &Sending) -> &'static str {
    match sending {
        Sending::Lost => texts::lost_title(),
        Sending::Moved(_) => texts::moved_title(),
        _ => texts::title(),
    }
}

/// What is going on, in words.
fn under_way(sending: &Sending) -> &'static str {
    match sending {
        Sending::Preparing => texts::preparing(),
        Sending::Going { done, total } if *total > 0 && done >= total => texts::applying(),
        Sending::Going { .. } => texts::sending(),
        _ => "",
    }
}

fn asking(
    import: &ImportHandle,
    summary: &Rc<Summary>,
    acknowledged: &UseStateHandle<bool>,
    typed: &UseStateHandle<String>,
    note: &NodeRef,
) -> Html {
    let over_budget = summary.findings.iter().any(|finding| finding.code == MASS_CHANGE);
    let people = summary.counts.people();
    let has_typed = is_typed(typed, people);
    let warnings = summary.findings.iter().filter(|finding| finding.severity == Severity::Warning);
    let has_warnings = summary.counts.warnings > 0;
    let on_tick = {
        let acknowledged = acknowledged.clone();
        Callback::from(move |event: Event| acknowledged.set(form::event_checked(&event)))
    };
    let onsubmit = {
        let (import, note) = (import.clone(), note.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            import.send(form::value(&note));
        })
    };
    html! {
        <form {onsubmit}>
            <SendEffects summary={summary.clone()} />
            { story::told(&summary.story) }
            if has_warnings {
                <div class="acknowledge">
                    <h3><Icon picture={Picture::Warning} />{ texts::warnings() }</h3>
                    <ul id={WARNINGS_ID}>{ for warnings.map(|finding| html! { <li key={finding.id.clone()}>{ &finding.message }</li> }) }</ul>
                    <label class="option">
                        <input type="checkbox" checked={**acknowledged} onchange={on_tick} data-test="acknowledge" />
                        <span class="option-title">{ texts::acknowledge() }</span>
                    </label>
                </div>
            }
            if over_budget {
                <TypedNumber id="send-typed" {people} typed={typed.clone()} />
            }
            <div class="field">
                <label for="send-note">{ texts::note() }</label>
                <input ref={note.clone()} id="send-note" type="text" maxlength="500" autocomplete="off" data-test="note" />
            </div>
            <p class="dialog-actions">
                { close(import, texts::not_yet()) }
                <button class="button primary" type="submit" disabled={(has_warnings && !**acknowledged) || (over_budget && !has_typed)} data-test="send">
                    <Icon picture={Picture::Send} />{ texts::send() }
                </button>
            </p>
        </form>
    }
}

fn going(done: u64, total: u64) -> Html {
    // Once the last byte has left, the server is at work, and how long that takes isn't known.
    if total > 0 && done >= total {
        html! { <ProgressBar label={texts::applying()} done=0 total=0 test="send-progress" /> }
    } else {
        let amount = import_texts::amount(done, total);
        html! { <ProgressBar label={texts::sending()} {amount} {done} {total} test="send-progress" /> }
    }
}

fn lost(import: &ImportHandle) -> Html {
    let send_again = again(import).reform(|_: MouseEvent| ());
    html! {
        <div role="alert" data-test="send-lost">
            <p>{ texts::lost() }</p>
            <p class="dialog-actions">
                { close(import, texts::not_yet()) }
                <button class="button primary" type="button" onclick={send_again} data-test="send-again">{ texts::send_again() }</button>
            </p>
        </div>
    }
}

fn signed_in_again(import: &ImportHandle) -> Html {
    let send_again = again(import).reform(|_: MouseEvent| ());
    html! {
        <div>
            <p>{ texts::signed_in_again() }</p>
            <p class="dialog-actions">
                { close(import, texts::not_yet()) }
                <button class="button primary" type="button" onclick={send_again} data-test="send-again">{ texts::send() }</button>
            </p>
        </div>
    }
}

fn again(import: &ImportHandle) -> Callback<()> {
    let import = import.clone();
    Callback::from(move |()| import.send_again())
}

fn close(import: &ImportHandle, text: &'static str) -> Html {
    let import = import.clone();
    let onclick = Callback::from(move |_: MouseEvent| import.not_yet());
    html! { <button class="button" type="button" {onclick} data-test="not-yet">{ text }</button> }
}
