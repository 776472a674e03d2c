//! What the import page knows: how far reading is, the plan without its rows, a window of rows, and how sending goes.

use std::rc::Rc;

use yew::Reducible;

use crate::api::{MovedOn, Outcome, Problem};
use crate::worker::protocol::{Facts, Filter, FromWorker, Progress, Severity, Summary, Window};

pub use trouble::Trouble;

mod trouble;

/// Where the page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Phase {
    /// It waits for a file.
    #[default]
    Waiting,
    /// The worker reads and checks.
    Working,
    /// The plan is shown.
    Preview,
}

/// How sending goes.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Sending {
    /// Nobody asked for it.
    #[default]
    Not,
    /// The dialog asks.
    Asking,
    /// The worker makes the corrected file.
    Preparing,
    /// Bytes leave.
    Going {
        /// Bytes sent.
        done: u64,
        /// Bytes in all.
        total: u64,
    },
    /// The connection broke; whether the server did it isn't known.
    Lost,
    /// The server refused: nothing was written.
    Refused(Problem),
    /// The directory has changed since the preview.
    Moved(MovedOn),
    /// It is done.
    Done(Outcome),
}

impl Sending {
    /// Whether the dialog is open.
    pub fn is_open(&self) -> bool {
        !matches!(self, Self::Not | Self::Done(_))
    }

    /// Whether something is under way that can't be taken back.
    pub fn is_under_way(&self) -> bool {
        matches!(self, Self::Preparing | Self::Going { .. })
    }
}

/// Everything that the import page knows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ImportState {
    /// Where it is.
    pub phase: Phase,
    /// The file's name.
    pub name: String,
    /// How far the worker is.
    pub progress: Option<Progress>,
    /// What the file is.
    pub facts: Option<Rc<Facts>>,
    /// The plan without its rows.
    pub summary: Option<Rc<Summary>>,
    /// Which rows are shown.
    pub filter: Filter,
    /// The rows that are at hand.
    pub window: Rc<Window>,
    /// Grows with every plan, so that rows are asked for anew.
    pub generation: u32,
    /// Whether the worker plans again while the last plan is still shown.
    pub checking: bool,
    /// What stands in the way.
    pub trouble: Option<Trouble>,
    /// How sending goes.
    pub sending: Sending,
    /// Whether the plan was made again because the directory had moved on.
    pub compared_again: bool,
}

/// What happens on the import page.
#[derive(Debug, Clone, PartialEq)]
pub enum ImportAction {
    /// She dropped or chose a file.
    Opened {
        /// Its name.
        name: String,
    },
    /// She cancelled, or wants another file.
    Closed,
    /// The worker said something that the page keeps.
    Heard(Box<FromWorker>),
    /// The worker is at work on a decision.
    Deciding,
    /// The directory is fetched anew, with her fixes and choices kept.
    ComparingAgain,
    /// She chose which rows to see.
    Show(Filter),
    /// Something stands in the way.
    Troubled(Trouble),
    /// Sending goes on.
    Sending(Sending),
}

impl Reducible for ImportState {
    type Action = ImportAction;

    fn reduce(self: Rc<Self>, action: ImportAction) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            ImportAction::Opened { name } => next = Self { phase: Phase::Working, name, generation: next.generation + 1, ..Self::default() },
            ImportAction::Closed => next = Self { generation: next.generation + 1, ..Self::default() },
            ImportAction::Heard(message) => next.hear(*message),
            ImportAction::Deciding => next.checking = true,
            ImportAction::ComparingAgain => {
                next.trouble = None;
                next.sending = Sending::Not;
                next.checking = true;
                next.compared_again = next.summary.is_some();
            }
            ImportAction::Show(filter) => {
                if next.filter != filter {
                    next.filter = filter;
                    next.window = Rc::default();
                }
            }
            ImportAction::Troubled(trouble) => next.be_troubled(trouble),
            ImportAction::Sending(sending) => next.sending = sending,
        }
        next.into()
    }
}

impl ImportState {
    fn hear(&mut self, message: FromWorker) {
        match message {
            FromWorker::Progress(progress) => self.progress = Some(progress),
            FromWorker::Facts(facts) => self.facts = Some(Rc::new(facts)),
            FromWorker::Planned(summary) => self.take_plan(*summary),
            FromWorker::Rows(window) => self.window = Rc::new(window),
            FromWorker::Stopped(problem) => self.be_troubled(Trouble::Server(problem)),
            // The rest is no business of the page's memory: it is answered where it is heard.
            FromWorker::Ready { .. } | FromWorker::Broken { .. } | FromWorker::Corrected { .. } | FromWorker::Checked => {}
        }
    }

    fn take_plan(&mut self, summary: Summary) {
        let first = self.phase != Phase::Preview;
        self.phase = Phase::Preview;
        self.progress = None;
        self.checking = false;
        self.trouble = None;
        self.generation += 1;
        let gone = matches!(&self.filter, Filter::Finding(id) if !summary.findings.iter().any(|finding| finding.id == *id));
        if first || gone {
            self.filter = first_filter(&summary);
            self.window = Rc::default();
        }
        self.summary = Some(Rc::new(summary));
    }

    fn be_troubled(&mut self, trouble: Trouble) {
        self.checking = false;
        self.progress = None;
        // Without its worker the preview can't be scrolled, mended or sent, so the page goes back to choosing a file.
        if trouble.ends_the_worker() {
            *self = Self { generation: self.generation + 1, ..Self::default() };
        }
        self.trouble = Some(trouble);
    }

    /// Whether leaving would lose something that wasn't sent.
    pub fn has_unsent_work(&self) -> bool {
        self.phase == Phase::Preview && !matches!(self.sending, Sending::Done(_))
    }

    /// Whether the plan may be sent.
    pub fn may_send(&self) -> bool {
        self.summary.as_ref().is_some_and(|summary| !summary.blocked && summary.counts.does_something()) && !self.checking
    }

    /// The finding before or after the one that the table shows, among errors and warnings (or notes, if that is all).
    pub fn neighbour(&self, forward: bool) -> Option<String> {
        let summary = self.summary.as_ref()?;
        let problems: Vec<&str> = {
            let worse = summary.findings.iter().filter(|finding| finding.severity != Severity::Note).map(|finding| finding.id.as_str());
            let worse: Vec<&str> = worse.collect();
            if worse.is_empty() { summary.findings.iter().map(|finding| finding.id.as_str()).collect() } else { worse }
        };
        let here = match &self.filter {
            Filter::Finding(id) => problems.iter().position(|problem| problem == id),
            _ => None,
        };
        let last = problems.len().checked_sub(1)?;
        let there = match (here, forward) {
            (None, true) => 0,
            (None, false) | (Some(0), false) => last,
            (Some(here), true) => if here == last { 0 } else { here + 1 },
            (Some(here), false) => here - 1,
        };
        problems.get(there).map(|id| (*id).to_owned())
    }
}

/// What is shown first: what she did, or what is wrong if she did nothing that can be seen.
fn first_filter(summary: &Summary) -> Filter {
    let counts = &summary.counts;
    if counts.updated > 0 {
        Filter::Changed
    } else if counts.created > 0 {
        Filter::New
    } else if counts.renamed > 0 {
        Filter::Renamed
    } else if counts.errors > 0 {
        Filter::Errors
    } else {
        Filter::All
    }
}

#[cfg(test)]
mod tests;
