//! Takes a revision back, or goes back to one: what it would do, conflicts to decide, and doing it.

use shared::options::Conflicts;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::api::taking_back::{self, Goal, TakeBack, TakeBackPlan};
use crate::api::{Outcome, Problem};
use crate::browser::{form, page, random};
use crate::components::arrived_heading::ArrivedHeading;
use crate::components::icon::{Icon, Picture};
use crate::components::nav_link::NavLink;
use crate::components::planned_changes::PlannedChanges;
use crate::components::problem_alert::ProblemAlert;
use crate::components::take_back_conflicts::TakeBackConflicts;
use crate::components::typed_number::{TypedNumber, is_typed};
use crate::hooks::use_session::use_session;
use crate::hooks::use_submit::use_submit;
use crate::route::Route;
use crate::state::session::SessionAction;
use crate::texts::{history, send, shell, taking_back as texts};

/// What is taken back.
#[derive(Debug, Clone, Copy, PartialEq, Properties)]
pub struct TakingBackProps {
    /// The revision.
    pub number: u64,
    /// Whether it is taken back, or gone back to.
    pub goal: Goal,
}

/// The page.
#[function_component]
pub fn TakingBack(props: &TakingBackProps) -> Html {
    let TakingBackProps { number, goal } = *props;
    let session = use_session();
    let plan = use_state(|| None::<Result<TakeBackPlan, Problem>>);
    let decided = use_state(Conflicts::default);
    let seen = use_state(|| false);
    let typed = use_state(String::new);
    let done = use_state(|| None::<Outcome>);
    let note = use_node_ref();
    let submit = use_submit();
    let key = use_memo((number, (*plan).clone().and_then(Result::ok)), |_| random::key());

    // The answer to an older question is of no use any more.
    let asked = use_mut_ref(|| 0_u32);
    let look = {
        let (plan, session) = (plan.clone(), session.clone());
        Callback::from(move |decided: Conflicts| {
            let question = {
                let mut asked = asked.borrow_mut();
                *asked = asked.wrapping_add(1);
                *asked
            };
            let (plan, session, asked) = (plan.clone(), session.clone(), asked.clone());
            spawn_local(async move {
                let answer = taking_back::preview_taking_back(goal, number, &decided).await;
                if *asked.borrow() != question {
                    return;
                }
                if let Err(problem) = &answer {
                    session.notice(problem);
                }
                plan.set(Some(answer));
            });
        })
    };
    use_effect_with((number, (*decided).clone(), session.epoch()), {
        let look = look.clone();
        move |(_, decided, _)| {
            page::set_title(&shell::tab(texts::title(goal)));
            look.emit(decided.clone());
        }
    });
    let on_decide = {
        let decided = decided.clone();
        Callback::from(move |next: Conflicts| decided.set(next))
    };
    let on_seen = {
        let seen = seen.clone();
        Callback::from(move |event: Event| seen.set(form::event_checked(&event)))
    };
    let onsubmit = {
        let (plan, decided, seen, note) = (plan.clone(), decided.clone(), seen.clone(), note.clone());
        let (submit, done, session) = (submit.clone(), done.clone(), session.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(Ok(TakeBackPlan { revision, digest: Some(digest), over_budget, .. })) = &*plan else { return };
            let note = Some(form::value(&note).trim().to_owned()).filter(|note| !note.is_empty());
            let request = TakeBack {
                conflicts: (*decided).clone(),
                revision: *revision,
                digest: digest.clone(),
                note,
                acknowledged: *seen,
                acknowledged_changes: *over_budget,
            };
            let (key, done, session) = (key.clone(), done.clone(), session.clone());
            submit.run(async move { taking_back::take_back(goal, number, &request, &key).await }, move |outcome| {
                session.tell(SessionAction::Moved { revision: outcome.revision, people: outcome.people });
                done.set(Some(outcome));
            });
        })
    };
    let on_retry = {
        let decided = (*decided).clone();
        Callback::from(move |()| look.emit(decided.clone()))
    };
    if let Some(outcome) = &*done {
        return result(outcome);
    }
    html! {
        <div class="page">
            <NavLink to={Route::Revision { number }} class="back"><Icon picture={Picture::Back} />{ history::revision(number) }</NavLink>
            <header class="page-head">
                <h1>{ texts::heading(goal, number) }</h1>
                <p class="lead">{ texts::lead(goal) }</p>
            </header>
            { match &*plan {
                None => html! { <p class="quiet" role="status">{ shell::loading() }</p> },
                Some(Err(problem)) => html! { <ProblemAlert problem={problem.clone()} {on_retry} /> },
                Some(Ok(plan)) => html! {
                    <form class="form wide-form" {onsubmit} data-test="take-back">
                        <ul class="effects">{ for texts::effects(&plan.counts).into_iter().map(|words| html! { <li>{ words }</li> }) }</ul>
                        if !plan.conflicts.is_empty() {
                            <TakeBackConflicts
                                conflicts={plan.conflicts.clone()} undecided={plan.counts.conflicts}
                                decided={(*decided).clone()} on_decide={on_decide.clone()}
                            />
                        }
                        <div class="part">
                            <PlannedChanges changes={plan.changes.clone()} />
                            if plan.more > 0 {
                                <p class="quiet">{ send::more(plan.more) }</p>
                            }
                        </div>
                        if let Some(problem) = submit.problem() {
                            <ProblemAlert {problem} />
                        }
                        if plan.counts.deleted > 0 {
                            <label class="option">
                                <input type="checkbox" checked={*seen} onchange={on_seen} data-test="acknowledge" />
                                <span class="option-title">{ texts::deletes(plan.counts.deleted) }</span>
                            </label>
                        }
                        if let Some(people) = plan.over_budget {
                            <TypedNumber id="take-back-typed" {people} typed={typed.clone()} />
                        }
                        <div class="field">
                            <label for="take-back-note">{ send::note() }</label>
                            <input ref={note} id="take-back-note" type="text" maxlength="500" autocomplete="off" />
                        </div>
                        <p class="actions">
                            <button
                                class="button primary" type="submit" data-test="take-back-now"
                                disabled={submit.is_busy() || plan.digest.is_none() || plan.changes.is_empty() || (plan.counts.deleted > 0 && !*seen) || plan.over_budget.is_some_and(|people| !is_typed(&typed, people))}
                            >{ texts::title(goal) }</button>
                        </p>
                    </form>
                },
            } }
        </div>
    }
}

fn result(outcome: &Outcome) -> Html {
    html! {
        <div class="page">
            <div class="result" data-test="sent" data-revision={outcome.revision.to_string()}>
                <span class="result-picture"><Icon picture={Picture::Check} /></span>
                <ArrivedHeading title={send::done_title()} about="result-lead" />
                <p class="lead" id="result-lead">{ send::result(outcome.revision, outcome.people) }</p>
                <p class="actions">
                    <NavLink to={Route::Revision { number: outcome.revision }} class="button primary">{ send::see_revision() }</NavLink>
                    <NavLink to={Route::History} class="button">{ history::back() }</NavLink>
                </p>
            </div>
        </div>
    }
}
