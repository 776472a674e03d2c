//! The risk budget, and how long uploads are kept.

use shared::budget::Budget;
use yew::prelude::*;

use crate::api::settings::{self, InForce, Retention, Settings};
use crate::browser::form;
use crate::components::loading::loading;
use crate::components::problem_alert::ProblemAlert;
use crate::components::said_notice::SaidNotice;
use crate::hooks::use_loaded::use_loaded;
use crate::hooks::use_submit::use_submit;
use crate::texts::settings as texts;

/// The form.
#[function_component]
pub fn BudgetForm() -> Html {
    let in_force = use_loaded(settings::settings);
    let submit = use_submit();
    let saved = use_state(|| false);
    let fields: [NodeRef; 6] = std::array::from_fn(|_| NodeRef::default());
    let fields = use_memo((), move |()| fields);
    let on_retry = {
        let in_force = in_force.clone();
        Callback::from(move |()| in_force.ask(settings::settings()))
    };
    let Some(InForce { settings: now, number, .. }) = in_force.get().cloned() else {
        return loading(in_force.problem(), on_retry);
    };
    let onsubmit = {
        let (submit, in_force, saved, fields) = (submit.clone(), in_force.clone(), saved.clone(), fields.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            saved.set(false);
            let [created, renamed, cleared, suspended, changed, days] = &*fields;
            let share = |field: &NodeRef| form::value(field).trim().parse().unwrap_or(0);
            let wanted = Settings {
                budget: Budget {
                    created: share(created),
                    renamed: share(renamed),
                    cleared: share(cleared),
                    suspended: share(suspended),
                    changed: share(changed),
                },
                retention: Retention { files_days: form::value(days).trim().parse().ok() },
            };
            let (in_force, saved) = (in_force.clone(), saved.clone());
            submit.run(settings::set(number, wanted), move |now| {
                in_force.put(Ok(now));
                saved.set(true);
            });
        })
    };
    let budget = now.budget;
    let shares = [
        ("created", texts::budget_created(), budget.created),
        ("renamed", texts::budget_renamed(), budget.renamed),
        ("cleared", texts::budget_cleared(), budget.cleared),
        ("suspended", texts::budget_suspended(), budget.suspended),
        ("changed", texts::budget_changed(), budget.changed),
    ];
    let share = |(place, (name, label, value)): (usize, (&str, &'static str, u8))| {
        let id = format!("budget-{name}");
        html! {
            <div class="field" key={name.to_owned()}>
                <label for={id.clone()}>{ label }</label>
                <input ref={fields.get(place).cloned().unwrap_or_default()} type="number" min="0" max="100" required=true value={value.to_string()} data-test={id.clone()} {id} />
            </div>
        }
    };
    html! {
        <form class="form" {onsubmit} key={number}>
            <p class="quiet">{ texts::budget_lead() }</p>
            <div class="inline-fields">{ for shares.into_iter().enumerate().map(share) }</div>
            <div class="field">
                <label for="files-days">{ texts::files_days() }</label>
                <input ref={fields.last().cloned().unwrap_or_default()} id="files-days" type="number" min="1" class="short" value={now.retention.files_days.map(|days| days.to_string()).unwrap_or_default()} />
                <p class="hint">{ texts::files_days_hint() }</p>
            </div>
            if let Some(problem) = submit.problem() {
                <ProblemAlert {problem} />
            }
            <p class="actions"><button class="button" type="submit" disabled={submit.is_busy()} data-test="save-settings">{ texts::save() }</button></p>
            if *saved {
                <SaidNotice words={texts::saved()} test="settings-saved" />
            }
        </form>
    }
}
