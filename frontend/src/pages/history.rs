//! Every revision, newest first.

use yew::platform::spawn_local;
use yew::prelude::*;

use crate::api::{self, Problem, Revision};
use crate::browser::{clock, page};
use crate::components::nav_link::NavLink;
use crate::components::problem_alert::ProblemAlert;
use crate::hooks::use_session::use_session;
use crate::route::Route;
use crate::texts::{history as texts, shell};

/// What has been loaded.
#[derive(Debug, Clone, PartialEq, Default)]
struct Log {
    revisions: Vec<Revision>,
    next: Option<u64>,
    problem: Option<Problem>,
    loaded: bool,
}

/// The history page.
#[function_component]
pub fn History() -> Html {
    let session = use_session();
    let log = use_state(Log::default);

    let load = {
        let (log, session) = (log.clone(), session.clone());
        Callback::from(move |(known, before): (Vec<Revision>, Option<u64>)| {
            let (log, session) = (log.clone(), session.clone());
            spawn_local(async move {
                match api::revisions(before).await {
                    Ok(page) => {
                        let revisions = known.into_iter().chain(page.revisions).collect();
                        log.set(Log { revisions, next: page.next, problem: None, loaded: true });
                    }
                    Err(problem) => {
                        session.notice(&problem);
                        log.set(Log { revisions: known, next: before, problem: Some(problem), loaded: true });
                    }
                }
            });
        })
    };
    use_effect_with(session.epoch(), {
        let load = load.clone();
        move |_| {
            page::set_title(&shell::tab(texts::title()));
            load.emit((Vec::new(), None));
        }
    });
    let more = {
        let (load, log) = (load.clone(), log.clone());
        move || load.emit((log.revisions.clone(), log.next))
    };
    let on_more = Callback::from({
        let more = more.clone();
        move |_: MouseEvent| more()
    });
    let on_retry = Callback::from(move |()| more());

    html! {
        <div class="page">
            <header class="page-head">
                <h1>{ texts::title() }</h1>
                <p class="lead">{ texts::lead() }</p>
            </header>
            if let Some(problem) = &log.problem {
                <ProblemAlert problem={problem.clone()} {on_retry} />
            }
            if !log.loaded {
                <p class="quiet" role="status">{ shell::loading() }</p>
            } else if log.revisions.is_empty() && log.problem.is_none() {
                <div class="empty">
                    <h2>{ texts::empty_title() }</h2>
                    <p>{ texts::empty() }</p>
                </div>
            }
            <ol class="log">
                { for log.revisions.iter().map(entry) }
            </ol>
            if log.next.is_some() && log.problem.is_none() {
                <button class="button" type="button" data-test="more" onclick={on_more}>{ texts::more() }</button>
            }
        </div>
    }
}

fn entry(revision: &Revision) -> Html {
    let to = Route::Revision { number: revision.number };
    html! {
        <li class="log-entry" key={revision.number}>
            <span class="log-number" aria-hidden="true">{ revision.number }</span>
            <div class="log-body">
                <p class="log-title">
                    <NavLink {to} test="revision-link" number={revision.number}>
                        { texts::revision(revision.number) }
                    </NavLink>
                    <span class="tag">{ texts::kind(&revision.kind) }</span>
                </p>
                <p>{ texts::summary(revision) }</p>
                if let Some(note) = revision.note.as_ref().filter(|note| !note.is_empty()) {
                    <p class="log-note">{ note }</p>
                }
            </div>
            { byline(revision) }
        </li>
    }
}

/// Who and when.
pub(super) fn byline(revision: &Revision) -> Html {
    let actor = revision.actor.as_ref().map_or(texts::nobody(), |actor| actor.name.as_str());
    html! {
        <p class="byline">
            <span>{ actor.to_owned() }</span>
            <time datetime={revision.at.clone()} title={texts::utc(&revision.at)}>{ clock::local_time(&revision.at) }</time>
        </p>
    }
}
