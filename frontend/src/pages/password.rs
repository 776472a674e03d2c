//! Choosing a password with a link from a system admin.

use yew::prelude::*;
use yew_router::prelude::*;

use crate::api::access;
use crate::browser::{form, page};
use crate::components::field::Field;
use crate::components::home_link::Mark;
use crate::components::problem_alert::ProblemAlert;
use crate::hooks::use_session::use_session;
use crate::hooks::use_submit::use_submit;
use crate::route::Route;
use crate::state::session::SessionAction;
use crate::texts::{session as texts, settings, shell};

/// The page. The token leaves the address bar as soon as it is read, and lives only in this page.
#[function_component]
pub fn Password() -> Html {
    let token = use_memo((), |()| page::take_fragment());
    let session = use_session();
    let navigator = use_navigator();
    let password = use_node_ref();
    let submit = use_submit();
    use_effect_with((), |()| page::set_title(&shell::tab(settings::choose_password())));
    let onsubmit = {
        let (token, password, submit) = (token.clone(), password.clone(), submit.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(token) = (*token).clone() else { return };
            let (secret, session, navigator) = (form::value(&password), session.clone(), navigator.clone());
            submit.run(async move { access::choose_password(&token, &secret).await }, move |signed_in| {
                session.tell(SessionAction::SignedIn(signed_in));
                if let Some(navigator) = navigator {
                    navigator.replace(&Route::Home);
                }
            });
        })
    };
    html! {
        <div class="entrance-card">
            <div class="entrance-head">
                <Mark />
                <h1>{ settings::choose_password() }</h1>
                <p class="quiet">{ if token.is_some() { settings::choose_password_lead() } else { settings::choose_password_no_link() } }</p>
            </div>
            if token.is_some() {
                <form class="form" {onsubmit}>
                    if let Some(problem) = submit.problem() {
                        <ProblemAlert {problem} />
                    }
                    <Field id="link-password" label={texts::password()} kind="password" autocomplete="new-password" min_length="8" hint={texts::password_hint()} node={password} test="link-password" />
                    <button class="button primary wide" type="submit" disabled={submit.is_busy()} data-test="choose-password">{ settings::choose_password() }</button>
                </form>
            }
        </div>
    }
}
