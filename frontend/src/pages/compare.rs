//! A past state of the directory beside that of now: what became of each cell since.

use yew::prelude::*;

use crate::api::Answer;
use crate::api::people::EditChange;
use crate::api::taking_back::{self, Goal, TakeBackPlan};
use crate::browser::page;
use crate::components::icon::{Icon, Picture};
use crate::components::loading::loading;
use crate::components::nav_link::NavLink;
use crate::components::planned_changes::PlannedChanges;
use crate::hooks::use_loaded::use_loaded_of;
use crate::route::Route;
use crate::texts::{compare as texts, send, shell, taking_back as back};

/// Which state.
#[derive(Debug, Clone, Copy, PartialEq, Properties)]
pub struct CompareProps {
    /// The revision that left it.
    pub number: u64,
}

/// What going back there would do is what came since, the other way round.
async fn way_back(number: u64) -> Answer<TakeBackPlan> {
    taking_back::preview_taking_back(Goal::Restore, number, &shared::options::Conflicts::default()).await
}

/// The page.
#[function_component]
pub fn Compare(props: &CompareProps) -> Html {
    let number = props.number;
    let plan = use_loaded_of(number, way_back);
    use_effect_with(number, |number| page::set_title(&shell::tab(&texts::heading(*number))));
    let on_retry = {
        let plan = plan.clone();
        Callback::from(move |()| plan.ask(way_back(number)))
    };
    html! {
        <div class="page">
            <NavLink to={Route::Extract} class="back"><Icon picture={Picture::Back} />{ shell::extract() }</NavLink>
            <header class="page-head">
                <h1>{ texts::heading(number) }</h1>
                <p class="lead">{ texts::lead() }</p>
            </header>
            { match plan.get() {
                Some(plan) => since(number, plan),
                None => loading(plan.problem(), on_retry),
            } }
        </div>
    }
}

fn since(number: u64, plan: &TakeBackPlan) -> Html {
    let changes = changes_since(plan);
    html! {
        <div class="form wide-form" data-test="compared" data-changes={changes.len().to_string()}>
            <ul class="effects">{ for texts::effects(&plan.counts).into_iter().map(|words| html! { <li>{ words }</li> }) }</ul>
            if !changes.is_empty() {
                <div class="part">
                    <PlannedChanges {changes} />
                    if plan.more > 0 {
                        <p class="quiet">{ send::more(plan.more) }</p>
                    }
                </div>
                <p class="actions">
                    <NavLink to={Route::Restore { number }} class="button"><Icon picture={Picture::Clock} />{ back::restore_heading(number) }</NavLink>
                </p>
            }
        </div>
    }
}

/// What going back would ask about first is different, too.
fn changes_since(plan: &TakeBackPlan) -> Vec<EditChange> {
    let reversed = plan.changes.iter().map(|change| EditChange {
        old: change.new.clone(),
        new: change.old.clone(),
        ..change.clone()
    });
    let asked = plan.conflicts.iter().map(|conflict| EditChange {
        username: conflict.username.clone(),
        column: conflict.column.clone(),
        old: conflict.then.clone(),
        new: conflict.now.clone(),
    });
    reversed.chain(asked).collect()
}
