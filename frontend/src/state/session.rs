//! Who is signed in.

use std::rc::Rc;

use yew::Reducible;

use crate::api::{Problem, Session};

/// Whether someone is signed in.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Standing {
    /// The server hasn't answered yet.
    #[default]
    Asking,
    /// Nobody is.
    SignedOut {
        /// Whether there is no admin at all yet.
        setup_needed: bool,
        /// Whether the server has an identity provider to sign in with.
        single_sign_on: bool,
    },
    /// Someone is.
    SignedIn(Session),
    /// The server can't be asked.
    Unknown(Problem),
}

/// The session as every page sees it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SessionState {
    /// Whether someone is signed in.
    pub standing: Standing,
    /// Whether her session ended while she was at work: the page stays, and a dialog asks.
    pub expired: bool,
    /// Grows with each sign-in, so that what was refused is asked again.
    pub epoch: u32,
}

/// What happens to the session.
#[derive(Debug, Clone, PartialEq)]
pub enum SessionAction {
    /// Someone is signed in.
    SignedIn(Session),
    /// Nobody is.
    SignedOut {
        /// Whether there is no admin at all yet.
        setup_needed: bool,
        /// Whether the server has an identity provider to sign in with.
        single_sign_on: bool,
    },
    /// The server refused a request for want of a session.
    Expired,
    /// The server can't be asked.
    Unknown(Problem),
    /// The directory has a new revision.
    Moved {
        /// Its number.
        revision: u64,
        /// How many people it has.
        people: u64,
    },
}

impl Reducible for SessionState {
    type Action = SessionAction;

    fn reduce(self: Rc<Self>, action: SessionAction) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            SessionAction::SignedIn(session) => {
                next.standing = Standing::SignedIn(session);
                next.expired = false;
                next.epoch += 1;
            }
            SessionAction::SignedOut { setup_needed, single_sign_on } => {
                next.standing = Standing::SignedOut { setup_needed, single_sign_on };
            }
            // Only someone who was signed in keeps her page; for anyone else the sign-in page is right.
            SessionAction::Expired => match next.standing {
                Standing::SignedIn(_) => next.expired = true,
                _ => next.standing = Standing::SignedOut { setup_needed: false, single_sign_on: false },
            },
            SessionAction::Unknown(problem) => next.standing = Standing::Unknown(problem),
            SessionAction::Moved { revision, people } => {
                if let Standing::SignedIn(session) = &mut next.standing {
                    session.revision = revision;
                    session.people = people;
                }
            }
        }
        next.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::Admin;

    fn signed_in() -> Rc<SessionState> {
        let session = Session {
            admin: Admin::default(),
            revision: 3,
            people: 10,
            engine_version: String::new(),
            upload_bytes: None,
        };
        Rc::new(SessionState::default()).reduce(SessionAction::SignedIn(session))
    }

    #[test]
    fn an_ended_session_keeps_the_page_and_asks() {
        let state = signed_in().reduce(SessionAction::Expired);
        assert!(state.expired);
        assert!(matches!(state.standing, Standing::SignedIn(_)));
    }

    #[test]
    fn signing_in_again_lets_pages_ask_again() {
        let before = signed_in();
        let Standing::SignedIn(session) = before.standing.clone() else { unreachable!("signed in above") };
        let after = before.clone().reduce(SessionAction::Expired).reduce(SessionAction::SignedIn(session));
        assert!(!after.expired);
        assert!(after.epoch > before.epoch);
    }

    #[test]
    fn an_import_moves_the_directory_on() {
        let state = signed_in().reduce(SessionAction::Moved { revision: 4, people: 12 });
        let Standing::SignedIn(session) = &state.standing else { unreachable!("signed in above") };
        assert_eq!((session.revision, session.people), (4, 12));
    }
}
