//! R013: text beside the table.

use crate::check::rule;
use crate::finding::Place;
use crate::sink::{Detail, Sink};
use crate::stages::records::Records;
use crate::values::text::shortened;
use crate::words;

rule! {
    /// ## What it finds
    /// Text in cells beside the table: behind its last column, where no heading stands above.
    ///
    /// ## Why it matters
    /// It is read nowhere. It may be a remark, a legend or a second table; or a value that slipped out of its column.
    ///
    /// ## What to do
    /// Look whether it belongs to a person. If so, move it into its column.
    ///
    /// ## Flagged
    /// ```csv
    /// Username,FirstName,,
    /// ann@example.com,Annie,,ask Ben
    /// ben@example.com,Benn,,
    /// ```
    ///
    /// ## Flagged
    /// ```csv workbook
    /// Username,FirstName
    /// ann@example.com,Annie,,ask Ben
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,FirstName,,
    /// ann@example.com,Annie,,
    /// ```
    pub(crate) static RULE = { code: "R013", name: "text-beside-table", severity: Warning, fixes: None, check: Records(check) };
}

fn check(records: &Records, sink: &mut Sink) {
    for beside in &records.beside {
        let place = Place {
            row: Some(beside.row),
            column: Some(beside.cell),
            value: Some(beside.text.clone()),
            ..Place::at_line(beside.line)
        };
        sink.report(
            &RULE,
            None,
            "",
            || place,
            || Detail {
                message: words!(
                    "Line {line} holds text beside the table, behind {header}: “{text}”. It isn't read.",
                    line = beside.line,
                    header = records.last_header,
                    text = shortened(&beside.text)
                ),
                many: words!(
                    "{count} cells beside the table, behind {header}, hold text that isn't read.",
                    header = records.last_header
                ),
                help: words!("Look whether it belongs to a person. If so, move it into its column."),
                fixes: Vec::new(),
            },
        );
    }
}
