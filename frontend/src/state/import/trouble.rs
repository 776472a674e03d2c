//! What can stand in the way of a preview.

use crate::api::Problem;
use crate::texts;

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
            Self::Server(problem) => problem.clone(),
            Self::WorkerGone => of("worker-gone", texts::problem::WORKER_GONE),
            Self::OtherVersion => of("other-version", texts::problem::OTHER_VERSION),
        }
    }
}

fn of(kind: &str, [title, detail, what_to_do]: [&str; 3]) -> Problem {
    Problem {
        kind: kind.to_owned(),
        title: title.to_owned(),
        detail: detail.to_owned(),
        what_to_do: what_to_do.to_owned(),
        ..Problem::default()
    }
}
