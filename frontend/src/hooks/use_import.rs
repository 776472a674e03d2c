//! The import that is under way: what the page knows, its worker, its file and the request that sends it.
//!
//! It stands above the pages, so that a look at another page loses nothing.

use std::rc::Rc;

use gloo::events::EventListener;
use web_sys::{Blob, File};
use yew::prelude::*;

use crate::browser::{download, leave, random, upload};
use crate::hooks::use_session::{SessionHandle, use_session};
use crate::state::import::{ImportAction, ImportState, Phase, Sending, Trouble};
use crate::state::session::SessionAction;
use crate::texts::import as texts;
use crate::worker::client::{WorkerClient, WorkerEvent};
use crate::worker::protocol::{Decision, Filter, FromWorker, Purpose, SendRequest, Sort, ToWorker};

mod sending;

/// What one attempt to send consists of. It is kept until the server answers, so that sending again is the same request
/// under the same key.
struct Attempt {
    key: String,
    request: String,
    name: String,
    file: Blob,
}

/// How often a worker is started again with the same work, before it is given up.
const MOST_RESTARTS: usize = 2;

/// What the hook holds beside the state.
#[derive(Default)]
struct Held {
    worker: Option<WorkerClient>,
    attempt: Option<Attempt>,
    upload: Option<Rc<upload::Upload>>,
    /// The file and all that she decided about it, so that another worker can take over if one dies.
    file: Option<File>,
    decided: Vec<Decision>,
    restarts: usize,
    note: String,
    asked: u32,
    before_leaving: Option<EventListener>,
}

/// The import, for pages and components.
#[derive(Clone)]
pub struct ImportHandle {
    state: UseReducerHandle<ImportState>,
    held: Rc<std::cell::RefCell<Held>>,
    session: SessionHandle,
}

impl PartialEq for ImportHandle {
    fn eq(&self, other: &Self) -> bool {
        self.state == other.state && self.session == other.session
    }
}

/// Makes the import of the desk; only its provider calls this.
#[hook]
pub fn use_new_import() -> ImportHandle {
    let session = use_session();
    let state = use_reducer_eq(ImportState::default);
    let held = use_mut_ref(Held::default);
    let unsent = state.has_unsent_work();
    use_effect_with(unsent, {
        let held = held.clone();
        move |unsent| held.borrow_mut().before_leaving = if *unsent { leave::ask_before_leaving() } else { None }
    });
    ImportHandle { state, held, session }
}

/// The import of the desk. Every page stands below its provider.
#[hook]
pub fn use_import() -> ImportHandle {
    use_context::<ImportHandle>().expect("every page stands below the import's provider")
}

impl ImportHandle {
    /// What the page knows.
    pub fn state(&self) -> &ImportState {
        &self.state
    }

    /// Starts the worker ahead of the file, so that its wasm is there when the file is.
    pub fn prepare(&self) {
        if self.held.borrow().worker.is_none() {
            let hearer = self.clone();
            let worker = WorkerClient::start(Callback::from(move |event| hearer.hear(event)));
            if worker.is_none() {
                self.tell(ImportAction::Troubled(Trouble::WorkerGone));
            }
            self.held.borrow_mut().worker = worker;
            self.say(&ToWorker::Prefetch);
        }
    }

    /// Reads a file in a fresh worker, after asking if another one would be lost.
    pub fn open(&self, file: &File) {
        if self.state.sending.is_under_way() || (self.state.has_unsent_work() && !leave::confirm(texts::replace())) {
            return;
        }
        match self.state.phase {
            Phase::Waiting => {}
            // An idle worker has the directory already.
            Phase::Preview if !self.state.checking => self.forget_file(),
            Phase::Preview | Phase::Working => self.forget(),
        }
        self.prepare();
        self.tell(ImportAction::Opened { name: file.name() });
        self.held.borrow_mut().file = Some(file.clone());
        self.give_file();
    }

    /// Gives the worker the file, with what she decided about it so far.
    fn give_file(&self) {
        let held = self.held.borrow();
        if let (Some(worker), Some(file)) = (&held.worker, &held.file) {
            worker.say_with_file(&ToWorker::Open { name: file.name(), decided: held.decided.clone() }, file);
        }
    }

    /// Lets go of the file and goes back to the start. A worker that is at work is ended; an idle one keeps the directory.
    pub fn cancel(&self) {
        if self.state.phase == Phase::Preview && !self.state.checking {
            self.say(&ToWorker::Close);
            self.forget_file();
        } else {
            self.forget();
        }
        self.tell(ImportAction::Closed);
        self.prepare();
    }

    /// Passes a decision on.
    pub fn decide(&self, decision: Decision) {
        self.tell(ImportAction::Deciding);
        {
            let mut held = self.held.borrow_mut();
            held.attempt = None;
            held.decided.push(decision.clone());
        }
        self.say(&ToWorker::Decide(decision));
    }

    /// Shows only rows that hold this.
    pub fn search(&self, words: String) {
        self.tell(ImportAction::Search(words));
    }

    /// Shows rows in another order.
    pub fn sort(&self, sort: Option<Sort>) {
        self.tell(ImportAction::Sort(sort));
    }

    /// Shows a row of the file among all the others.
    pub fn go_to(&self, row: usize) {
        self.tell(ImportAction::GoTo(row));
    }

    /// Asks for everything that is known of a row.
    pub fn explain(&self, row: usize) {
        self.say(&ToWorker::Explain { row });
    }

    /// Puts the explanation away.
    pub fn explained(&self) {
        self.tell(ImportAction::Explained);
    }

    /// Asks for the changes, as they are printed.
    pub fn list_changes(&self, most: usize) {
        self.say(&ToWorker::Changes { most });
    }

    /// Asks what the plan would do, by name and value.
    pub fn ask_effects(&self) {
        self.say(&ToWorker::Effects);
    }

    /// Shows other rows.
    pub fn show(&self, filter: Filter) {
        self.tell(ImportAction::Show(filter));
    }

    /// Asks for a window of rows.
    pub fn ask_rows(&self, start: usize, count: usize, columns: Vec<usize>) {
        let ask = {
            let mut held = self.held.borrow_mut();
            held.asked = held.asked.wrapping_add(1);
            held.asked
        };
        self.say(&ToWorker::Rows { ask, view: self.state.view(), start, count, columns });
    }

    /// Fetches the directory anew and plans again; fixes and choices stay.
    pub fn compare_again(&self) {
        self.tell(ImportAction::ComparingAgain);
        self.held.borrow_mut().attempt = None;
        self.say(&ToWorker::Again);
    }

    /// Saves the corrected file, the changes or their inverse.
    pub fn download(&self, purpose: Purpose) {
        self.say(&ToWorker::Corrected { purpose });
    }

    /// Lets go of everything, after asking if unsent work would be lost. Returns whether she agreed.
    pub fn let_go(&self) -> bool {
        if self.state.has_unsent_work() && !leave::confirm(texts::leave()) {
            return false;
        }
        self.forget();
        self.held.borrow_mut().before_leaving = None;
        true
    }

    fn tell(&self, action: ImportAction) {
        self.state.dispatch(action);
    }

    fn say(&self, message: &ToWorker) {
        if let Some(worker) = &self.held.borrow().worker {
            worker.say(message);
        }
    }

    /// Ends the worker and everything that belongs to its file.
    fn forget(&self) {
        self.held.borrow_mut().worker = None;
        self.forget_file();
    }

    fn forget_file(&self) {
        let mut held = self.held.borrow_mut();
        held.attempt = None;
        held.upload = None;
        held.file = None;
        held.decided.clear();
        held.restarts = 0;
    }

    fn hear(&self, event: WorkerEvent) {
        let (message, attached) = match event {
            WorkerEvent::Said(message, attached) => (message, attached),
            WorkerEvent::OtherVersion => return self.lose_worker(Trouble::OtherVersion),
            WorkerEvent::Died => return self.survive(),
        };
        match &*message {
            FromWorker::Ready { engine, .. } if self.is_other_engine(engine) => self.lose_worker(Trouble::OtherVersion),
            FromWorker::Rows(window) if window.ask != self.held.borrow().asked => {}
            FromWorker::Corrected { purpose, request } => {
                let Some(file) = attached.and_then(|bytes| download::blob_from_bytes(&bytes)) else { return };
                self.take_corrected(*purpose, request.clone(), file);
            }
            FromWorker::Stopped(problem) => {
                self.session.notice(problem);
                self.tell(ImportAction::Heard(message));
            }
            FromWorker::Planned(summary) => {
                self.held.borrow_mut().restarts = 0;
                self.directory_moved(summary.revision, summary.people as u64);
                self.tell(ImportAction::Heard(message));
            }
            _ => self.tell(ImportAction::Heard(message)),
        }
    }

    fn take_corrected(&self, purpose: Purpose, request: SendRequest, file: Blob) {
        match purpose {
            Purpose::Download | Purpose::Changes | Purpose::Inverse => download::save(&request.file_name, &file),
            Purpose::Send => {
                let mut held = self.held.borrow_mut();
                let note = Some(held.note.trim().to_owned()).filter(|note| !note.is_empty());
                let name = request.file_name.clone();
                let Ok(request) = serde_json::to_string(&SendRequest { note, ..request }) else { return };
                held.attempt = Some(Attempt { key: random::key(), request, name, file });
                drop(held);
                self.post_attempt();
            }
        }
    }

    /// A worker died: another one takes over with the file and all that she decided. If that one dies of it too, her
    /// last decision is left out; then the file is given up.
    fn survive(&self) {
        let may_go_on = {
            let mut held = self.held.borrow_mut();
            held.worker = None;
            held.restarts += 1;
            if held.restarts > 1 {
                held.decided.pop();
            }
            held.file.is_some() && held.restarts <= MOST_RESTARTS
        };
        if !may_go_on {
            return self.lose_worker(Trouble::WorkerGone);
        }
        self.tell(ImportAction::Restarted);
        self.prepare();
        self.give_file();
    }

    fn lose_worker(&self, trouble: Trouble) {
        self.forget();
        self.tell(ImportAction::Troubled(trouble));
    }

    /// A server of another version would plan otherwise, and refuse whatever this page shows.
    fn is_other_engine(&self, engine: &str) -> bool {
        self.session
            .signed_in()
            .is_some_and(|session| !session.engine_version.is_empty() && session.engine_version != engine)
    }

    fn directory_moved(&self, revision: u64, people: u64) {
        self.session.tell(SessionAction::Moved { revision, people });
    }

    fn tell_sending(&self, sending: Sending) {
        self.tell(ImportAction::Sending(sending));
    }
}
