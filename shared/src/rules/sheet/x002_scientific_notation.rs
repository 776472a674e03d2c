//! X002: a long number that a spreadsheet shortened to a power of ten.

use crate::check::rule;
use crate::fix::Safety;
use crate::reviewed::{ChangedCell, Reviewed};
use crate::sink::{Detail, Sink};
use crate::stages::rows::Row;
use crate::values::text::shortened;
use crate::words;

rule! {
    /// ## What it finds
    /// A new value such as `1.23457E+11`: the stored number in a spreadsheet's short form, or a number with an
    /// exponent in a column of text. Also the other way round: the id `12E5` that became `1200000`.
    ///
    /// ## Why it matters
    /// Spreadsheets show long numbers short, and write into a CSV file what they show. The other digits are gone.
    ///
    /// ## What to do
    /// Keep the stored value; the fix does.
    ///
    /// ## Directory
    /// ```csv
    /// Username,EmployeeId,SecondBadge,Joined,Nickname,AllowManageRelationships,Biography
    /// ann@example.com,123456789012,4111111111111111,2020-04-03,1-2,True,Long text
    /// ```
    ///
    /// ## Flagged
    /// ```csv
    /// Username,EmployeeId
    /// ann@example.com,1.23457E+11
    /// ```
    ///
    /// ## Fixed
    /// ```csv
    /// Username,EmployeeId
    /// ann@example.com,123456789012
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,EmployeeId
    /// ann@example.com,123456789013
    /// ```
    pub(crate) static RULE = { code: "X002", name: "scientific-notation", severity: Error, fixes: Sometimes, check: Cell(check) };
}

fn check(reviewed: &Reviewed<'_>, row: &Row<'_>, cell: &ChangedCell<'_>, sink: &mut Sink) {
    if reviewed.made_by(cell, &RULE).is_none() {
        return;
    }
    let was = cell.stored.as_deref().unwrap_or_default();
    let header = &cell.column.header;
    sink.report(&RULE, Some(header), "", || reviewed.changed_place(row, cell), || Detail {
        message: words!("{header} was {was}, the file has {value}: a spreadsheet turned a long number into a power of ten.", header, was = shortened(was), value = shortened(&cell.value)),
        many: words!("A spreadsheet turned {count} long numbers of {header} into powers of ten.", header),
        help: words!("What stood behind the first digits isn't in the file. Keep the stored values; next time, tick “protect numbers and dates” for the extract."),
        fixes: reviewed.keep_stored(row, cell, Safety::Safe).into_iter().collect(),
    });
}
