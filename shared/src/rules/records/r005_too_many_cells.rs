//! R005: text beyond the last column.

use crate::finding::{Detail, Place, Sink};
use crate::fix::{Action, Fix};
use crate::rule::rule;
use crate::stages::records::{RecordDefectKind, Records};

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
            message: format!("On line {}, extra text after {}: {}. Missing quotes?", defect.line, records.last_header, defect.text),
            many: format!("On {{count}} lines, extra text after {}. Missing quotes?", records.last_header),
            help: "A cell with a separator in it must be quoted, or every later cell of the row is one column off. Quote it, or leave the row out.".to_owned(),
            fixes: defect.row.map(|row| Fix::needs_a_look("Leave the row out", Action::LeaveOut { row })).into_iter().collect(),
        });
    }
}
