//! C006: days that can be read in two ways.

use crate::check::rule;
use crate::fix::{Action, Fix};
use crate::reviewed::Reviewed;
use crate::sink::{Detail, Sink};
use crate::values::date::DateFormat;
use crate::words;

rule! {
    /// ## What it finds
    /// A column of days in another notation than YYYY-MM-DD, where more than one notation fits every one of them.
    ///
    /// ## Why it matters
    /// 03/04 is the third of April to some and the fourth of March to others. Nothing is guessed.
    ///
    /// ## What to do
    /// Say which notation the file has; the fixes do.
    ///
    /// ## Flagged
    /// ```csv
    /// Username,Joined
    /// ann@example.com,03/04/2020
    /// ben@example.com,05/06/2020
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,Joined
    /// ann@example.com,13/04/2020
    /// ben@example.com,05/06/2020
    /// ```
    pub(crate) static RULE = { code: "C006", name: "ambiguous-date", severity: Error, fixes: Always, check: Merge(check) };
}

fn check(reviewed: &Reviewed<'_>, sink: &mut Sink) {
    let Some(evidence) = reviewed.date_evidence().filter(|evidence| evidence.fits.len() > 1) else { return };
    let fix = |format: DateFormat| {
        Fix::needs_a_look(words!("Read days like {day}", day = format.example()), Action::ReadDatesAs { format })
    };
    let mut fixes: Vec<Fix> = evidence.fits.iter().copied().map(fix).collect();
    for (position, column) in evidence.cells.iter().copied() {
        let (Some(row), Some(cell)) = (reviewed.rows.row(position), reviewed.changed_cell(position, column)) else {
            continue;
        };
        let fixes = std::mem::take(&mut fixes);
        sink.report(
            &RULE,
            None,
            "",
            || reviewed.changed_place(&row, &cell),
            || Detail {
                message: words!("“{value}” can be read as more than one day.", value = cell.value),
                many: words!("{count} days can be read in more than one way."),
                help: words!("Nothing is guessed. Say which notation the file has, or write YYYY-MM-DD."),
                fixes,
            },
        );
    }
}
