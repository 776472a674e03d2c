//! R005: text beyond the last column.

use crate::check::rule;
use crate::finding::Place;
use crate::fix::{Action, Fix};
use crate::sink::{Detail, Sink};
use crate::stages::records::{RecordDefectKind, Records};
use crate::words;

rule! {
    /// ## What it finds
    /// A row with text in cells beyond the header's last.
    ///
    /// ## Why it matters
    /// Mostly a comma in a cell that isn't quoted: every later value of the row stands one column too far right.
    ///
    /// ## What to do
    /// Quote the cell that holds the comma.
    ///
    /// ## Flagged
    /// ```csv
    /// Username,PrimaryRoleName
    /// ann@example.com,Head, Finance
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,PrimaryRoleName
    /// ann@example.com,"Head, Finance"
    /// ben@example.com,Clerk,,
    /// ```
    pub(crate) static RULE = { code: "R005", name: "too-many-cells", severity: Error, fixes: Always, check: Records(check) };
}

fn check(records: &Records, sink: &mut Sink) {
    for defect in records.defects.iter().filter(|defect| matches!(defect.kind, RecordDefectKind::TooManyCells { .. })) {
        sink.report(&RULE, None, "", || Place::at_defect(defect), || Detail {
            message: words!("On line {line}, extra text after {header}: {text}. Missing quotes?", line = defect.line, header = records.last_header, text = defect.text),
            many: words!("On {count} lines, extra text after {header}. Missing quotes?", header = records.last_header),
            help: words!("A cell with a separator in it must be quoted, or every later cell of the row is one column off. Quote it, or leave the row out."),
            fixes: defect.row.map(|row| Fix::needs_a_look(words!("Leave the row out"), Action::LeaveOut { row })).into_iter().collect(),
        });
    }
}
