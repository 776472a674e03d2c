//! R005: text beyond the last column.

use crate::check::rule;
use crate::finding::Place;
use crate::fix::{Action, Fix};
use crate::sink::{Detail, Sink};
use crate::stages::records::{RecordDefect, RecordDefectKind, Records};
use crate::values::words::{Count, Words};
use crate::words;

rule! {
    /// ## What it finds
    /// A row with text in cells beyond the header's last.
    ///
    /// ## Why it matters
    /// Mostly a comma in a cell that isn't quoted: every later value of the row stands one column too far right. Where most
    /// rows are too long, it is the header that lacks a name: that of row numbers in front, or one that was deleted.
    ///
    /// ## What to do
    /// Quote the cell that holds the comma; or give every column a name.
    ///
    /// ## Flagged
    /// ```csv
    /// Username,PrimaryRoleName
    /// ann@example.com,Head, Finance
    /// ```
    ///
    /// ## Flagged
    /// ```csv
    /// Username,FirstName
    /// 1,ann@example.com,Annie
    /// 2,ben@example.com,Ben
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,PrimaryRoleName
    /// ann@example.com,"Head, Finance"
    /// ben@example.com,Clerk,,
    /// ```
    pub(crate) static RULE = { code: "R005", name: "too-many-cells", severity: Error, fixes: Sometimes, check: Records(check) };
}

fn check(records: &Records, sink: &mut Sink) {
    if records.too_long > 1 && records.too_long * 2 > records.row_count {
        lacks_a_name(records, sink);
        return;
    }
    for defect in records.defects.iter().filter(|defect| is_too_long(defect)) {
        sink.report(&RULE, None, "", || Place::at_defect(defect), || Detail {
            message: words!("On line {line}, extra text after {header}: {text}. Missing quotes?", line = defect.line, header = records.last_header, text = defect.text),
            many: words!("On {count} lines, extra text after {header}. Missing quotes?", header = records.last_header),
            help: words!("A cell with a separator in it must be quoted, or every later cell of the row is one column off. Quote it, or leave the row out."),
            fixes: defect.row.map(|row| Fix::needs_a_look(words!("Leave the row out"), Action::LeaveOut { row })).into_iter().collect(),
        });
    }
}

fn is_too_long(defect: &RecordDefect) -> bool {
    matches!(defect.kind, RecordDefectKind::TooManyCells { .. })
}

/// Where most rows are too long, nothing is wrong with them, but with the header.
fn lacks_a_name(records: &Records, sink: &mut Sink) {
    let Some(defect) = records.defects.iter().find(|defect| is_too_long(defect)) else { return };
    let RecordDefectKind::TooManyCells { cells } = defect.kind else { return };
    let line = records.header.map_or(1, |header| header.line);
    sink.report(&RULE, None, "header", || Place::at_line(line), || Detail {
        message: words!("The header names {width} columns, but {rows} of {of} lines have more cells, line {line} has {cells}: a column has no name.", width = records.width, rows = Count(records.too_long), of = Count(records.row_count), line = defect.line, cells),
        many: Words::default(),
        help: words!("Perhaps a program wrote row numbers in front, or a heading was deleted: then every value stands in the wrong column. Give every column its name, or take the one without out."),
        fixes: Vec::new(),
    });
}
