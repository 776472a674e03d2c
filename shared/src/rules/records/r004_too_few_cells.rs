//! R004: a row that lost a cell in its middle.

use crate::check::rule;
use crate::fix::{Action, Fix};
use crate::reviewed::Reviewed;
use crate::sink::{Detail, Sink};
use crate::values::words::counted;
use crate::words;

rule! {
    /// ## What it finds
    /// A row with fewer cells than the header, of which the last can't be the ones that are missing: a value doesn't
    /// fit its column, or the directory has values where the row has no cells.
    ///
    /// ## Why it matters
    /// A cell lost in the middle moves every later value one column to the left.
    ///
    /// ## What to do
    /// Put the missing separator back.
    ///
    /// ## Flagged
    /// ```csv
    /// Username,FirstName,LastName,EmployeeId,OfficialLocation
    /// ann@example.com,Ann,Lee,HQ
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,FirstName,LastName,EmployeeId,OfficialLocation,JobCategory
    /// ann@example.com,Ann,Lee,00017,HQ
    /// ```
    pub(crate) static RULE = { code: "R004", name: "too-few-cells", severity: Error, fixes: Always, check: Merge(check) };
}

fn check(reviewed: &Reviewed<'_>, sink: &mut Sink) {
    let width = reviewed.table.records.width;
    for short in reviewed.short_rows().filter(|short| !short.lacks_its_end) {
        let row = short.row.position;
        sink.report(&RULE, None, "", || reviewed.row_place(&short.row), || Detail {
            message: words!("Line {line} has {cells}, the header has {width}.", line = short.row.line, cells = counted(short.cells, words!("{count} cell"), words!("{count} cells")), width),
            many: words!("{count} lines have fewer cells than the header, which has {width}.", width),
            help: words!("A cell lost in the middle moves every later value into the wrong column. Put the missing separator back, or leave the row out."),
            fixes: vec![Fix::needs_a_look(words!("Leave the row out"), Action::LeaveOut { row })],
        });
    }
}
