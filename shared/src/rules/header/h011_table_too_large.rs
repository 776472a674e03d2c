//! H011: more rows or cells than are read.

use crate::check::rule;
use crate::finding::Place;
use crate::limits::{MOST_CELLS, MOST_ROWS};
use crate::sink::{Detail, Sink};
use crate::stages::records::{Exceeded, Records};
use crate::values::words::{Count, Words};
use crate::words;

rule! {
    /// ## What it finds
    /// A file of more than 5,000,000 rows, or of more than 200,000,000 cells.
    ///
    /// ## Why it matters
    /// A browser can't hold what would have to be known of each row, and no directory of people needs so many.
    ///
    /// ## What to do
    /// Look whether it is the file that you meant. If it is, send it in parts: any rows and columns may be left out of a
    /// file.
    ///
    /// ## Accepted
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,Annie
    /// ```
    pub(crate) static RULE = { code: "H011", name: "table-too-large", severity: Error, fixes: None, check: Records(check) };
}

fn check(records: &Records, sink: &mut Sink) {
    let message = match records.exceeds {
        Some(Exceeded::Rows(rows)) => {
            words!("The file has {rows} rows; at most {most} are read.", rows = Count(rows), most = Count(MOST_ROWS))
        }
        Some(Exceeded::Cells(cells)) => words!(
            "The file has {cells} cells, rows by columns; at most {most} are read.",
            cells = Count(cells),
            most = Count(MOST_CELLS)
        ),
        Some(Exceeded::Header { .. } | Exceeded::Columns(_)) | None => return,
    };
    sink.report(&RULE, None, "", Place::default, || Detail {
        message,
        many: Words::default(),
        help: words!(
            "Look whether it is the file that you meant. If it is, send it in parts: rows and columns that a file lacks stay as they are."
        ),
        fixes: Vec::new(),
    });
}
