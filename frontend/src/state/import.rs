//! What the import page knows: how far reading is, the plan without its rows, a window of rows, and how sending goes.

use std::rc::Rc;

use yew::Reducible;

use crate::api::{MovedOn, Outcome, Problem};
use crate::worker::protocol::{
    ChangeList, Effects, Explanation, Facts, Filter, FromWorker, Progress, Severity, SoFar, Sort, Summary, View, Window,
};

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

/// Why a plan was made again without a decision of hers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anew {
    /// The directory had moved on.
    Compared,
    /// The worker died, and another one took over with her work.
    Restarted,
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
    /// What the beginning of the file shows, until there is a plan.
    pub so_far: Option<Rc<SoFar>>,
    /// The plan without its rows.
    pub summary: Option<Rc<Summary>>,
    /// Which rows are shown.
    pub filter: Filter,
    /// Of these, only rows that hold this; all of them if it is empty.
    pub search: String,
    /// By which column they are ordered.
    pub sort: Option<Sort>,
    /// The row that the table should go to; the number grows, so that going there twice is noticed.
    pub goal: (u32, usize),
    /// The row that is explained.
    pub explanation: Option<Rc<Explanation>>,
    /// The changes as they are printed.
    pub changes: Option<Rc<ChangeList>>,
    /// What the plan would do, by name and value, once that was asked.
    pub effects: Option<Rc<Effects>>,
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
    /// Whether something was sent and nobody knows if it arrived.
    pub is_uncertain: bool,
    /// Why the plan was made again without a decision of hers.
    pub anew: Option<Anew>,
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
    /// She looks for rows that hold this.
    Search(String),
    /// She chose an order.
    Sort(Option<Sort>),
    /// She goes to a row of the file.
    GoTo(usize),
    /// She has read the explanation.
    Explained,
    /// The worker died, and another one takes over with her work.
    Restarted,
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
            ImportAction::Opened { name } => {
                next = Self { phase: Phase::Working, name, generation: next.generation + 1, ..Self::default() }
            }
            ImportAction::Closed => next = Self { generation: next.generation + 1, ..Self::default() },
            ImportAction::Heard(message) => next.hear(*message),
            ImportAction::Deciding => {
                next.checking = true;
                next.anew = None;
            }
            ImportAction::ComparingAgain => {
                next.trouble = None;
                next.sending = Sending::Not;
                next.checking = true;
                next.anew = next.summary.is_some().then_some(Anew::Compared);
            }
            ImportAction::Show(filter) => {
                if next.filter != filter {
                    next.filter = filter;
                    next.window = Rc::default();
                }
            }
            ImportAction::Search(search) => {
                if next.search != search {
                    next.search = search;
                    next.window = Rc::default();
                }
            }
            ImportAction::Sort(sort) => {
                if next.sort != sort {
                    next.sort = sort;
                    next.window = Rc::new(Window { total: next.window.total, ..Window::default() });
                }
            }
            ImportAction::GoTo(row) => next.go_to(row),
            ImportAction::Explained => next.explanation = None,
            ImportAction::Restarted => {
                next.anew = Some(Anew::Restarted);
                next.progress = None;
                next.explanation = None;
                next.checking = next.phase == Phase::Preview;
                // A dialog that waited for the dead worker's file waits in vain.
                if next.sending == Sending::Preparing {
                    next.sending = Sending::Not;
                }
            }
            ImportAction::Troubled(trouble) => next.be_troubled(trouble),
            ImportAction::Sending(sending) => {
                match sending {
                    Sending::Lost => next.is_uncertain = true,
                    // The server answered, so it is known what became of the changes.
                    Sending::Refused(_) | Sending::Moved(_) | Sending::Done(_) => next.is_uncertain = false,
                    Sending::Not | Sending::Asking | Sending::Preparing | Sending::Going { .. } => {}
                }
                next.sending = sending;
            }
        }
        next.into()
    }
}

impl ImportState {
    /// Whether no row of the file could be read.
    pub fn is_unread(&self) -> bool {
        self.facts.as_ref().and_then(|facts| facts.rows) == Some(0)
    }

    fn hear(&mut self, message: FromWorker) {
        match message {
            FromWorker::Progress(progress) => self.progress = Some(progress),
            FromWorker::SoFar(so_far) => {
                self.facts = Some(Rc::new(so_far.facts.clone()));
                self.so_far = Some(Rc::new(so_far));
            }
            FromWorker::Facts(facts) => self.facts = Some(Rc::new(facts)),
            FromWorker::Planned(summary) => self.take_plan(*summary),
            FromWorker::Rows(window) => self.window = Rc::new(window),
            FromWorker::Explained(explanation) => self.explanation = Some(Rc::new(*explanation)),
            FromWorker::Changes(changes) => self.changes = Some(Rc::new(changes)),
            FromWorker::Effects(effects) => self.effects = Some(Rc::new(effects)),
            FromWorker::Stopped(problem) => self.be_troubled(Trouble::Server(problem)),
            // The rest is no business of the page's memory: it is answered where it is heard.
            FromWorker::Ready { .. }
            | FromWorker::Broken { .. }
            | FromWorker::Corrected { .. }
            | FromWorker::Checked => {}
        }
    }

    fn take_plan(&mut self, summary: Summary) {
        let first = self.phase != Phase::Preview;
        self.phase = Phase::Preview;
        self.progress = None;
        self.so_far = None;
        self.checking = false;
        self.trouble = None;
        self.generation += 1;
        self.changes = None;
        self.effects = None;
        if first || is_empty(&self.filter, &summary) {
            self.filter = first_filter(&summary);
            self.window = Rc::default();
        }
        self.summary = Some(Rc::new(summary));
    }

    /// Shows every row in the order of the file, at this one.
    fn go_to(&mut self, row: usize) {
        let whole = View { filter: Filter::All, ..View::default() };
        if self.view() != whole {
            (self.filter, self.search, self.sort) = (whole.filter, whole.search, whole.sort);
            // How many rows there are is known, so the table can go there before the worker answers.
            let total = self.facts.as_ref().and_then(|facts| facts.rows).unwrap_or_default();
            self.window = Rc::new(Window { total, ..Window::default() });
        }
        self.goal = (self.goal.0 + 1, row);
    }

    /// Which rows are shown, in which order.
    pub fn view(&self) -> View {
        View { filter: self.filter.clone(), search: self.search.clone(), sort: self.sort }
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

    /// Whether it is certain that nothing has left the browser.
    pub fn is_nothing_sent(&self) -> bool {
        !self.is_uncertain && !self.sending.is_under_way()
    }

    /// Whether the plan may be sent.
    pub fn may_send(&self) -> bool {
        self.summary.as_ref().is_some_and(|summary| !summary.blocked && summary.counts.does_something())
            && !self.checking
    }

    /// The finding before or after the one that the table shows, among errors and warnings (or notes, if that is all).
    pub fn neighbour(&self, forward: bool) -> Option<String> {
        let summary = self.summary.as_ref()?;
        let problems: Vec<&str> = {
            let worse = summary
                .findings
                .iter()
                .filter(|finding| finding.severity != Severity::Note)
                .map(|finding| finding.id.as_str());
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
            (None | Some(0), false) => last,
            (Some(here), true) => {
                if here == last {
                    0
                } else {
                    here + 1
                }
            }
            (Some(here), false) => here - 1,
        };
        problems.get(there).map(|id| (*id).to_owned())
    }
}

/// Whether no row is left that a filter chooses, so that she would look at nothing.
fn is_empty(filter: &Filter, summary: &Summary) -> bool {
    let counts = &summary.counts;
    match filter {
        Filter::All => false,
        Filter::Same => counts.same == 0,
        Filter::Changed => counts.updated == 0,
        Filter::New => counts.created == 0,
        Filter::Renamed => counts.renamed == 0,
        Filter::Conflicts => counts.conflicts == 0,
        Filter::Errors => counts.errors == 0,
        Filter::Warnings => counts.warnings == 0,
        Filter::Finding(id) => !summary.findings.iter().any(|finding| finding.id == *id),
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
    } else if counts.conflicts > 0 {
        Filter::Conflicts
    } else if counts.errors > 0 {
        Filter::Errors
    } else {
        Filter::All
    }
}

#[cfg(test)]
mod tests;
