//! C005: a day that isn't one.

use crate::check::rule;
use crate::fix::{Action, Fix, Safety};
use crate::reviewed::{ChangedCell, Reviewed};
use crate::schema::Kind;
use crate::sink::{Detail, Sink};
use crate::stages::rows::Row;
use crate::values::{date, text::shortened};
use crate::words;

rule! {
    /// ## What it finds
    /// A new value of a date column that is no day in YYYY-MM-DD or in the notation picked for the file.
    ///
    /// ## Why it matters
    /// 03/04 is the third of April to some and the fourth of March to others. Nothing is guessed.
    ///
    /// ## What to do
    /// Write YYYY-MM-DD, or pick the file's notation.
    ///
    /// ## Flagged
    /// ```csv
    /// Username,Joined
    /// ann@example.com,03/04/2020
    /// ```
    ///
    /// ## Flagged
    /// ```csv
    /// Username,Joined
    /// ann@example.com,31/04/2020
    /// ```
    ///
    /// ## Flagged
    /// ```csv
    /// Username,Joined
    /// ann@example.com,30/04/2020
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,Joined,BirthDate
    /// ann@example.com,2020-04-03,--02-29
    /// ```
    pub(crate) static RULE = { code: "C005", name: "invalid-date", severity: Error, fixes: Sometimes, check: Cell(check) };
}

fn check(reviewed: &Reviewed<'_>, row: &Row<'_>, cell: &ChangedCell<'_>, sink: &mut Sink) {
    let Kind::Date { yearless } = cell.column.kind else { return };
    if cell.value.is_empty() || date::parse(&cell.value, None, yearless).is_some() {
        return;
    }
    // Where only one notation fits every day, the file has that one.
    let only = reviewed.date_evidence().and_then(|evidence| <[_; 1]>::try_from(evidence.fits.as_slice()).ok());
    let only = only.map(|[format]| format);
    let header = &cell.column.header;
    sink.report(
        &RULE,
        Some(header),
        "",
        || reviewed.changed_place(row, cell),
        || Detail {
            message: words!("“{value}” isn't a day; use YYYY-MM-DD.", value = shortened(&cell.value)),
            many: words!("{count} cells of {header} aren't days; use YYYY-MM-DD.", header),
            help: words!("A day with the year first is read; of any other notation, the whole file must have the same. Single cells are never guessed at."),
            fixes: only
                .filter(|format| date::parse(&cell.value, Some(*format), yearless).is_some())
                .map(|format| {
                    let action = Action::ReadDatesAs { format };
                    Fix::needs_a_look(words!("Read days like {day}", day = format.example()), action)
                })
                .into_iter()
                .chain(reviewed.keep_stored(row, cell, Safety::NeedsALook))
                .collect(),
        },
    );
}
