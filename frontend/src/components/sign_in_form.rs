//! The form that signs in, on its page and in the dialog.

use yew::prelude::*;

use super::field::Field;
use super::problem_alert::ProblemAlert;
use crate::api;
use crate::browser::{focus, form};
use crate::hooks::use_session::use_session;
use crate::hooks::use_submit::use_submit;
use crate::state::session::SessionAction;
use crate::texts::session as texts;

/// Signs in and tells the session.
#[function_component]
pub fn SignInForm() -> Html {
    let session = use_session();
    let (email, password) = (use_node_ref(), use_node_ref());
    let submit = use_submit();

    use_effect_with((), {
        let email = email.clone();
        move |()| focus::focus(&email)
    });

    let onsubmit = {
        let (email, password, submit) = (email.clone(), password.clone(), submit.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let (address, secret, session) = (form::value(&email), form::value(&password), session.clone());
            submit.run(async move { api::sign_in(address.trim(), &secret).await }, move |signed_in| {
                session.tell(SessionAction::SignedIn(signed_in));
            });
        })
    };

    html! {
        <form class="form" {onsubmit}>
            if let Some(problem) = submit.problem() {
                <ProblemAlert {problem} />
            }
            <Field id="sign-in-email" label={texts::email()} kind="email" autocomplete="username" node={email} test="sign-in-email" />
            <Field id="sign-in-password" label={texts::password()} kind="password" autocomplete="current-password" node={password} test="sign-in-password" />
            <button class="button primary wide" type="submit" disabled={submit.is_busy()} data-test="sign-in">
                { if submit.is_busy() { texts::signing_in() } else { texts::sign_in() } }
            </button>
        </form>
    }
}
