//! What the worker holds, and the way from a file to a plan.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use shared::review::Progress as Planning;
use shared::{Directory, Options, Review, Schema, Upload};
use web_sys::File;

use super::source::{bytes_from_file, extract_from_server, schema_json};
use super::{decisions, say, summary};
use crate::api::{self, Problem};
use crate::worker::protocol::{Decision, Filter, FromWorker, Progress, Purpose, SendRequest, Stage};

/// What the worker holds.
#[derive(Default)]
pub(super) struct Desk {
    schema: Option<Arc<Schema>>,
    directory: Option<Arc<Directory>>,
    /// The extract that the file was made from, and the revision that was asked for: none if the server has no such.
    base: Option<Arc<Directory>>,
    base_asked: Option<u64>,
    /// The file before its first plan, so that a refused directory can be asked for again.
    unplanned: Option<Upload>,
    pub(super) review: Option<Review>,
    name: String,
    /// The rows of the filter that was asked last: scrolling asks for the same ones again and again.
    pub(super) selected: Option<(Filter, Vec<usize>)>,
}

/// Reads a file and plans it.
pub(super) async fn open(desk: &RefCell<Desk>, name: String, file: &File) {
    match bytes_from_file(file).await {
        Ok(bytes) => {
            {
                let mut desk = desk.borrow_mut();
                desk.name.clone_from(&name);
                desk.unplanned = Some(Upload { name, bytes });
                desk.review = None;
                desk.selected = None;
            }
            report(prepare(desk).await);
        }
        Err(problem) => say(&FromWorker::Stopped(problem)),
    }
}

/// Fetches the directory anew, and plans with it.
pub(super) async fn again(desk: &RefCell<Desk>) {
    desk.borrow_mut().directory = None;
    report(prepare(desk).await);
}

/// Does what she decided, and plans again.
pub(super) async fn decide(desk: &Rc<RefCell<Desk>>, decision: Decision) {
    if let Some(review) = &mut desk.borrow_mut().review {
        decisions::decide(review, decision);
    }
    report(plan(desk).await);
}

fn report(result: Result<(), Problem>) {
    if let Err(problem) = result {
        say(&FromWorker::Stopped(problem));
    }
}

/// Fetches what is missing for a plan, and makes it.
async fn prepare(desk: &RefCell<Desk>) -> Result<(), Problem> {
    if desk.borrow().schema.is_none() {
        let json = schema_json().await?;
        let schema = Schema::from_json(&json).map_err(|_| Problem::not_understood())?;
        desk.borrow_mut().schema = Some(Arc::new(schema));
    }
    say_facts(&desk.borrow());
    if desk.borrow().directory.is_none() {
        let directory = directory_from_server(desk, api::DIRECTORY, Stage::Directory).await?;
        desk.borrow_mut().directory = Some(directory);
    }
    plan(desk).await
}

fn say_facts(desk: &Desk) {
    if let (Some(schema), Some(upload)) = (&desk.schema, &desk.unplanned) {
        let facts = shared::facts(schema, upload, &Options::default());
        say(&FromWorker::Facts(summary::facts_view(&facts)));
    }
}

/// Plans, with the base that the choices or the file name.
async fn plan(desk: &RefCell<Desk>) -> Result<(), Problem> {
    first_base(desk).await?;
    let held_anew = {
        let mut desk = desk.borrow_mut();
        desk.selected = None;
        desk.make_review()
    };
    // A step taken back may have brought another base back.
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
    if !held_anew || other_base {
        let (directory, base) = (desk.directory.clone(), desk.base.clone());
        if let (Some(review), Some(directory)) = (&mut desk.review, directory)
            && (other_base || review.plan().change_set.revision != directory.revision())
        {
            review.set_directory(directory, base);
        }
    }
    if let (Some(review), Some(directory)) = (&desk.review, &desk.directory) {
        say(&FromWorker::Planned(Box::new(summary::summary_of(review, directory))));
    }
    Ok(())
}

/// Before the first plan, the base is what the file says of itself.
async fn first_base(desk: &RefCell<Desk>) -> Result<(), Problem> {
    let revision = {
        let desk = desk.borrow();
        let (Some(schema), Some(upload)) = (&desk.schema, &desk.unplanned) else { return Ok(()) };
        shared::facts(schema, upload, &Options::default()).base.map(|base| base.revision)
    };
    fetch_base(desk, revision).await
}

async fn fetch_base(desk: &RefCell<Desk>, revision: Option<u64>) -> Result<(), Problem> {
    let current = desk.borrow().directory.clone();
    let base = match (revision, current) {
        (None, _) | (_, None) => None,
        (Some(revision), Some(directory)) if directory.revision() == revision => Some(directory),
        (Some(revision), _) => {
            match directory_from_server(desk, &format!("{}&at={revision}", api::DIRECTORY), Stage::Base).await {
                Ok(base) => Some(base),
                // A number that the directory never had is as good as none.
                Err(problem) if problem.status == 404 => None,
                Err(problem) => return Err(problem),
            }
        }
    };
    let mut desk = desk.borrow_mut();
    desk.base_asked = revision;
    desk.base = base;
    Ok(())
}

async fn directory_from_server(desk: &RefCell<Desk>, url: &str, stage: Stage) -> Result<Arc<Directory>, Problem> {
    let extract = extract_from_server(url, stage).await?;
    let schema = desk.borrow().schema.clone().ok_or_else(Problem::not_understood)?;
    let directory = Directory::from_extract(schema, extract.bytes, extract.revision).map_err(|_| Problem::not_understood())?;
    Ok(Arc::new(directory))
}

impl Desk {
    /// Makes the first review of a file. Returns whether there was one to make.
    fn make_review(&mut self) -> bool {
        let (Some(schema), Some(directory)) = (self.schema.clone(), self.directory.clone()) else { return false };
        let Some(upload) = self.unplanned.take() else { return false };
        let size = upload.bytes.len() as u64;
        let options = Options { base: self.base.as_ref().and(self.base_asked), ..Options::default() };
        self.base_asked = options.base;
        let mut say_progress = |planning: Planning| {
            let (done, total) = match planning {
                Planning::Read { .. } => (size / 10, size),
                Planning::Compared { rows, of } => (size / 10 + share(size * 7 / 10, rows, of), size),
                Planning::Checking => (size * 8 / 10, size),
            };
            say(&FromWorker::Progress(Progress { stage: Stage::Check, done, total }));
        };
        self.review = Some(Review::with_progress(schema, directory, self.base.clone(), upload, options, &mut say_progress));
        true
    }

    /// The corrected file, and what is sent with it.
    pub(super) fn corrected(&self, purpose: Purpose) -> Option<(SendRequest, Vec<u8>)> {
        let review = self.review.as_ref()?;
        let file_name = match purpose {
            Purpose::Send => self.name.clone(),
            Purpose::Download => corrected_name(&self.name),
        };
        let request = SendRequest {
            file_name,
            options: serde_json::to_value(review.options()).ok()?,
            revision: self.directory.as_ref()?.revision(),
            digest: review.plan().digest.clone().unwrap_or_default(),
            note: None,
            engine_version: shared::VERSION.to_owned(),
        };
        Some((request, review.corrected_file()))
    }

    /// The directory that was compared with.
    pub(super) fn directory(&self) -> Option<&Directory> {
        self.directory.as_deref()
    }
}

fn share(of: u64, done: usize, all: usize) -> u64 {
    of.saturating_mul(done as u64).checked_div(all as u64).unwrap_or(of)
}

/// `people.csv` as `people-corrected.csv`.
fn corrected_name(name: &str) -> String {
    match name.rsplit_once('.') {
        Some((stem, ending)) => format!("{stem}-corrected.{ending}"),
        None => format!("{name}-corrected.csv"),
    }
}
