//! B013: rows and columns of a workbook that nobody sees.

use crate::check::rule;
use crate::finding::Place;
use crate::sink::{Detail, Sink};
use crate::stages::bytes::Bytes;
use crate::values::words::{Words, counted};
use crate::words;

rule! {
    /// ## What it finds
    /// Rows or columns of a workbook that are hidden, by a filter or by hand, and hold something; and cells whose number
    /// format shows nothing of what they hold. They are read like all others.
    ///
    /// ## Why it matters
    /// What you changed with a filter on may have changed hidden rows, too; and what you don't see you don't check.
    ///
    /// ## What to do
    /// Show them in the spreadsheet program and look, or look at them here.
    ///
    /// ## Flagged
    /// ```csv workbook hidden
    /// Username,FirstName
    /// ann@example.com,Annie
    /// ```
    ///
    /// ## Accepted
    /// ```csv workbook
    /// Username,FirstName
    /// ann@example.com,Annie
    /// ```
    pub(crate) static RULE = { code: "B013", name: "hidden-read", severity: Warning, fixes: None, check: Bytes(check) };
}

fn check(bytes: &Bytes, sink: &mut Sink) {
    let Some(workbook) = &bytes.workbook else { return };
    let (rows, columns) = (&workbook.hidden_rows, &workbook.hidden_columns);
    let of_rows = (rows.count > 0).then(|| {
        words!(
            "{rows} (the first is {first})",
            rows = counted(rows.count, words!("{count} row"), words!("{count} rows")),
            first = rows.name
        )
    });
    let of_columns = (!columns.is_empty()).then(|| {
        words!(
            "{columns} ({names})",
            columns = counted(columns.len(), words!("{count} column"), words!("{count} columns")),
            names = columns.join(", ")
        )
    });
    let cells = &workbook.hidden_cells;
    let of_cells = (cells.count > 0).then(|| {
        words!(
            "{cells} by their number format (the first is {first})",
            cells = counted(cells.count, words!("{count} cell"), words!("{count} cells")),
            first = cells.name
        )
    });
    let both = |rows: Words, columns: Words| words!("{rows} and {columns}", rows, columns);
    let Some(hidden) = of_rows.into_iter().chain(of_columns).chain(of_cells).reduce(both) else { return };
    let seen = [rows, cells].into_iter().find(|seen| seen.count > 0);
    let place = seen.map_or_else(Place::default, |seen| Place::at_line(seen.row));
    sink.report(
        &RULE,
        None,
        "",
        || place,
        || Detail {
            message: words!("The sheet hides {hidden}; they were read like all others.", hidden),
            many: Words::default(),
            help: words!(
                "A filter hides rows without taking them out. Look at what they would change, or leave them out."
            ),
            fixes: Vec::new(),
        },
    );
}
