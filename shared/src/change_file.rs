//! The change file: an upload that holds nothing but what changes; and its inverse, which takes that back.
//!
//! A row stands for one person: the key, the columns in which anybody changes, and the `Revision` that the change was
//! made for, so that a colleague's later change shows as a conflict and is never overwritten unseen.
//!
//! **How it says “untouched”.** By an empty cell, which keeps what is stored. Where somebody's value in a column is
//! cleared, empty must mean “clear” in that column: the choices that come with the file say so
//! ([`crate::options::Options::blanks_by_column`]), and whoever keeps her value there has it written out, which changes
//! nothing. So the file is read with its choices, as every upload is.
//!
//! **Usernames that change.** Under the key `Username` the choices say whose new name a row carries. Names that swap or
//! go round in a ring can't be told in that way; a file under the key `EmployeeId` tells any of them. So it is the key
//! wherever somebody is renamed and everybody in the file has one that stays. References to a renamed person follow by
//! themselves, and are not written.
//!
//! **What an inverse can't do.** People are never deleted by absence, so those who were created stay; the inverse
//! switches them off where the directory can (`AccountState`). A required value that was empty before stays filled.
//! Both are listed in [`ChangeFile::left`].
//!
//! ```
//! use shared::{Directory, Options, Review, Schema, Upload};
//! use std::sync::Arc;
//!
//! let schema = Arc::new(Schema::standard());
//! let extract = b"Username,FirstName,Nickname\nann@example.com,Ann,Annie\nben@example.com,Ben,\n".to_vec();
//! let upload = String::from_utf8_lossy(&extract).replace("Annie", "Nan").into_bytes();
//! let now = Arc::new(Directory::from_extract(schema.clone(), extract, 4).expect("an extract"));
//! let upload = Upload { name: "people.csv".to_owned(), bytes: upload };
//! let review = Review::new(now, upload, Options::default());
//! let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim_start_matches('\u{feff}').to_owned();
//! assert_eq!(text(&review.change_file().bytes), "Username,Nickname\r\nann@example.com,Nan\r\n");
//! let back = text(&review.inverse_file().bytes);
//! assert!(back.contains("ann@example.com,Annie"), "{back}");
//! ```

mod choices;
mod side;

use crate::csv::push_cell;
use crate::directory::Directory;
use crate::options::{Key, Options};
use crate::schema::Schema;
use crate::stages::change_set::{ChangeSet, Operation, OperationKind};
use crate::values::guard::guard;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A file of changes, and how it must be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeFile {
    /// The file: UTF-8 with its mark, commas, CRLF.
    pub bytes: Vec<u8>,
    /// The choices with which it says exactly these changes.
    pub options: Options,
    /// How many people it is about.
    pub people: usize,
    /// What an inverse can't give back.
    pub left: Vec<Left>,
}

/// Something that stays when an inverse is imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    /// The person's Username after the change.
    pub username: String,
    /// The column whose value stays; `None` where she was created, and stays herself.
    pub column: Option<String>,
}

/// The file that performs a change set, planned against a directory with these choices.
pub fn change_file(directory: &Directory, change_set: &ChangeSet, options: &Options) -> ChangeFile {
    let rows = side::forward(directory, change_set);
    written(directory, change_set, options, rows, Vec::new())
}

/// The file that, imported after a change set was applied, gives the directory from before.
///
/// `revision` says at which revision a person stands then, by her Username after the change; a server gives everybody
/// whom it changes the one after the change set's.
pub fn inverse_file(
    directory: &Directory,
    change_set: &ChangeSet,
    options: &Options,
    revision: &dyn Fn(&str) -> Option<u64>,
) -> ChangeFile {
    let (rows, left) = side::back(directory, change_set, revision);
    written(directory, change_set, options, rows, left)
}

/// What one person's row says.
#[derive(Debug)]
struct Wanted {
    /// Her Username when the file is imported; `None` for somebody who is created.
    before: Option<String>,
    /// Her Username once it is imported.
    username: String,
    /// Her `EmployeeId`, where it stays; empty where she has none.
    employee_id: String,
    /// The revision at which she last changed when the file is imported.
    revision: Option<u64>,
    /// The cells that the file changes: column of the schema, value.
    cells: Vec<(usize, String)>,
    /// Her position in the directory that the change set was made for.
    person: Option<usize>,
    /// What somebody holds whom the change set created.
    created_with: Vec<(usize, String)>,
}

fn written(
    directory: &Directory,
    change_set: &ChangeSet,
    options: &Options,
    mut rows: Vec<Wanted>,
    left: Vec<Left>,
) -> ChangeFile {
    let schema = directory.schema();
    rows.retain(|row| !row.cells.is_empty());
    let key = choices::key(schema, change_set.key, &rows);
    let changed: BTreeSet<usize> = rows.iter().flat_map(|row| row.cells.iter().map(|(column, _)| *column)).collect();
    let clears = |column: usize| {
        rows.iter().any(|row| row.before.is_some() && row.cells.iter().any(|(of, new)| *of == column && new.is_empty()))
    };
    let cleared: BTreeSet<usize> = changed.iter().copied().filter(|column| clears(*column)).collect();
    let columns = columns(schema, key, &changed, rows.iter().any(|row| row.revision.is_some()));

    let mut text = String::from("\u{feff}");
    push_line(&mut text, columns.iter().map(|column| schema.header_of(*column).to_owned()));
    for row in &rows {
        let cell = |column: &usize| guard(&value(directory, row, *column, key, &cleared)).into_owned();
        push_line(&mut text, columns.iter().map(cell));
    }
    let options = choices::of_file(directory, change_set, options, key, &rows, &changed, &cleared);
    ChangeFile { bytes: text.into_bytes(), options, people: rows.len(), left }
}

/// The key first, as people expect it; then the schema's order, which ends with the Revision.
fn columns(schema: &Schema, key: Key, changed: &BTreeSet<usize>, revision: bool) -> Vec<usize> {
    let key_column = schema.key(key).unwrap_or_else(|| schema.username());
    let rest = (0..schema.columns.len()).filter(|column| {
        let of_file = changed.contains(column) || revision && Some(*column) == schema.revision();
        of_file && *column != key_column
    });
    std::iter::once(key_column).chain(rest).collect()
}

fn value(directory: &Directory, row: &Wanted, column: usize, key: Key, cleared: &BTreeSet<usize>) -> String {
    let schema = directory.schema();
    if column == schema.username() && key == Key::Username {
        return row.username.clone();
    }
    if Some(column) == schema.revision() {
        return row.revision.map(|revision| revision.to_string()).unwrap_or_default();
    }
    if let Some((_, value)) = row.cells.iter().find(|(of, _)| *of == column) {
        return value.clone();
    }
    if key == Key::EmployeeId && Some(column) == schema.employee_id() {
        return row.employee_id.clone();
    }
    if !cleared.contains(&column) {
        return String::new();
    }
    match row.person.and_then(|person| directory.person(person)) {
        Some(person) => person.value(column).into_owned(),
        None => {
            row.created_with.iter().find(|(of, _)| *of == column).map(|(_, value)| value.clone()).unwrap_or_default()
        }
    }
}

fn push_line(text: &mut String, cells: impl Iterator<Item = String>) {
    for (position, cell) in cells.enumerate() {
        if position > 0 {
            text.push(',');
        }
        push_cell(text, &cell);
    }
    text.push_str("\r\n");
}

impl crate::Review {
    /// What would be changed, as a file of its own: the key and the changed cells.
    pub fn change_file(&self) -> ChangeFile {
        change_file(self.directory(), &self.plan().change_set, self.options())
    }

    /// The file that takes it back once it was sent.
    pub fn inverse_file(&self) -> ChangeFile {
        let after = self.plan().change_set.revision + 1;
        inverse_file(self.directory(), &self.plan().change_set, self.options(), &|_| Some(after))
    }

    /// The file that takes it back from people who stand at the revisions that another directory says.
    pub fn inverse_file_for(&self, after: &Arc<Directory>) -> ChangeFile {
        let revision = |username: &str| after.person(after.find_username(username)?)?.revision();
        inverse_file(self.directory(), &self.plan().change_set, self.options(), &revision)
    }
}

fn is_new(operation: &Operation) -> bool {
    operation.kind == OperationKind::Create
}
