//! Asks the server who is signed in, and tells every page.

use yew::platform::spawn_local;
use yew::prelude::*;

use crate::api;
use crate::hooks::use_session::SessionHandle;
use crate::state::session::{SessionAction, SessionState};

/// What stands below.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct SessionProviderProps {
    /// The desk.
    pub children: Html,
}

/// Holds the session.
#[function_component]
pub fn SessionProvider(props: &SessionProviderProps) -> Html {
    let state = use_reducer_eq(SessionState::default);
    let handle = SessionHandle(state);
    use_effect_with((), {
        let handle = handle.clone();
        move |()| spawn_local(ask(handle))
    });
    html! {
        <ContextProvider<SessionHandle> context={handle}>
            { props.children.clone() }
        </ContextProvider<SessionHandle>>
    }
}

/// Asks the server who is signed in.
pub async fn ask(handle: SessionHandle) {
    handle.tell(match api::session().await {
        Ok(session) => SessionAction::SignedIn(session),
        Err(problem) if problem.needs_sign_in() => {
            let says = |name: &str| problem.more.get(name).and_then(serde_json::Value::as_bool).unwrap_or(false);
            SessionAction::SignedOut { setup_needed: says("setup_needed"), single_sign_on: says("single_sign_on") }
        }
        Err(problem) => SessionAction::Unknown(problem),
    });
}
