//! What is shown in the place of an answer that isn't there yet, or of a refusal.

use yew::prelude::*;

use super::problem_alert::ProblemAlert;
use crate::api::Problem;
use crate::texts::shell;

/// The refusal, or that it is being loaded.
pub fn loading(problem: Option<Problem>, on_retry: Callback<()>) -> Html {
    match problem {
        Some(problem) => html! { <ProblemAlert {problem} {on_retry} /> },
        None => html! { <p class="quiet" role="status">{ shell::loading() }</p> },
    }
}
