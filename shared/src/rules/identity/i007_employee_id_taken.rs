//! I007: an EmployeeId that somebody else has.

use crate::finding::{Detail, Sink};
use crate::fix::Safety;
use crate::rule::rule;
use crate::stages::findings::Reviewed;

rule! {
    /// ## What it finds
    /// An EmployeeId that another person would hold, too, once every row has done what it does. Two people may swap
    /// theirs.
    ///
    /// ## Why it matters
    /// An EmployeeId belongs to one person at most.
    ///
    /// ## What to do
    /// Correct it, or keep the stored value.
    ///
    /// ## Flagged
    /// ```csv
    /// Username,EmployeeId
    /// ann@example.com,00018
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,EmployeeId
    /// ann@example.com,00018
    /// ben@example.com,00017
    /// ```
    pub(crate) static RULE = { code: "I007", name: "employee-id-taken", severity: Error, fixes: Sometimes, check: Merge(check) };
}

const HEADER: &str = "EmployeeId";

fn check(reviewed: &Reviewed<'_>, sink: &mut Sink) {
    for taken in &reviewed.merge.taken {
        if reviewed.schema.header_of(taken.column) != HEADER {
            continue;
        }
        let (Some(row), Some(merged)) = (reviewed.rows.row(taken.row), reviewed.merge.rows.get(taken.row)) else {
            continue;
        };
        let cells = reviewed.changed_cells(&row, merged);
        let Some(cell) = cells.iter().find(|cell| cell.index == taken.column && !cell.explained) else { continue };
        sink.report(
            &RULE,
            Some(HEADER),
            "",
            || reviewed.changed_place(&row, cell),
            || Detail {
                message: format!("The {HEADER} {} belongs to {}.", taken.value, taken.holder),
                many: format!("{{count}} rows have the {HEADER} of somebody else."),
                help: format!("No two people have the same {HEADER}. Correct it, or keep the stored value."),
                fixes: reviewed.keep_stored(&row, cell, Safety::NeedsALook).into_iter().collect(),
            },
        );
    }
}
