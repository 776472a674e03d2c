//! In which notation a file writes its days: what all of them together allow.

use super::Reviewed;
use crate::schema::{Column, Kind};
use crate::values::date::{self, DateFormat};
use crate::values::day_text;

/// What the days of a file that aren't in YYYY-MM-DD say of its notation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateEvidence {
    /// The notations in which every such day can be read.
    pub fits: Vec<DateFormat>,
    /// New days in some notation: row of the file, column of the schema.
    pub cells: Vec<(usize, usize)>,
}

impl DateEvidence {
    pub(super) fn of(reviewed: &Reviewed<'_>) -> Option<Self> {
        let days = |column: &Column| matches!(column.kind, Kind::Date { .. });
        let mut changed = reviewed.merge.notable().flat_map(|(_, merged)| reviewed.merge.cells(merged));
        let any = changed.any(|cell| reviewed.schema.column(cell.column()).is_some_and(days));
        if reviewed.options.dates.is_some() || !any {
            return None;
        }
        let mut evidence = Self { fits: DateFormat::ALL.to_vec(), cells: Vec::new() };
        reviewed.each_written_cell(days, |row, cell| {
            if !days(cell.column) || cell.value.is_empty() || date::parse(&cell.value, None, true).is_some() {
                return;
            }
            let reads = |format: DateFormat| date::parse(&cell.value, Some(format), false).is_some();
            if let Some(was) = cell.stored.as_deref().filter(|was| day_text::may_mean(&cell.value, was)) {
                // The stored day says which notation it is.
                let is = |format: DateFormat| date::parse(&cell.value, Some(format), false).as_deref() == Some(was);
                if DateFormat::ALL.into_iter().any(is) {
                    evidence.fits.retain(|format| is(*format));
                    return;
                }
            }
            // What is no day in any notation says nothing of the others.
            if DateFormat::ALL.into_iter().any(reads) {
                evidence.fits.retain(|format| reads(*format));
                evidence.cells.push((row.position, cell.index));
            }
        });
        (!evidence.cells.is_empty()).then_some(evidence)
    }
}
