//! The session, for any page or component.

use yew::prelude::*;

use crate::api::{Problem, Session};
use crate::state::session::{SessionAction, SessionState, Standing};

/// The session that the provider holds.
#[derive(Clone, PartialEq)]
pub struct SessionHandle(pub UseReducerHandle<SessionState>);

impl SessionHandle {
    /// Tells the session what happened.
    pub fn tell(&self, action: SessionAction) {
        self.0.dispatch(action);
    }

    /// Looks at a refusal: if signing in would help, the dialog appears.
    pub fn notice(&self, problem: &Problem) {
        if problem.needs_sign_in() {
            self.tell(SessionAction::Expired);
        }
    }

    /// Who is signed in, if anyone.
    pub fn signed_in(&self) -> Option<Session> {
        match &self.0.standing {
            Standing::SignedIn(session) => Some(session.clone()),
            _ => None,
        }
    }

    /// The largest upload that the server takes, in bytes, if it said so.
    pub fn upload_limit(&self) -> Option<u64> {
        self.signed_in().and_then(|session| session.upload_bytes)
    }

    /// Grows with each sign-in.
    pub fn epoch(&self) -> u32 {
        self.0.epoch
    }
}

/// The session of the desk. Every page stands below its provider.
#[hook]
pub fn use_session() -> SessionHandle {
    use_context::<SessionHandle>().expect("every page stands below the session's provider")
}
