//! One revision: who, when, what it changed cell by cell, and the file it came from.

use yew::platform::spawn_local;
use yew::prelude::*;

use super::history::byline;
use crate::api::{self, CellChange, Problem, Revision};
use crate::browser::page;
use crate::components::icon::{Icon, Picture};
use crate::components::nav_link::NavLink;
use crate::components::problem_alert::ProblemAlert;
use crate::components::value;
use crate::hooks::use_session::use_session;
use crate::route::Route;
use crate::texts::{history as texts, numbers::size, shell, taking_back as back};

/// Which revision.
#[derive(Debug, Clone, Copy, PartialEq, Properties)]
pub struct RevisionProps {
    /// Its number.
    pub number: u64,
}

#[derive(Debug, Clone, PartialEq, Default)]
struct Shown {
    revision: Option<Revision>,
    changes: Vec<CellChange>,
    next: Option<String>,
    problem: Option<Problem>,
    loaded: bool,
}

/// The page of one revision.
#[function_component]
pub fn RevisionPage(props: &RevisionProps) -> Html {
    let number = props.number;
    let session = use_session();
    let shown = use_state(Shown::default);
    let may_edit = session.signed_in().is_some_and(|session| session.admin.role != "viewer");

    let load = {
        let (shown, session) = (shown.clone(), session.clone());
        Callback::from(move |known: Shown| {
            let (shown, session) = (shown.clone(), session.clone());
            spawn_local(async move {
                let mut next = known.clone();
                next.loaded = true;
                match more_of(number, known).await {
                    Ok(more) => next = more,
                    Err(problem) => {
                        session.notice(&problem);
                        next.problem = Some(problem);
                    }
                }
                shown.set(next);
            });
        })
    };
    use_effect_with((number, session.epoch()), {
        let load = load.clone();
        move |_| {
            page::set_title(&shell::tab(&texts::revision(number)));
            load.emit(Shown::default());
        }
    });
    let on_more = {
        let (load, shown) = (load.clone(), shown.clone());
        Callback::from(move |_: MouseEvent| load.emit((*shown).clone()))
    };
    let on_retry = Callback::from(move |()| load.emit(Shown::default()));

    html! {
        <div class="page">
            <NavLink to={Route::History} class="back"><Icon picture={Picture::Back} />{ texts::back() }</NavLink>
            <header class="page-head">
                <h1>{ texts::revision(number) }</h1>
                if let Some(revision) = &shown.revision {
                    { head(revision, may_edit) }
                }
            </header>
            if let Some(problem) = &shown.problem {
                <ProblemAlert problem={problem.clone()} {on_retry} />
            } else if !shown.loaded {
                <p class="quiet" role="status">{ shell::loading() }</p>
            } else {
                <section>
                    <h2 id="changes-title">{ texts::changes() }</h2>
                    if shown.changes.is_empty() {
                        <p class="quiet">{ texts::no_changes() }</p>
                    } else {
                        { changes_table(&shown.changes) }
                    }
                    if shown.next.is_some() {
                        <button class="button" type="button" data-test="more" onclick={on_more}>{ texts::more_changes() }</button>
                    }
                </section>
            }
        </div>
    }
}

/// The revision's head if it isn't known yet, and the next page of its changes.
async fn more_of(number: u64, mut known: Shown) -> api::Answer<Shown> {
    if known.revision.is_none() {
        known.revision = Some(api::revision(number).await?);
    }
    let page = api::changes(number, known.next.take()).await?;
    known.changes.extend(page.changes);
    known.next = page
        .next
        .map(|next| next.as_str().map_or_else(|| next.to_string(), str::to_owned))
        .filter(|next| next != "null");
    known.problem = None;
    known.loaded = true;
    Ok(known)
}

fn head(revision: &Revision, may_edit: bool) -> Html {
    let number = revision.number;
    html! {
        <>
            <p class="lead">
                <span class="tag">{ texts::kind(&revision.kind) }</span>{ " " }{ texts::summary(revision) }
            </p>
            { byline(revision) }
            if let Some(note) = revision.note.as_ref().filter(|note| !note.is_empty()) {
                <p class="log-note">{ note }</p>
            }
            if may_edit {
                <p class="actions">
                    if revision.kind != "seed" {
                        <NavLink to={Route::Undo { number }} class="button" test="undo-revision"><Icon picture={Picture::Undo} />{ back::undo() }</NavLink>
                    }
                    <NavLink to={Route::Restore { number }} class="button" test="restore-revision"><Icon picture={Picture::Clock} />{ back::restore_heading(number) }</NavLink>
                </p>
            }
            <ul class="downloads" aria-label={texts::files()}>
                if let Some(file) = revision.file.as_ref().filter(|_| may_edit) {
                    <li>
                        <a href={format!("/api/revisions/{number}/file")} download={file.name.clone()} data-test="original-file"><Icon picture={Picture::File} />{ texts::file() }</a>
                        <span class="hint">{ format!("{}, {}", file.name, size(file.bytes)) }</span>
                    </li>
                }
                if revision.kind != "seed" {
                    <li>
                        <a href={format!("/api/revisions/{number}/change-file")} download="" data-test="change-file"><Icon picture={Picture::Down} />{ texts::change_file() }</a>
                        <span class="hint">{ texts::change_file_hint() }</span>
                    </li>
                    <li>
                        <a href={format!("/api/revisions/{number}/inverse-file")} download="" data-test="inverse-file"><Icon picture={Picture::Down} />{ texts::inverse_file() }</a>
                        <span class="hint">{ texts::inverse_file_hint() }</span>
                    </li>
                }
                <li>
                    <a href={format!("/api/extract?columns=all&profile=true&system=true&format=spreadsheet&protect=true&at={number}")} download=""><Icon picture={Picture::Down} />{ texts::extract() }</a>
                    <span class="hint">{ texts::extract_hint() }</span>
                </li>
            </ul>
        </>
    }
}

fn changes_table(changes: &[CellChange]) -> Html {
    html! {
        <div class="scroll-x" tabindex="0" role="region" aria-labelledby="changes-title">
            <table class="changes stacks">
                <thead><tr>{ for texts::heads().into_iter().map(|head| html! { <th scope="col">{ head }</th> }) }</tr></thead>
                <tbody>
                    { for changes.iter().map(|change| html! {
                        <tr data-test="change" data-column={change.column.clone()}>
                            <th scope="row">{ &change.username }</th>
                            <td>{ &change.column }</td>
                            <td>{ value::old(change.old.as_deref()) }</td>
                            <td>{ value::new(change.new.as_deref()) }</td>
                        </tr>
                    }) }
                </tbody>
            </table>
        </div>
    }
}
