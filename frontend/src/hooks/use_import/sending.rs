//! Sending the plan: the dialog, the request, and what the server says.

use yew::Callback;

use super::ImportHandle;
use crate::api::{self, MovedOn, Outcome, Problem};
use crate::browser::upload;
use crate::state::import::Sending;
use crate::worker::protocol::{Purpose, ToWorker};

impl ImportHandle {
    /// Opens the dialog.
    pub fn ask_to_send(&self) {
        if self.state.may_send() {
            self.tell_sending(Sending::Asking);
        }
    }

    /// Closes the dialog; work stays.
    pub fn not_yet(&self) {
        if !self.state.sending.is_under_way() {
            self.held.borrow_mut().upload = None;
            self.tell_sending(Sending::Not);
        }
    }

    /// Sends. The worker makes the corrected file first.
    pub fn send(&self, note: String) {
        self.held.borrow_mut().note = note;
        self.tell_sending(Sending::Preparing);
        self.say(&ToWorker::Corrected { purpose: Purpose::Send });
    }

    /// Sends the same request again, under the same key.
    pub fn send_again(&self) {
        if self.held.borrow().attempt.is_some() {
            self.post_attempt();
        } else {
            let note = self.held.borrow().note.clone();
            self.send(note);
        }
    }

    pub(super) fn post_attempt(&self) {
        let listener = self.clone();
        let report = Callback::from(move |event| listener.on_upload(event));
        let upload = {
            let held = self.held.borrow();
            let Some(attempt) = &held.attempt else { return };
            upload::send(api::IMPORTS, &attempt.key, &attempt.request, &attempt.file, &attempt.name, &report)
        };
        match upload {
            Some(upload) => {
                self.tell_sending(Sending::Going { done: 0, total: 0 });
                self.held.borrow_mut().upload = Some(upload);
            }
            None => self.tell_sending(Sending::Lost),
        }
    }

    fn on_upload(&self, event: upload::Sending) {
        match event {
            upload::Sending::Progress { done, total } => self.tell_sending(Sending::Going { done: whole(done), total: whole(total) }),
            upload::Sending::Lost => self.tell_sending(Sending::Lost),
            upload::Sending::Answer { status: 200..=299, body } => self.succeed(&body),
            upload::Sending::Answer { status, body } => self.be_refused(Problem::from_answer(status, &body)),
        }
    }

    fn succeed(&self, body: &str) {
        let outcome: Outcome = serde_json::from_str(body).unwrap_or_default();
        self.held.borrow_mut().attempt = None;
        self.directory_moved(outcome.revision, outcome.people);
        self.tell_sending(Sending::Done(outcome));
    }

    fn be_refused(&self, problem: Problem) {
        self.session.notice(&problem);
        // After signing in again the very same request may go once more; any other refusal is an answer for good.
        if problem.nothing_happened() && !problem.needs_sign_in() {
            self.held.borrow_mut().attempt = None;
        }
        let sending = match problem.slug() {
            "directory-moved" => {
                let moved: MovedOn = serde_json::from_value(problem.more.clone().into()).unwrap_or_default();
                Sending::Moved(moved)
            }
            _ if problem.nothing_happened() => Sending::Refused(problem),
            _ => Sending::Lost,
        };
        self.tell_sending(sending);
    }
}

/// Bytes as the browser counts them, as a whole number.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a float's cast saturates, and sizes are whole")]
fn whole(bytes: f64) -> u64 {
    bytes as u64
}
