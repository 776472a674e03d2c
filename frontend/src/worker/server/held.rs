//! What the worker holds from one message to the next.

use std::sync::Arc;

use shared::review::Opened;
use shared::{Directory, Options, Past, Review, Schema, Upload};

use crate::worker::protocol::{Decision, Mended, View};

/// What the worker holds.
#[derive(Default)]
pub(super) struct Desk {
    pub(super) schema: Option<Arc<Schema>>,
    pub(super) current: Current,
    /// The choices that a file begins with: none of hers, and what the server says of every file.
    pub(super) standard: Options,
    /// The extract that the file was made from, and the revision that was asked for: none if the server has no such.
    pub(super) base: Option<Arc<Directory>>,
    pub(super) base_asked: Option<u64>,
    /// What the server remembers for the file; nothing if it doesn't say.
    pub(super) past: Option<Past>,
    /// The file before its first plan, so that a refused directory can be asked for again.
    pub(super) unplanned: Option<Upload>,
    /// The same, read.
    pub(super) opened: Option<Opened>,
    /// What is done again with the file before its plan is shown.
    pub(super) decided: Vec<Decision>,
    /// Whether the directory is being fetched ahead of a file, and whether a file has come meanwhile.
    pub(super) is_prefetching: bool,
    pub(super) file_waits: bool,
    pub(super) review: Option<Review>,
    /// What was mended in it, the things that were taken back and can be done again among them.
    pub(super) mended: Vec<Mended>,
    pub(super) name: String,
    /// The rows of the view that was asked last: scrolling asks for the same ones again and again.
    pub(super) selected: Option<(View, Vec<usize>)>,
}

/// The directory of now, as it was fetched last.
#[derive(Default)]
pub(super) struct Current {
    pub(super) directory: Option<Arc<Directory>>,
    /// Names this state of it, so that an unchanged one isn't fetched again.
    pub(super) etag: Option<String>,
    /// Whether the server said a moment ago that this is the state of now.
    pub(super) is_fresh: bool,
}
