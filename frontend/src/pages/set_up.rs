//! The first admin, by the one-time link.

use yew::platform::spawn_local;
use yew::prelude::*;
use yew_router::prelude::*;

use crate::api::{self, FirstAdmin, Problem};
use crate::browser::{form, page};
use crate::components::field::Field;
use crate::components::home_link::Mark;
use crate::components::problem_alert::ProblemAlert;
use crate::hooks::use_session::use_session;
use crate::route::Route;
use crate::state::session::SessionAction;
use crate::texts::{session as texts, shell};

/// The set-up page. The token leaves the address bar as soon as it is read, and lives only in this page.
#[function_component]
pub fn SetUp() -> Html {
    let token = use_memo((), |()| page::take_fragment());
    use_effect_with((), |()| page::set_title(&shell::tab(texts::SET_UP_TITLE)));
    html! {
        <div class="entrance-card">
            <div class="entrance-head">
                <Mark />
                <h1>{ texts::SET_UP_TITLE }</h1>
                if token.is_some() {
                    <p class="quiet">{ texts::SET_UP_LEAD }</p>
                }
            </div>
            if let Some(token) = &*token {
                <SetUpForm token={token.clone()} />
            } else {
                <div class="notice info" role="status">
                    <div>
                        <p class="notice-title">{ texts::NO_TOKEN_TITLE }</p>
                        <p>{ texts::NO_TOKEN }</p>
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
    let busy = use_state(|| false);
    let problem = use_state(|| None::<Problem>);

    let onsubmit = {
        let (email, name, password) = (email.clone(), name.clone(), password.clone());
        let (busy, problem, token) = (busy.clone(), problem.clone(), props.token.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if *busy {
                return;
            }
            busy.set(true);
            problem.set(None);
            let admin = FirstAdmin {
                token: token.clone(),
                email: form::value(&email).trim().to_owned(),
                name: form::value(&name).trim().to_owned(),
                password: form::value(&password),
            };
            let (session, navigator, busy, problem) = (session.clone(), navigator.clone(), busy.clone(), problem.clone());
            spawn_local(async move {
                match api::set_up(&admin).await {
                    Ok(signed_in) => {
                        session.tell(SessionAction::SignedIn(signed_in));
                        if let Some(navigator) = navigator {
                            navigator.replace(&Route::Home);
                        }
                    }
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
            <Field id="set-up-name" label={texts::YOUR_NAME} autocomplete="name" node={name} test="set-up-name" />
            <Field id="set-up-email" label={texts::EMAIL} kind="email" autocomplete="username" node={email} test="set-up-email" />
            <Field
                id="set-up-password" label={texts::PASSWORD} kind="password" autocomplete="new-password" min_length="8"
                hint={texts::PASSWORD_HINT} node={password} test="set-up-password"
            />
            <button class="button primary wide" type="submit" disabled={*busy} data-test="set-up">
                { if *busy { texts::SETTING_UP } else { texts::SET_UP } }
            </button>
        </form>
    }
}
