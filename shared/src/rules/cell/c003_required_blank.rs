//! C003: a required value that is missing.

use crate::check::rule;
use crate::fix::{Action, Fix};
use crate::options::Blanks;
use crate::reviewed::{Reviewed, ReviewedRow};
use crate::sink::{Detail, Sink};
use crate::stages::merge::{MergedRow, RowState};
use crate::stages::rows::Row;
use crate::words;

rule! {
    /// ## What it finds
    /// An empty cell in a required column, where blank cells clear or the row creates a person; or a new person for
    /// whom the file lacks a required column.
    ///
    /// ## Why it matters
    /// Every person has a Username, a WorkEmail, a first and a last name. They are never cleared.
    ///
    /// ## What to do
    /// Fill it in, keep the stored value, or leave the row out.
    ///
    /// ## Flagged
    /// ```csv clear
    /// Username,FirstName,Nickname
    /// ann@example.com,,Nan
    /// ```
    ///
    /// ## Fixed
    /// ```csv clear
    /// Username,FirstName,Nickname
    /// ann@example.com,Ann,Nan
    /// ```
    ///
    /// ## Flagged
    /// ```csv create
    /// Username,FirstName,LastName
    /// zoe@example.com,Zoe,Young
    /// ann@example.com,,
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,FirstName,Nickname
    /// ann@example.com,,Nan
    /// ```
    pub(crate) static RULE = { code: "C003", name: "required-blank", severity: Error, fixes: Always, check: Row(check) };
}

fn check(reviewed: &Reviewed<'_>, changed: &ReviewedRow<'_>, sink: &mut Sink) {
    let creates = match changed.merged.state {
        RowState::Create => true,
        RowState::Same | RowState::Update | RowState::Rename | RowState::Conflict => false,
        _ => return,
    };
    let required = reviewed.schema.columns.iter().enumerate().filter(|(_, column)| column.required);
    for (index, column) in required {
        // Where blank cells keep what is stored, nothing is lost.
        if creates || reviewed.options.blanks_in(&column.header) == Blanks::Clear {
            look(reviewed, &changed.row, changed.merged, index, sink);
        }
    }
}

fn look(reviewed: &Reviewed<'_>, row: &Row<'_>, merged: &MergedRow, index: usize, sink: &mut Sink) {
    let value = reviewed.value(row, index);
    let stored = reviewed.person(merged).map(|person| person.value(index).into_owned());
    // A cell that a file or a row lacks says nothing about a person who is there already.
    if value.as_ref().is_some_and(|value| !value.is_empty()) || stored.is_some() && value.is_none() {
        return;
    }
    let header = reviewed.schema.header_of(index);
    let mut place = reviewed.cell_place(row, index);
    place.stored.clone_from(&stored);
    sink.report(&RULE, Some(header), if stored.is_some() { "" } else { "new" }, || place, || {
        let keep = stored.as_deref().and_then(|stored| reviewed.edit(row, index, stored));
        Detail {
            message: words!("{header} is required, and line {line} leaves it blank.", header, line = row.line),
            many: words!("{header} is required, and {count} rows leave it blank.", header),
            help: words!("It is never cleared, and nobody is created without it. Fill it in, keep the stored value, or leave the row out."),
            fixes: match keep {
                Some(edit) => vec![Fix::safe(words!("Keep the stored value"), edit)],
                None => vec![Fix::needs_a_look(words!("Leave out"), Action::LeaveOut { row: row.position })],
            },
        }
    });
}
