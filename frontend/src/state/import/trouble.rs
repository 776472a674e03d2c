//! What can stand in the way of a preview.

use crate::api::Problem;

/// Something that stands in the way.
#[derive(Debug, Clone, PartialEq)]
pub enum Trouble {
    /// The server refused, or can't be reached.
    Server(Problem),
    /// The worker ended.
    WorkerGone,
    /// Page, worker and server aren't of one version.
    OtherVersion,
}

impl Trouble {
    /// Whether no worker is left that holds the file.
    pub fn ends_the_worker(&self) -> bool {
        !matches!(self, Self::Server(_))
    }

    /// It as a person reads it.
    pub fn problem(&self) -> Problem {
        match self {
            Self::Server(problem) => problem.clone().in_her_language(),
            Self::WorkerGone => Problem::of_the_desk("worker-gone", 0),
            Self::OtherVersion => Problem::of_the_desk("other-version", 0),
        }
    }
}
