//! Edits a person: the fields, what the edit would do, and saving it.

use std::collections::BTreeMap;
use std::rc::Rc;

use yew::prelude::*;

use super::person_field::PersonField;
use super::planned_changes::PlannedChanges;
use super::problem_alert::ProblemAlert;
use crate::api::people::{self, Edit, EditPlan, Person};
use crate::api::{Outcome, SchemaColumn};
use crate::browser::{focus, form, random};
use crate::hooks::use_session::use_session;
use crate::hooks::use_submit::use_submit;
use crate::state::session::SessionAction;
use crate::texts::{extract, people as texts};

/// The rule that says how many people a file leaves out: true of every edit, and of no use there.
const ABSENT: &str = "I009";

/// Who is edited.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct PersonEditProps {
    /// As she is.
    pub person: Person,
    /// The directory's columns.
    pub schema: Vec<SchemaColumn>,
    /// It is over: her Username if something was saved, nothing if not.
    pub on_done: Callback<Option<String>>,
}

/// The form. First it says what it would do; a second press does it.
#[function_component]
pub fn PersonEdit(props: &PersonEditProps) -> Html {
    let values = use_state(BTreeMap::<String, String>::new);
    let plan = use_state(|| None::<Rc<EditPlan>>);
    let seen = use_state(|| false);
    let submit = use_submit();
    let session = use_session();
    // One key for one plan: sent again, it is the same request.
    let key = use_memo((*plan).clone(), |_| random::key());

    let on_value = |header: String| {
        let (values, plan, seen) = (values.clone(), plan.clone(), seen.clone());
        let stored = props.person.values.get(&header).cloned().unwrap_or_default();
        Callback::from(move |value: String| {
            let mut next = (*values).clone();
            if value == stored {
                next.remove(&header);
            } else {
                next.insert(header.clone(), value);
            }
            values.set(next);
            plan.set(None);
            seen.set(false);
        })
    };
    let edit = {
        let revision = props.person.revision;
        let (values, seen, plan) = (values.clone(), seen.clone(), plan.clone());
        move || Edit {
            changes: (*values).clone(),
            revision,
            digest: plan.as_ref().and_then(|plan| plan.digest.clone()),
            note: None,
            acknowledged: *seen,
        }
    };
    let onsubmit = {
        let (submit, plan, username) = (submit.clone(), plan.clone(), props.person.username.clone());
        let (on_done, key, values) = (props.on_done.clone(), key.clone(), values.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let (edit, username, plan) = (edit(), username.clone(), plan.clone());
            if plan.is_none() {
                submit.run(
                    async move { people::preview_edit(&username, &Edit { digest: None, ..edit }).await },
                    move |made| plan.set(Some(Rc::new(made))),
                );
                return;
            }
            let renamed = values.get("Username").cloned().unwrap_or_else(|| username.clone());
            let (key, on_done, session) = (key.clone(), on_done.clone(), session.clone());
            submit.run(async move { people::edit(&username, &edit, &key).await }, move |outcome: Outcome| {
                session.tell(SessionAction::Moved { revision: outcome.revision, people: outcome.people });
                on_done.emit(Some(renamed));
            });
        })
    };
    // What it would do stands below the fields: she is taken there.
    use_effect_with(plan.is_some(), |is_there| {
        if *is_there {
            focus::focus_id("edit-plan");
        }
    });
    let on_cancel = props.on_done.reform(|_: MouseEvent| None);
    let on_seen = {
        let seen = seen.clone();
        Callback::from(move |event: Event| seen.set(form::event_checked(&event)))
    };
    let has_warnings =
        plan.as_ref().is_some_and(|plan| plan.findings.iter().any(|finding| finding.severity == "warning"));
    let is_blocked = plan.as_ref().is_some_and(|plan| plan.digest.is_none());
    let waits = submit.is_busy() || values.is_empty() || is_blocked || (has_warnings && !*seen);
    html! {
        <form class="form person-form" {onsubmit} data-test="person-form">
            { for groups(&props.schema).into_iter().map(|(title, columns)| html! {
                <fieldset class="card person-group">
                    <legend>{ title }</legend>
                    <div class="person-inputs">
                        { for columns.into_iter().map(|column| {
                            let stored = props.person.values.get(&column.header).cloned().unwrap_or_default();
                            let value = values.get(&column.header).cloned().unwrap_or_else(|| stored.clone());
                            let on_value = on_value(column.header.clone());
                            html! { <PersonField key={column.header.clone()} column={column.clone()} {value} {stored} {on_value} /> }
                        }) }
                    </div>
                </fieldset>
            }) }
            if let Some(problem) = submit.problem() {
                <ProblemAlert {problem} />
            }
            if let Some(plan) = &*plan {
                <section class="card" aria-labelledby="edit-plan" data-test="edit-plan">
                    <h2 id="edit-plan" tabindex="-1">{ texts::would_do() }</h2>
                    <ul class="explain-found">
                        { for plan.findings.iter().filter(|finding| finding.code != ABSENT).map(|finding| html! {
                            <li class={format!("finding {}", finding.severity)}>
                                <p class="finding-what">{ &finding.message }</p><p class="finding-help">{ &finding.help }</p>
                            </li>
                        }) }
                    </ul>
                    <PlannedChanges changes={plan.changes.clone()} />
                    if has_warnings {
                        <label class="option">
                            <input type="checkbox" checked={*seen} onchange={on_seen} data-test="acknowledge" />
                            <span class="option-title">{ crate::texts::send::acknowledge() }</span>
                        </label>
                    }
                </section>
            }
            <p class="actions stay">
                <button class="button" type="button" onclick={on_cancel}>{ texts::cancel() }</button>
                <button class="button primary" type="submit" disabled={waits} data-test="save-person">
                    { if plan.is_some() { texts::save() } else { texts::preview() } }
                </button>
            </p>
        </form>
    }
}

/// Columns that a person has, user data before profiles.
pub fn groups(schema: &[SchemaColumn]) -> Vec<(&'static str, Vec<&SchemaColumn>)> {
    let (profile, own): (Vec<&SchemaColumn>, Vec<&SchemaColumn>) =
        schema.iter().filter(|column| !column.system).partition(|column| column.profile);
    vec![(extract::user_columns(), own), (extract::profile_columns(), profile)]
}
