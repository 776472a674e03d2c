//! X007: a long text that was cut.

use crate::check::rule;
use crate::fix::Safety;
use crate::reviewed::{ChangedCell, Reviewed};
use crate::sink::{Detail, Sink};
use crate::stages::rows::Row;
use crate::values::words::Count;
use crate::words;

rule! {
    /// ## What it finds
    /// A new value of exactly 32,767 characters, or the first part of a stored value that is longer than 255.
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

/// The lengths at which programs cut.
const CUTS: [usize; 2] = [255, 32_767];

fn check(reviewed: &Reviewed<'_>, row: &Row<'_>, cell: &ChangedCell<'_>, sink: &mut Sink) {
    // The cell as it came: a cut may leave a space at its end.
    let length = || row.cell_of(cell.index).map_or(0, |text| text.chars().count());
    if cell.value.len() < 250 || !CUTS.contains(&length()) {
        return;
    }
    let longer =
        cell.stored.as_deref().is_some_and(|was| was.len() > cell.value.len() && was.starts_with(cell.value.as_ref()));
    if !longer && length() != CUTS.iter().copied().max().unwrap_or_default() {
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
