//! What the page and the worker say to each other.
//!
//! A message is a JavaScript array: first a JSON string (a [`ToWorker`] or a [`FromWorker`]), then what JSON can't
//! carry: the `File` with [`ToWorker::Open`], the corrected file's bytes with [`FromWorker::Corrected`]. The worker
//! speaks first: [`FromWorker::Ready`] names its version of this protocol, and the page asks for a reload if it isn't
//! its own, because a browser may still hold an older worker.
//!
//! For tests, [`ToWorker::Check`] is followed by three `Uint8Array`s (directory, base or null, upload), and
//! [`FromWorker::Checked`] is followed by the plan's JSON as a string of its own, byte for byte.

use serde::{Deserialize, Serialize};

pub use changes::*;
pub use decision::*;
pub use effects::*;
pub use explanation::*;
pub use rows::*;
pub use view::*;

mod changes;
mod decision;
mod effects;
mod explanation;
mod rows;
mod view;

/// The version of this protocol: it grows with every change of a message.
pub const PROTOCOL: u32 = 4;

/// What the page asks of the worker.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ToWorker {
    /// Fetch the directory before there is a file, so that a file finds it there.
    Prefetch,
    /// Read the attached file and plan it.
    Open {
        /// The file's name.
        name: String,
        /// What she had decided before a worker died with this file: it is done again before the plan is shown.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        decided: Vec<Decision>,
    },
    /// Let go of the file, and be ready for the next one: the directory is kept as long as it is the one of now.
    Close,
    /// Fetch the directory anew and plan again: after a sign-in, or when the directory has moved on. Fixes and choices stay.
    Again,
    /// Give a window of rows.
    Rows {
        /// Comes back in the answer, so that a late one is known.
        ask: u32,
        /// Which rows, in which order.
        view: View,
        /// The first row of the window, counted within the view.
        start: usize,
        /// How many.
        count: usize,
        /// Which columns of the file, by position.
        columns: Vec<usize>,
    },
    /// Do what she decided and plan again.
    Decide(Decision),
    /// Say everything that is known of a row.
    Explain {
        /// Row of the file.
        row: usize,
    },
    /// List the cells that would change, for print.
    Changes {
        /// At most so many.
        most: usize,
    },
    /// Say by name and value what the plan would do.
    Effects,
    /// Give the file with every fix in it, and what is sent with it.
    Corrected {
        /// What it is for; comes back in the answer.
        purpose: Purpose,
    },
    /// Plan attached bytes under these options, for the test that wasm and native agree.
    Check(CheckRequest),
}

/// A plan that a test asks for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CheckRequest {
    /// The upload's name.
    pub name: String,
    /// The directory's revision.
    pub revision: u64,
    /// The base's revision, if bytes of one are attached.
    #[serde(default)]
    pub base_revision: u64,
    /// The options, as they travel to the server.
    #[serde(default)]
    pub options: serde_json::Value,
}

/// Why the page wants the corrected file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    /// To save it.
    Download,
    /// To save only keys and changed cells.
    Changes,
    /// To save what takes the changes back.
    Inverse,
    /// To send it.
    Send,
}

/// What the worker tells the page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FromWorker {
    /// The worker listens.
    Ready {
        /// Its [`PROTOCOL`].
        protocol: u32,
        /// Its engine's version.
        engine: String,
    },
    /// The worker can't go on.
    Broken {
        /// What happened, for a report; never a value of the file.
        message: String,
    },
    /// How far it is.
    Progress(Progress),
    /// What the beginning of the file shows, before the rest is read.
    SoFar(SoFar),
    /// What the file is: before it is compared with anything, and again with each plan, as a decision may change how it
    /// is read.
    Facts(Facts),
    /// The server refused the directory, or can't be reached.
    Stopped(crate::api::Problem),
    /// The plan.
    Planned(Box<Summary>),
    /// A window of rows.
    Rows(Window),
    /// Everything that is known of a row.
    Explained(Box<Explanation>),
    /// The cells that would change.
    Changes(ChangeList),
    /// What the plan would do, by name and value.
    Effects(Effects),
    /// The corrected file is attached.
    Corrected {
        /// What it is for.
        purpose: Purpose,
        /// What is sent with it.
        request: SendRequest,
    },
    /// The plan's JSON is attached.
    Checked,
}

/// The part `request` of an import.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SendRequest {
    /// The file's name.
    pub file_name: String,
    /// Choices and decisions.
    pub options: serde_json::Value,
    /// The directory's revision that the preview was made against.
    pub revision: u64,
    /// The digest of the plan that was shown.
    pub digest: String,
    /// A word of hers for the history.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The version of the engine that planned.
    pub engine_version: String,
    /// That the admin saw the warnings; the dialog doesn't send without it.
    pub acknowledged: bool,
    /// How many people change, come or are renamed: she typed it where that is over the budget.
    pub acknowledged_changes: usize,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_the_same_after_its_journey() {
        let messages = [
            ToWorker::Open { name: "people.csv".to_owned(), decided: vec![Decision::FixAllSafe] },
            ToWorker::Again,
            ToWorker::Rows {
                ask: 1,
                view: View {
                    filter: Filter::Finding("C001//x".to_owned()),
                    search: "ann".to_owned(),
                    sort: Some(Sort { column: 2, descending: true }),
                },
                start: 0,
                count: 40,
                columns: vec![0, 2],
            },
            ToWorker::Decide(Decision::Base(None)),
            ToWorker::Decide(Decision::Edit { row: 3, column: 1, value: Some("a|b".to_owned()) }),
            ToWorker::Corrected { purpose: Purpose::Send },
        ];
        for message in messages {
            let json = serde_json::to_string(&message).expect("messages are plain data");
            assert_eq!(serde_json::from_str::<ToWorker>(&json).ok(), Some(message), "{json}");
        }
    }

    #[test]
    fn a_test_may_leave_out_what_it_does_not_need() {
        let json = r#"{"check":{"name":"a.csv","revision":3}}"#;
        let message: Result<ToWorker, _> = serde_json::from_str(json);
        assert!(
            matches!(message, Ok(ToWorker::Check(request)) if request.base_revision == 0 && request.options.is_null())
        );
    }
}
