//! X007: a long text that was cut.

use crate::check::rule;
use crate::fix::Safety;
use crate::reviewed::{ChangedCell, Reviewed};
use crate::rule::Severity;
use crate::sink::{Detail, Sink};
use crate::stages::rows::Row;
use crate::transform::Verdict;
use crate::values::words::Count;
use crate::words;

rule! {
    /// ## What it finds
    /// A new value of exactly 32,767 characters, or the first part of a stored value that ends where programs cut; as a
    /// note, one that ends in the middle of a word, unless many cells do.
    ///
    /// ## Why it matters
    /// A spreadsheet's cell holds 32,767 characters, and some ways of copying hold 255. The rest is gone without a
    /// word.
    ///
    /// ## What to do
    /// Keep the stored value, unless you shortened it yourself.
    ///
    /// ## Directory
    /// ```csv
    /// Username,Biography
    /// ann@example.com,Ann has been with us since the old mill. Ann has been with us since the old mill. Ann has been with us since the old mill. Ann has been with us since the old mill. Ann has been with us since the old mill. Ann has been with us since the old mill. Ann has been with us since the old mill. Ann has been with us since the old mill.
    /// ```
    ///
    /// ## Flagged
    /// ```csv
    /// Username,Biography
    /// ann@example.com,Ann has been with us since the old mill. Ann has been with us since the old mill. Ann has been with us since the old mill. Ann has been with us since the old mill. Ann has been with us since the old mill. Ann has been with us since the old mill. Ann has b
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,Biography
    /// ann@example.com,Ann has been with us since the old mill.
    /// ```
    pub(crate) static RULE = { code: "X007", name: "cell-cut", severity: Warning, fixes: Sometimes, check: Cell(check) };
}

/// What a spreadsheet's cell holds at most.
const FULL: usize = 32_767;

fn check(reviewed: &Reviewed<'_>, row: &Row<'_>, cell: &ChangedCell<'_>, sink: &mut Sink) {
    if let Some(transform) = reviewed.made_by(cell, &RULE).filter(|transform| transform.verdict == Verdict::Habit) {
        let severity = if reviewed.shown_by_many(cell, transform) { Severity::Warning } else { Severity::Note };
        let help = words!("What came after may be lost. Keep the stored value, unless you shortened it yourself.");
        let fixes = reviewed.keep_stored(row, cell, Safety::NeedsALook).into_iter().collect();
        reviewed.report_made((&RULE, severity), transform, (row, cell), help, fixes, sink);
        return;
    }
    // The cell as it came: a cut may leave a space at its end.
    let length = || row.cell_of(cell.index).map_or(0, |text| text.chars().count());
    if reviewed.made_by(cell, &RULE).is_none() && (cell.value.len() < FULL - 100 || length() != FULL) {
        return;
    }
    let header = &cell.column.header;
    sink.report(&RULE, Some(header), "", || reviewed.changed_place(row, cell), || Detail {
        message: words!("{header} ends after {length} characters: Excel cuts cells at 32,767 characters, other programs at 255.", header, length = Count(length())),
        many: words!("{count} cells of {header} end where programs cut: Excel cuts cells at 32,767 characters, other programs at 255.", header),
        help: words!("What came after may be lost. Keep the stored value, unless you shortened it yourself."),
        fixes: reviewed.keep_stored(row, cell, Safety::NeedsALook).into_iter().collect(),
    });
}
