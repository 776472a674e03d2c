//! Import, on one page: drop, read, look, mend, send.

use web_sys::File;
use yew::prelude::*;

use crate::api::Outcome;
use crate::browser::{focus, page, paste};
use crate::components::arrived_heading::ArrivedHeading;
use crate::components::drop_zone::DropZone;
use crate::components::facts::FactsLine;
use crate::components::findings_list;
use crate::components::first_findings::FirstFindings;
use crate::components::fonts::Fonts;
use crate::components::icon::{Icon, Picture};
use crate::components::import_voice::ImportVoice;
use crate::components::nav_link::NavLink;
use crate::components::preview::{HEADING_ID, Preview};
use crate::components::print_sheet::PRINT_ID;
use crate::components::problem_alert::ProblemAlert;
use crate::components::progress_bar::ProgressBar;
use crate::components::table::grid::GRID_ID;
use crate::components::table_search::SEARCH_ID;
use crate::hooks::use_import::{ImportHandle, use_import};
use crate::hooks::use_page_keys::use_page_keys;
use crate::hooks::use_session::use_session;
use crate::hooks::use_voice::{Voice, use_voice};
use crate::route::Route;
use crate::state::import::{Anew, Phase, Sending, Trouble};
use crate::texts::{import as texts, problem as problem_texts, send as send_texts, shell, taking_back as back};
use crate::worker::protocol::Decision;

/// The import page.
#[function_component]
pub fn Import() -> Html {
    let import = use_import();
    let session = use_session();
    use_effect_with((), {
        let import = import.clone();
        move |()| {
            page::set_title(&shell::tab(texts::title()));
            import.prepare();
        }
    });
    // After signing in again, what the server refused is asked once more.
    use_effect_with(session.epoch(), {
        let import = import.clone();
        move |_| {
            let refused = matches!(&import.state().trouble, Some(Trouble::Server(problem)) if problem.needs_sign_in());
            if refused {
                import.compare_again();
            }
        }
    });
    let on_file = {
        let import = import.clone();
        Callback::from(move |file: File| import.open(&file))
    };
    let voice = use_voice();
    use_page_keys({
        let import = import.clone();
        Callback::from(move |event: KeyboardEvent| on_key(&import, &voice, &event))
    });
    let state = import.state();
    // The step before is gone, with whatever had the focus in it: the new one begins at its heading.
    use_effect_with(state.phase, |phase| {
        if *phase != Phase::Waiting && focus::is_lost() {
            focus::focus_id(HEADING_ID);
        }
    });
    let inside = match (&state.sending, state.phase) {
        (Sending::Done(outcome), _) => done(&import, outcome),
        (_, Phase::Waiting) => waiting(&on_file),
        (_, Phase::Working) => working(&import, &on_file),
        (_, Phase::Preview) => html! { <Preview on_file={on_file.clone()} /> },
    };
    html! {
        <div class={if state.phase == Phase::Preview { "page workspace" } else { "page" }}>
            <ImportVoice />
            { trouble(&import) }
            if state.anew == Some(Anew::Restarted) && !state.checking {
                <p class="notice info" data-test="restarted"><Icon picture={Picture::Info} />{ texts::restarted() }</p>
            }
            { inside }
        </div>
    }
}

/// What a key means in the preview, wherever the focus is, but in a field.
fn on_key(import: &ImportHandle, voice: &Voice, event: &KeyboardEvent) {
    let state = import.state();
    let Some(summary) = state.summary.as_ref().filter(|_| state.phase == Phase::Preview) else { return };
    let may_step = !state.checking && !matches!(state.sending, Sending::Done(_));
    let key = event.key().to_lowercase();
    let control = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
    // The browser's own print takes what is on the screen, which is never all of the table.
    if control && key == "p" {
        event.prevent_default();
        focus::press_id(PRINT_ID);
        return;
    }
    if paste::is_in_field(event) || event.alt_key() {
        return;
    }
    match (key.as_str(), control, event.shift_key()) {
        ("z", true, false) if may_step && summary.can_undo => import.decide(Decision::Undo),
        ("z", true, true) | ("y", true, false) if may_step && summary.can_redo => import.decide(Decision::Redo),
        ("n", false, _) => findings_list::show_neighbour(import, voice, true),
        ("p", false, _) => findings_list::show_neighbour(import, voice, false),
        ("/", false, _) => focus::focus_id(SEARCH_ID),
        ("enter", false, false) if findings_list::is_finding(&focus::focused_id()) => focus::focus_id(GRID_ID),
        _ => return,
    }
    event.prevent_default();
}

fn trouble(import: &ImportHandle) -> Html {
    let Some(trouble) = &import.state().trouble else { return html! {} };
    let problem = trouble.problem();
    match trouble {
        Trouble::OtherVersion => {
            html! { <ProblemAlert {problem} on_retry={Callback::from(|()| page::reload())} retry={problem_texts::reload()} /> }
        }
        Trouble::Server(_) => {
            let import = import.clone();
            html! { <ProblemAlert {problem} on_retry={Callback::from(move |()| import.compare_again())} /> }
        }
        Trouble::WorkerGone => html! { <ProblemAlert {problem} /> },
    }
}

fn waiting(on_file: &Callback<File>) -> Html {
    html! {
        <>
            <header class="page-head">
                <h1>{ texts::title() }</h1>
                <p class="lead">{ texts::lead() }</p>
            </header>
            <DropZone on_file={on_file.clone()} large=true />
            <p class="promise long" data-test="nothing-sent"><Icon picture={Picture::Shield} />{ texts::nothing_sent_long() }</p>
            <Fonts />
        </>
    }
}

fn working(import: &ImportHandle, on_file: &Callback<File>) -> Html {
    let state = import.state();
    let cancel = {
        let import = import.clone();
        Callback::from(move |_: MouseEvent| import.cancel())
    };
    let (label, amount, at, total) = match state.progress {
        Some(progress) => {
            (texts::stage(progress.stage), texts::amount(progress.done, progress.total), progress.done, progress.total)
        }
        None => (texts::progress(), String::new(), 0, 0),
    };
    html! {
        <>
            <header class="page-head">
                <h1 class="file-name" id={HEADING_ID} tabindex="-1">{ &state.name }</h1>
                if let Some(facts) = &state.facts {
                    <FactsLine facts={facts.clone()} base={facts.base} />
                }
            </header>
            <div class="card working">
                if state.trouble.is_none() {
                    <ProgressBar {label} {amount} done={at} {total} />
                }
                if let Some(so_far) = &state.so_far {
                    <FirstFindings so_far={so_far.clone()} />
                }
                <p class="actions">
                    <button class="button" type="button" onclick={cancel} data-test="cancel">{ texts::cancel() }</button>
                    if state.trouble.is_some() {
                        <DropZone on_file={on_file.clone()} large=false />
                    }
                </p>
            </div>
            <p class="promise long" data-test="nothing-sent"><Icon picture={Picture::Shield} />{ texts::nothing_sent_long() }</p>
        </>
    }
}

fn done(import: &ImportHandle, outcome: &Outcome) -> Html {
    let next = {
        let import = import.clone();
        Callback::from(move |_: MouseEvent| import.cancel())
    };
    html! {
        <div class="result" data-test="sent" data-revision={outcome.revision.to_string()}>
            <span class="result-picture"><Icon picture={Picture::Check} /></span>
            <ArrivedHeading title={send_texts::done_title()} about="result-words result-lead" />
            if let Some(summary) = &import.state().summary {
                <p class="result-words" id="result-words">{ send_texts::was_done(summary) }</p>
            }
            <p class="lead" id="result-lead">{ send_texts::result(outcome.revision, outcome.people) }</p>
            <p class="actions">
                <NavLink to={Route::Revision { number: outcome.revision }} class="button primary">{ send_texts::see_revision() }</NavLink>
                <NavLink to={Route::Undo { number: outcome.revision }} class="button" test="undo-import"><Icon picture={Picture::Undo} />{ back::undo() }</NavLink>
                <NavLink to={Route::Extract} class="button">{ send_texts::fresh_extract() }</NavLink>
                <button class="button" type="button" onclick={next}>{ send_texts::next_file() }</button>
            </p>
        </div>
    }
}
