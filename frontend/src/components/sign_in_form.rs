//! The form that signs in, on its page and in the dialog.

use yew::platform::spawn_local;
use yew::prelude::*;

use super::field::Field;
use super::problem_alert::ProblemAlert;
use crate::api::{self, Problem};
use crate::browser::{focus, form};
use crate::hooks::use_session::use_session;
use crate::state::session::SessionAction;
use crate::texts::session as texts;

/// Signs in and tells the session.
#[function_component]
pub fn SignInForm() -> Html {
    let session = use_session();
    let (email, password) = (use_node_ref(), use_node_ref());
    let busy = use_state(|| false);
    let problem = use_state(|| None::<Problem>);

    use_effect_with((), {
        let email = email.clone();
        move |()| focus::focus(&email)
    });

    let onsubmit = {
        let (email, password, busy, problem) = (email.clone(), password.clone(), busy.clone(), problem.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if *busy {
                return;
            }
            busy.set(true);
            problem.set(None);
            let (address, secret) = (form::value(&email), form::value(&password));
            let (session, busy, problem) = (session.clone(), busy.clone(), problem.clone());
            spawn_local(async move {
                match api::sign_in(address.trim(), &secret).await {
                    Ok(signed_in) => session.tell(SessionAction::SignedIn(signed_in)),
                    Err(refusal) => {
                        problem.set(Some(refusal));
                        busy.set(false);
                    }
                }
            });
        })
    };

    html! {
        <form class="form" {onsubmit}>
            if let Some(problem) = &*problem {
                <ProblemAlert problem={problem.clone()} />
            }
            <Field id="sign-in-email" label={texts::EMAIL} kind="email" autocomplete="username" node={email} test="sign-in-email" />
            <Field id="sign-in-password" label={texts::PASSWORD} kind="password" autocomplete="current-password" node={password} test="sign-in-password" />
            <button class="button primary wide" type="submit" disabled={*busy} data-test="sign-in">
                { if *busy { texts::SIGNING_IN } else { texts::SIGN_IN } }
            </button>
        </form>
    }
}
