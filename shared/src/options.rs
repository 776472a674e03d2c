//! What the admin chose for a file. Everything a plan depends on, beside the file and the directory, stands here.

use crate::budget::Budget;
use crate::values::date::DateFormat;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The choices and decisions for one upload. They travel with it to the server, which plans again with the same ones.
///
/// As JSON, what isn't chosen may be left out, and what isn't known is refused:
///
/// ```
/// use shared::options::{Blanks, Options};
///
/// let options: Options = serde_json::from_str(r#"{"blanks_by_column": {"Nickname": "clear"}}"#).expect("known choices");
/// assert_eq!((options.blanks_in("Nickname"), options.blanks_in("JobCategory")), (Blanks::Clear, Blanks::Keep));
/// assert!(serde_json::from_str::<Options>(r#"{"blancs": "clear"}"#).is_err());
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Options {
    /// The column that says which person a row is about.
    pub key: Key,
    /// What an empty cell means.
    pub blanks: Blanks,
    /// Columns, by header, in which an empty cell means something else than `blanks` says.
    pub blanks_by_column: BTreeMap<String, Blanks>,
    /// The notation of dates, beside `YYYY-MM-DD`.
    pub dates: Option<DateFormat>,
    /// Whether rows about nobody in the directory create people.
    pub create: Create,
    /// The encoding that the admin picked for a file that isn't UTF-8; a label of the WHATWG Encoding Standard.
    pub encoding: Option<String>,
    /// The revision of the extract that the file was made from.
    pub base: Option<u64>,
    /// Whether it was made from no extract: it comes from another system, and what it says is meant.
    pub no_base: bool,
    /// Headers of columns of the file that are not read.
    pub ignored_columns: BTreeSet<String>,
    /// Columns of the file that are read as a column of the schema with another name: the file's header, the schema's.
    pub read_as: BTreeMap<String, String>,
    /// Renames: the new Username, as the file has it, and the Username that the directory holds.
    pub renames: BTreeMap<String, String>,
    /// Usernames of the file that are new people indeed, whatever they resemble.
    pub new_people: BTreeSet<String>,
    /// By header: known values with a pipe in their name that, typed without a backslash, are several values indeed.
    pub kept_apart: BTreeMap<String, BTreeSet<String>>,
    /// Headers of columns of which the changes are meant, however much they look like an accident.
    pub meant: BTreeSet<String>,
    /// By header: values that stand as they were meant, however much they look like what programs make of others.
    pub meant_values: BTreeMap<String, BTreeSet<String>>,
    /// Whoever sends the file, by Username or by e-mail address: the file may not switch her off.
    pub sender: Option<String>,
    /// The admins, by Username or by e-mail address: the file may not switch off all of them.
    pub admins: BTreeSet<String>,
    /// Usernames of people whom no file may switch off.
    pub protected: BTreeSet<String>,
    /// How many people an upload may change before somebody has to look twice.
    pub budget: Budget,
    /// How cells are decided that the file and a colleague both changed.
    pub conflicts: Conflicts,
}

/// The column that says which person a row is about.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Key {
    /// By Username.
    #[default]
    Username,
    /// By `EmployeeId`; a Username that differs is then a rename.
    EmployeeId,
}

impl Key {
    /// The header of the key's column in the standard schema, which names the key everywhere else, too.
    pub fn header(self) -> &'static str {
        match self {
            Self::Username => "Username",
            Self::EmployeeId => "EmployeeId",
        }
    }
}

/// What an empty cell means.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Blanks {
    /// The stored value stays.
    #[default]
    Keep,
    /// The stored value is cleared, unless the column is required.
    Clear,
}

/// Whether rows about nobody in the directory create people.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Create {
    /// No: such a row is an error.
    #[default]
    Deny,
    /// Yes.
    Allow,
}

/// How conflicts are decided: a cell's own decision first, then its column's, then the one for all.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Conflicts {
    /// For every conflict that nothing else decides.
    pub all: Option<Side>,
    /// By header.
    pub columns: BTreeMap<String, Side>,
    /// By Username as stored, then by header.
    pub cells: BTreeMap<String, BTreeMap<String, Side>>,
}

/// Whose value a conflict takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// The file's.
    Yours,
    /// The directory's.
    Theirs,
}

impl Options {
    /// No choice made.
    pub(crate) const NONE: Self = Self {
        key: Key::Username,
        blanks: Blanks::Keep,
        blanks_by_column: BTreeMap::new(),
        dates: None,
        create: Create::Deny,
        encoding: None,
        base: None,
        no_base: false,
        ignored_columns: BTreeSet::new(),
        read_as: BTreeMap::new(),
        renames: BTreeMap::new(),
        new_people: BTreeSet::new(),
        kept_apart: BTreeMap::new(),
        meant: BTreeSet::new(),
        meant_values: BTreeMap::new(),
        sender: None,
        admins: BTreeSet::new(),
        protected: BTreeSet::new(),
        budget: Budget::STANDARD,
        conflicts: Conflicts { all: None, columns: BTreeMap::new(), cells: BTreeMap::new() },
    };

    /// What an empty cell means in a column.
    pub fn blanks_in(&self, header: &str) -> Blanks {
        self.blanks_by_column.get(header).copied().unwrap_or(self.blanks)
    }

    /// Whether the parts of a value with a pipe in its name are several values indeed.
    pub fn keeps_apart(&self, header: &str, value: &str) -> bool {
        self.kept_apart.get(header).is_some_and(|values| values.contains(value))
    }

    /// Whether a value stands as it was meant, whatever it looks like.
    pub fn means(&self, header: &str, value: &str) -> bool {
        self.meant_values.get(header).is_some_and(|values| values.contains(value))
    }
}

impl Conflicts {
    /// The decision for one cell, if there is one.
    pub fn side(&self, username: &str, header: &str) -> Option<Side> {
        let cell = self.cells.get(username).and_then(|columns| columns.get(header));
        cell.or_else(|| self.columns.get(header)).copied().or(self.all)
    }
}
