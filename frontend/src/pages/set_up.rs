//! The first admin, by the one-time link.

use yew::prelude::*;
use yew_router::prelude::*;

use crate::api::{self, FirstAdmin};
use crate::browser::{form, page};
use crate::components::field::Field;
use crate::components::home_link::Mark;
use crate::components::problem_alert::ProblemAlert;
use crate::hooks::use_session::use_session;
use crate::hooks::use_submit::use_submit;
use crate::route::Route;
use crate::state::session::SessionAction;
use crate::texts::{session as texts, shell};

/// The set-up page. The token leaves the address bar as soon as it is read, and lives only in this page.
#[function_component]
pub fn SetUp() -> Html {
    let token = use_memo((), |()| page::take_fragment());
    use_effect_with((), |()| page::set_title(&shell::tab(texts::set_up_title())));
    html! {
        <div class="entrance-card">
            <div class="entrance-head">
                <Mark />
                <h1>{ texts::set_up_title() }</h1>
                if token.is_some() {
                    <p class="quiet">{ texts::set_up_lead() }</p>
                }
            </div>
            if let Some(token) = &*token {
                <SetUpForm token={token.clone()} />
            } else {
                <div class="notice info" role="status">
                    <div>
                        <p class="notice-title">{ texts::no_token_title() }</p>
                        <p>{ texts::no_token() }</p>
                    </div>
                </div>
            }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct SetUpFormProps {
    token: String,
}

#[function_component]
fn SetUpForm(props: &SetUpFormProps) -> Html {
    let session = use_session();
    let navigator = use_navigator();
    let (email, name, password) = (use_node_ref(), use_node_ref(), use_node_ref());
    let submit = use_submit();

    let onsubmit = {
        let (email, name, password) = (email.clone(), name.clone(), password.clone());
        let (submit, token) = (submit.clone(), props.token.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let admin = FirstAdmin {
                token: token.clone(),
                email: form::value(&email).trim().to_owned(),
                name: form::value(&name).trim().to_owned(),
                password: form::value(&password),
            };
            let (session, navigator) = (session.clone(), navigator.clone());
            submit.run(async move { api::set_up(&admin).await }, move |signed_in| {
                session.tell(SessionAction::SignedIn(signed_in));
                if let Some(navigator) = navigator {
                    navigator.replace(&Route::Home);
                }
            });
        })
    };

    html! {
        <form class="form" {onsubmit}>
            if let Some(problem) = submit.problem() {
                <ProblemAlert {problem} />
            }
            <Field id="set-up-name" label={texts::your_name()} autocomplete="name" node={name} test="set-up-name" />
            <Field id="set-up-email" label={texts::email()} kind="email" autocomplete="username" node={email} test="set-up-email" />
            <Field
                id="set-up-password" label={texts::password()} kind="password" autocomplete="new-password" min_length="8"
                hint={texts::password_hint()} node={password} test="set-up-password"
            />
            <button class="button primary wide" type="submit" disabled={submit.is_busy()} data-test="set-up">
                { if submit.is_busy() { texts::setting_up() } else { texts::set_up() } }
            </button>
        </form>
    }
}
