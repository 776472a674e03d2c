//! What a page asks of the server when it appears, and again after a sign-in.

use std::future::Future;
use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use crate::api::{Answer, Problem};
use crate::hooks::use_session::{SessionHandle, use_session};

/// The answer, once there is one, and a way to ask again.
pub struct Loaded<T: 'static> {
    answer: UseStateHandle<Option<Rc<Answer<T>>>>,
    session: SessionHandle,
}

impl<T> Clone for Loaded<T> {
    fn clone(&self) -> Self {
        Self { answer: self.answer.clone(), session: self.session.clone() }
    }
}

/// Asks when the component appears, and after each sign-in.
#[hook]
pub fn use_loaded<T, F>(ask: fn() -> F) -> Loaded<T>
where
    T: 'static,
    F: Future<Output = Answer<T>> + 'static,
{
    use_loaded_of((), move |()| ask())
}

/// Asks about something when the component appears, when it is about something else, and after each sign-in.
#[hook]
pub fn use_loaded_of<K, T, F>(about: K, ask: impl FnOnce(K) -> F + 'static) -> Loaded<T>
where
    K: Copy + PartialEq + 'static,
    T: 'static,
    F: Future<Output = Answer<T>> + 'static,
{
    let loaded = Loaded { answer: use_state(|| None), session: use_session() };
    use_effect_with((about, loaded.session.epoch()), {
        let loaded = loaded.clone();
        move |_| loaded.ask(ask(about))
    });
    loaded
}

impl<T> Loaded<T> {
    /// Asks.
    pub fn ask(&self, work: impl Future<Output = Answer<T>> + 'static) {
        let this = self.clone();
        spawn_local(async move { this.put(work.await) });
    }

    /// Takes an answer that came in another way.
    pub fn put(&self, answer: Answer<T>) {
        if let Err(problem) = &answer {
            self.session.notice(problem);
        }
        self.answer.set(Some(Rc::new(answer)));
    }

    /// What the server said.
    pub fn get(&self) -> Option<&T> {
        self.answer.as_ref().and_then(|answer| answer.as_ref().as_ref().ok())
    }

    /// Why it refused.
    pub fn problem(&self) -> Option<Problem> {
        self.answer.as_ref().and_then(|answer| answer.as_ref().as_ref().err().cloned())
    }
}
