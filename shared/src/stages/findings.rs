//! Stage 7: every rule over its stage → findings, in a stable order.

use crate::check::Check;
use crate::edits::Edits;
use crate::finding::Finding;
use crate::reviewed::{ChangedCell, Reviewed, ReviewedRow};
use crate::rule::{Rule, Severity};
use crate::rules::{ALL, CHECKS};
use crate::sink::Sink;
use crate::stages::bytes::Bytes;
use crate::stages::dialect::Dialect;
use crate::stages::records::{RecordDefect, RecordDefectKind, Records};
use crate::table::Table;
use crate::transform::Verdict;
use std::collections::{BTreeMap, BTreeSet};

/// Findings of the stages that need no directory: bytes, dialect, records, header.
pub fn reading_findings(table: &Table) -> Vec<Finding> {
    let mut sink = Sink::default();
    check_reading(table, &table.records, &mut sink);
    sink.into_findings()
}

/// Which rows the rules about rows and cells look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Look<'a> {
    /// All of which anything can be said.
    Everywhere,
    /// The same, in search of every place of one finding.
    InSearchOf(&'a str),
    /// Some, in the order of the file: of no other row anything would be said.
    At(Vec<u32>),
}

/// Runs every rule. Also tells the rows of which the rules about rows and cells said something.
pub fn findings_from_stages(reviewed: &Reviewed<'_>, edits: &Edits, look: &Look<'_>) -> (Vec<Finding>, Vec<u32>) {
    let sink = match look {
        Look::InSearchOf(finding) => Sink::with_every_place_of(*finding),
        _ => Sink::default(),
    };
    let (sink, spoken_of) = checked(reviewed, edits, look, sink);
    (sink.into_findings(), spoken_of)
}

/// By finding, every row that it names, however many those are.
pub(crate) fn rows_of_findings(reviewed: &Reviewed<'_>, edits: &Edits) -> BTreeMap<String, BTreeSet<usize>> {
    checked(reviewed, edits, &Look::Everywhere, Sink::with_every_row()).0.into_rows()
}

fn checked(reviewed: &Reviewed<'_>, edits: &Edits, look: &Look<'_>, mut sink: Sink) -> (Sink, Vec<u32>) {
    let mut spoken_of = Vec::new();
    let records = without_rows(&reviewed.table.records, edits);
    check_reading(reviewed.table, &records, &mut sink);
    if reviewed.table.bytes.defect.is_none() {
        for check in CHECKS {
            if let Check::Merge(check) = check {
                check(reviewed, &mut sink);
            }
        }
        check_rows(reviewed, look, &mut sink, &mut spoken_of);
    }
    (sink, spoken_of)
}

/// Runs the rules about rows and cells in one walk: a record is split, and a value is read, once for all of them.
fn check_rows(reviewed: &Reviewed<'_>, look: &Look<'_>, sink: &mut Sink, spoken_of: &mut Vec<u32>) {
    let (mut of_rows, mut of_cells) = (Vec::new(), Vec::new());
    for (rule, check) in ALL.iter().zip(CHECKS) {
        match check {
            Check::Row(check) => of_rows.push(check),
            Check::Cell(check) => of_cells.push((rule, check)),
            _ => {}
        }
    }
    let see = |row: &ReviewedRow<'_>| {
        let before = sink.reports();
        for check in &of_rows {
            check(reviewed, row, sink);
        }
        for cell in row.written_cells() {
            let only = only_cause(reviewed, cell);
            for (_, check) in of_cells.iter().filter(|(rule, _)| only.is_none_or(|code| code == rule.code)) {
                check(reviewed, &row.row, cell, sink);
            }
        }
        if sink.reports() > before {
            spoken_of.extend(u32::try_from(row.row.position));
        }
    };
    match look {
        Look::At(rows) => reviewed.see_rows(reviewed.merge.notable_among(rows), see),
        Look::Everywhere | Look::InSearchOf(_) => reviewed.each_row(see),
    }
}

/// The code of the one rule that speaks of a cell, where damage explains it: the rest would be told about the damage. A rule
/// that blocks nothing takes the place of none that does.
fn only_cause(reviewed: &Reviewed<'_>, cell: &ChangedCell<'_>) -> Option<&'static str> {
    let transform = reviewed.transform(cell).filter(|transform| transform.verdict == Verdict::Damage)?;
    let blocks = |rule: &&&Rule| rule.code == transform.said_by && rule.severity == Severity::Error;
    ALL.iter().find(blocks).map(|rule| rule.code)
}

fn check_reading(table: &Table, records: &Records, sink: &mut Sink) {
    if table.columns.recognised() == 0 {
        // Rows can't be too long or too short for a header that is none; that it is none is what is wrong.
        let counted = |defect: &&RecordDefect| matches!(defect.kind, RecordDefectKind::TooManyCells { .. });
        let defects = records.defects.iter().filter(|defect| !counted(defect)).cloned().collect();
        let uncounted = Records {
            defects,
            too_long: 0,
            long_and_empty: Vec::new(),
            beside: Vec::new(),
            ..records.clone_without_rows()
        };
        check_text(&table.bytes, &table.dialect, &uncounted, sink);
    } else {
        check_text(&table.bytes, &table.dialect, records, sink);
    }
    for check in CHECKS {
        match check {
            Check::Header(check) if table.bytes.defect.is_none() => check(&table.columns, sink),
            _ => {}
        }
    }
}

/// Runs the rules of the stages that know no schema.
pub(crate) fn check_text(bytes: &Bytes, dialect: &Dialect, records: &Records, sink: &mut Sink) {
    for check in CHECKS {
        match check {
            Check::Bytes(check) => check(bytes, sink),
            // Past unreadable bytes there is nothing that could be wrong in its own right.
            _ if bytes.defect.is_some() => {}
            Check::Dialect(check) => check(dialect, sink),
            Check::Records(check) => check(records, sink),
            Check::Header(_) | Check::Cell(_) | Check::Row(_) | Check::Merge(_) => {}
        }
    }
}

/// The records without the defects of rows that are left out. A quote that is never closed stays: it hides rows that
/// nobody decided about.
fn without_rows(records: &Records, edits: &Edits) -> Records {
    let stands = |row: Option<usize>| row.is_none_or(|row| !edits.is_left_out(row));
    let defects =
        records.defects.iter().filter(|defect| defect.kind == RecordDefectKind::UnclosedQuote || stands(defect.row));
    let beside = records.beside.iter().filter(|beside| stands(Some(beside.row))).cloned().collect();
    Records { defects: defects.cloned().collect(), beside, rows: Vec::new(), ..records.clone_without_rows() }
}
