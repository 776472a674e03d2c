//! The way from a file to a plan.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use shared::review::{Against, Opened, OtherSchema, Progress as Planning, first_look};
use shared::{Directory, FileFacts, Options, Past, Review, Upload};
use web_sys::File;

use super::directories::{self, fetch_base, first_base};
use super::held::Desk;
use super::says::say;
use super::source::bytes_from_file;
use super::summary;
use crate::api::Problem;
use crate::worker::protocol::{Decision, FromWorker, Progress, Purpose, SendRequest, Stage};

/// Fetches the directory ahead of the file. If that fails, nobody needs to hear of it yet.
pub(super) async fn prefetch(desk: &RefCell<Desk>) {
    {
        let mut desk = desk.borrow_mut();
        if desk.is_prefetching || desk.current.is_fresh || desk.review.is_some() {
            return;
        }
        desk.is_prefetching = true;
    }
    let fetched = directories::refresh(desk).await;
    let file_waits = {
        let mut desk = desk.borrow_mut();
        desk.is_prefetching = false;
        // Time may pass before a file comes, so the server is asked again then; an unchanged directory costs nothing.
        desk.current.is_fresh = fetched.is_ok() && desk.file_waits;
        std::mem::take(&mut desk.file_waits)
    };
    if file_waits {
        report(prepare(desk).await);
    }
}

/// Reads a file and plans it.
pub(super) async fn open(desk: &RefCell<Desk>, name: String, file: &File, decided: Vec<Decision>) {
    // Without it nothing can be said of the file's beginning. If it can't be had, the way to the plan says so.
    let _ = directories::know_schema(desk).await;
    let look = |beginning: &[u8], size: usize| say_so_far(&desk.borrow(), &name, beginning, size);
    let bytes = match bytes_from_file(file, look).await {
        Ok(bytes) => bytes,
        Err(problem) => return say(&FromWorker::Stopped(problem)),
    };
    {
        let mut desk = desk.borrow_mut();
        desk.name.clone_from(&name);
        desk.unplanned = Some(Upload { name, bytes });
        desk.opened = None;
        desk.decided = decided;
        desk.mended.clear();
        desk.review = None;
        desk.selected = None;
        if desk.is_prefetching {
            desk.file_waits = true;
            return;
        }
        desk.current.is_fresh = false;
    }
    report(prepare(desk).await);
}

/// Lets go of the file, and keeps the directory for the next one.
pub(super) async fn close(desk: &RefCell<Desk>) {
    {
        let mut desk = desk.borrow_mut();
        desk.review = None;
        desk.unplanned = None;
        desk.selected = None;
        desk.current.is_fresh = false;
    }
    prefetch(desk).await;
}

/// Fetches the directory anew, and plans with it.
pub(super) async fn again(desk: &RefCell<Desk>) {
    desk.borrow_mut().current.is_fresh = false;
    report(prepare(desk).await);
}

/// Does what she decided, and plans again.
pub(super) async fn decide(desk: &Rc<RefCell<Desk>>, decision: Decision) {
    desk.borrow_mut().decide(decision);
    report(plan(desk).await);
}

fn report(result: Result<(), Problem>) {
    if let Err(problem) = result {
        say(&FromWorker::Stopped(problem));
    }
}

/// Fetches what is missing for a plan, and makes it.
async fn prepare(desk: &RefCell<Desk>) -> Result<(), Problem> {
    directories::refresh(desk).await?;
    desk.borrow_mut().read();
    plan(desk).await
}

/// Says what the beginning of a file shows, while the rest is being read.
fn say_so_far(desk: &Desk, name: &str, beginning: &[u8], size: usize) {
    let Some(schema) = &desk.schema else { return };
    let directory = desk.current.directory.as_ref();
    if let Some(look) = first_look(schema, directory, name, beginning, size) {
        say(&FromWorker::SoFar(summary::so_far_view(&look)));
    }
}

/// Plans, with the base that the choices or the file name, and shows the plan.
async fn plan(desk: &RefCell<Desk>) -> Result<(), Problem> {
    first_base(desk).await?;
    let is_new = {
        let mut desk = desk.borrow_mut();
        desk.selected = None;
        desk.make_review().map_err(|_| Problem::not_understood())?
    };
    settle(desk, is_new).await?;
    let decided = std::mem::take(&mut desk.borrow_mut().decided);
    for decision in decided {
        desk.borrow_mut().decide(decision);
        settle(desk, false).await?;
    }
    let desk = desk.borrow();
    if let (Some(review), Some(directory)) = (&desk.review, &desk.current.directory) {
        // A decision may have changed how the file is read.
        say(&FromWorker::Facts(summary::facts_view(&review.plan().file)));
        say(&FromWorker::Planned(Box::new(summary::summary_of(review, directory, &desk.mended))));
    }
    Ok(())
}

/// Holds the review against the directory of now, and against the base that the choices name: a step, or one taken
/// back, may have named another one.
async fn settle(desk: &RefCell<Desk>, is_new: bool) -> Result<(), Problem> {
    let wanted = desk.borrow().review.as_ref().and_then(|review| review.options().base);
    let other_base = wanted != desk.borrow().base_asked;
    if other_base {
        fetch_base(desk, wanted).await?;
        let mut desk = desk.borrow_mut();
        let not_there = wanted.is_some() && desk.base.is_none();
        // A revision that isn't there can't travel to the server as the base of a plan.
        if let Some(review) = desk.review.as_mut().filter(|_| not_there) {
            review.set_options(Options { base: None, ..review.options().clone() });
            desk.base_asked = None;
        }
    }
    let mut desk = desk.borrow_mut();
    if !is_new || other_base {
        let desk = &mut *desk;
        if let (Some(review), Some(directory)) = (&mut desk.review, &desk.current.directory)
            && (other_base || review.plan().change_set.revision != directory.revision())
        {
            // Both were read with the desk's one schema.
            let against = against(directory, desk.base.as_ref(), desk.past.as_ref());
            let against = against.map_err(|_| Problem::not_understood())?;
            review.set_against(against).map_err(|_| Problem::not_understood())?;
        }
    }
    Ok(())
}

impl Desk {
    /// Makes the first review of a file. Returns whether there was one to make.
    fn make_review(&mut self) -> Result<bool, OtherSchema> {
        let Some(directory) = self.current.directory.clone() else { return Ok(false) };
        let Some(opened) = self.opened.take() else { return Ok(false) };
        let size = opened.facts().size as u64;
        let options = Options { base: self.base.as_ref().and(self.base_asked), ..self.standard.clone() };
        self.base_asked = options.base;
        let mut say_progress = |planning: Planning| {
            let (done, total) = match planning {
                Planning::Read { .. } => (size / 10, size),
                Planning::Compared { rows, of } => (size / 10 + share(size * 7 / 10, rows, of), size),
                Planning::Checking => (size * 8 / 10, size),
            };
            say(&FromWorker::Progress(Progress { stage: Stage::Check, done, total }));
        };
        let against = against(&directory, self.base.as_ref(), self.past.as_ref())?;
        self.review = Some(Review::of_opened(against, opened, options, &mut say_progress)?);
        Ok(true)
    }

    /// Reads the file, if it wasn't yet, and says what it is.
    fn read(&mut self) {
        if let (Some(schema), Some(upload)) = (&self.schema, self.unplanned.take()) {
            let opened = Opened::read(schema, upload, &self.standard);
            say(&FromWorker::Facts(summary::facts_view(opened.facts())));
            self.opened = Some(opened);
        }
    }

    /// The file for a purpose, and what is sent with it.
    pub(super) fn corrected(&self, purpose: Purpose) -> Option<(SendRequest, Vec<u8>)> {
        let review = self.review.as_ref()?;
        let (ending, bytes) = match purpose {
            Purpose::Send => ("", review.corrected_file()),
            Purpose::Download => ("-corrected", review.corrected_file()),
            Purpose::Changes => ("-changes", review.change_file().bytes),
            Purpose::Inverse => ("-inverse", review.inverse_file().bytes),
        };
        let counts = review.plan().counts;
        let request = SendRequest {
            file_name: renamed(&self.name, ending),
            options: serde_json::to_value(review.options()).ok()?,
            revision: self.current.directory.as_ref()?.revision(),
            digest: review.plan().digest.clone().unwrap_or_default(),
            note: None,
            engine_version: shared::VERSION.to_owned(),
            acknowledged: true,
            acknowledged_changes: counts.updated + counts.created + counts.renamed,
        };
        Some((request, bytes))
    }

    /// What is known of the file, planned or not yet.
    pub(super) fn facts(&self) -> Option<&FileFacts> {
        let planned = || Some(&self.review.as_ref()?.plan().file);
        self.opened.as_ref().map(Opened::facts).or_else(planned)
    }

    /// The directory that was compared with.
    pub(super) fn directory(&self) -> Option<&Directory> {
        self.current.directory.as_deref()
    }

    /// The extract that the file was made from.
    pub(super) fn base(&self) -> Option<&Directory> {
        self.base.as_deref()
    }
}

/// What a file is held against, with what the server remembers, if it said so.
fn against(
    directory: &Arc<Directory>,
    base: Option<&Arc<Directory>>,
    past: Option<&Past>,
) -> Result<Against, OtherSchema> {
    let against = Against::new(Arc::clone(directory), base.cloned())?;
    Ok(match past {
        Some(past) => against.remembering(past.clone()),
        None => against,
    })
}

fn share(of: u64, done: usize, all: usize) -> u64 {
    of.saturating_mul(done as u64).checked_div(all as u64).unwrap_or(of)
}

/// `people.csv` as `people-corrected.csv`.
fn renamed(name: &str, ending: &str) -> String {
    match name.rsplit_once('.') {
        Some((stem, kind)) => format!("{stem}{ending}.{kind}"),
        None if ending.is_empty() => name.to_owned(),
        None => format!("{name}{ending}.csv"),
    }
}
