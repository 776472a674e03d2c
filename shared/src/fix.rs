//! The vocabulary of fixes: what a button beside a finding would do.

use crate::options::Side;
use crate::values::date::DateFormat;
use crate::values::words::Words;
use serde::{Deserialize, Serialize};

/// Whether a fix may be applied unseen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Safety {
    /// It may be wrong; a person decides.
    NeedsALook,
    /// It restores what certainly was meant; "fix all safe" applies it.
    Safe,
}

/// One thing that a fix does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Action {
    /// Writes a value into a cell of the upload.
    Edit {
        /// Row of the upload, counted from 0 without the header.
        row: usize,
        /// Column of the upload, counted from 0.
        column: usize,
        /// The cell's new text, as the file would hold it.
        value: String,
    },
    /// Leaves a row out.
    LeaveOut {
        /// Row of the upload, counted from 0 without the header.
        row: usize,
    },
    /// Leaves a column out.
    IgnoreColumn {
        /// Column of the upload, counted from 0.
        column: usize,
    },
    /// Reads a column as one of the schema's.
    ReadColumnAs {
        /// Its name in the file's header.
        header: String,
        /// The schema's name.
        column: String,
    },
    /// Reads the file in another encoding.
    ReadAs {
        /// Its label in the WHATWG Encoding Standard.
        encoding: String,
    },
    /// Takes a row as a new Username for a person.
    Rename {
        /// The Username that the file has.
        new: String,
        /// The Username that the directory holds.
        old: String,
    },
    /// Takes a row as a new person.
    NewPerson {
        /// The Username that the file has.
        username: String,
    },
    /// Takes the parts of a known value with a pipe in its name for several values.
    KeepApart {
        /// The column's header.
        header: String,
        /// The value.
        value: String,
    },
    /// Lets a stretch of a column keep the stored values, as if the file lacked those cells.
    KeepStored {
        /// Column of the upload, counted from 0.
        column: usize,
        /// The first row of the stretch, counted from 0 without the header.
        first: usize,
        /// Its last row.
        last: usize,
    },
    /// Takes what looks like an accident in a column as meant: from then on its cells are judged one by one.
    TakeAsMeant {
        /// The column's header.
        header: String,
    },
    /// Takes a value that looks damaged as meant.
    TakeValueAsMeant {
        /// The column's header.
        header: String,
        /// The value, in its stored form.
        value: String,
    },
    /// Reads the file's dates in a notation.
    ReadDatesAs {
        /// The notation.
        format: DateFormat,
    },
    /// Says that the file was made from no extract.
    NoBase,
    /// Decides a conflict.
    Decide {
        /// The person's Username as stored.
        username: String,
        /// The column's header.
        header: String,
        /// Whose value is taken.
        side: Side,
    },
}

/// A fix as a finding offers it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fix {
    /// What the button says: an imperative without a full stop.
    pub title: Words,
    /// Whether it may be applied unseen.
    pub safety: Safety,
    /// What it does at each place of the finding, in the order of the places.
    pub actions: Vec<Action>,
}

impl Fix {
    /// A fix that restores what certainly was meant.
    pub fn safe(title: Words, action: Action) -> Self {
        Self { title, safety: Safety::Safe, actions: vec![action] }
    }

    /// A fix that a person should look at.
    pub fn needs_a_look(title: Words, action: Action) -> Self {
        Self { title, safety: Safety::NeedsALook, actions: vec![action] }
    }
}
