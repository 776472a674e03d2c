//! Sends a form: once at a time, with the refusal kept to be shown.

use std::future::Future;

use yew::platform::spawn_local;
use yew::prelude::*;

use crate::api::{Answer, Problem};
use crate::hooks::use_session::{SessionHandle, use_session};

/// A form that is sent.
#[derive(Clone, PartialEq)]
pub struct Submit {
    busy: UseStateHandle<bool>,
    problem: UseStateHandle<Option<Problem>>,
    session: SessionHandle,
}

/// A form of this component.
#[hook]
pub fn use_submit() -> Submit {
    Submit { busy: use_state(|| false), problem: use_state(|| None), session: use_session() }
}

impl Submit {
    /// Whether the server hasn't answered yet.
    pub fn is_busy(&self) -> bool {
        *self.busy
    }

    /// Why the server refused the last time.
    pub fn problem(&self) -> Option<Problem> {
        (*self.problem).clone()
    }

    /// Does the work, unless it is under way; `done` gets what the server answered, if it didn't refuse.
    pub fn run<T: 'static>(&self, work: impl Future<Output = Answer<T>> + 'static, done: impl FnOnce(T) + 'static) {
        if *self.busy {
            return;
        }
        self.busy.set(true);
        self.problem.set(None);
        let this = self.clone();
        spawn_local(async move {
            let answer = work.await;
            this.busy.set(false);
            match answer {
                Ok(answer) => done(answer),
                Err(refusal) => {
                    // A wrong password is refused with the same status as an ended session, and is no end of one.
                    if refusal.slug() == "signed-out" {
                        this.session.notice(&refusal);
                    }
                    this.problem.set(Some(refusal));
                }
            }
        });
    }
}
