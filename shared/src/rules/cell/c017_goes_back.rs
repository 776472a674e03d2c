//! C017: a cell that would get an earlier value of its own back.

use crate::check::rule;
use crate::finding::Place;
use crate::fix::Safety;
use crate::reviewed::{ChangedCell, Reviewed};
use crate::sink::{Detail, Sink};
use crate::stages::merge::CellState;
use crate::stages::rows::{Row, same_value};
use crate::values::text::shortened;
use crate::words;

rule! {
    /// ## What it finds
    /// A changed cell of a file without a known extract, with a value that this very cell had before.
    ///
    /// ## Why it matters
    /// Most often nobody typed it: the file is older than the directory, and a colleague changed the cell meanwhile. Sent
    /// like this, her work is taken back.
    ///
    /// ## What to do
    /// Say which extract the file was made from, or keep the newer values, or look at each and send it if it is meant.
    ///
    /// ## Past
    /// ```json
    /// {"cells": [{"username": "ann@example.com", "column": "FirstName", "value": "Anna", "until": 2}],
    ///  "steps": {"2": {"by": "Eve Moss", "at": "2026-11-29T08:12:00Z"}}}
    /// ```
    ///
    /// ## Flagged
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,Anna
    /// ```
    ///
    /// ## Fixed
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,Ann
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,Annie
    /// ```
    pub(crate) static RULE = { code: "C017", name: "goes-back", severity: Warning, fixes: Always, check: Cell(check) };
}

fn check(reviewed: &Reviewed<'_>, row: &Row<'_>, cell: &ChangedCell<'_>, sink: &mut Sink) {
    if !reviewed.memory.has_past() || cell.base.is_some() || cell.state != CellState::Edit {
        return;
    }
    let Some(person) = reviewed.merge.rows.get(row.position).and_then(|merged| reviewed.person(merged)) else { return };
    if reviewed.is_up_to_date(row, &person) {
        return;
    }
    let (username, header) = (person.username(), &cell.column.header);
    let is_it = |held: &str| same_value(cell.column, &cell.value, held);
    let Some((held, step)) = reviewed.memory.held(&username, header, is_it) else { return };
    let place = || Place { base: Some(held.value.clone()), ..reviewed.changed_place(row, cell) };
    sink.report(&RULE, Some(header), "", place, || {
        let (value, revision) = (shortened(&cell.value), held.until);
        let stored = shortened(cell.stored.as_deref().unwrap_or_default());
        let message = match step {
            Some(step) => words!(
                "{header} of {username} goes back to “{value}”, which it was before {by} made it “{stored}” (revision {revision}, {at}).",
                header, username, value, by = step.by.as_str(), stored, revision, at = step.at.as_str()
            ),
            None => words!("{header} of {username} goes back to “{value}”, which it was before revision {revision}.", header, username, value, revision),
        };
        Detail {
            message,
            many: words!("{count} cells of {header} go back to what they were before somebody changed them.", header),
            help: words!("The file seems older than the directory. Say which extract it was made from, or keep the newer values; if an old value is meant, send it."),
            fixes: reviewed.keep_stored(row, cell, Safety::NeedsALook).into_iter().collect(),
        }
    });
}
