//! C012: a label without its value, or a value without its label.

use crate::check::rule;
use crate::fix::Safety;
use crate::reviewed::{ChangedCell, Reviewed};
use crate::schema::Kind;
use crate::sink::{Detail, Sink};
use crate::stages::rows::Row;
use crate::words;

rule! {
    /// ## What it finds
    /// A cell that the file fills, while the cell that it makes sense with stays empty; or one that it clears, while
    /// the other stays filled.
    ///
    /// ## Why it matters
    /// A locker number without the word Locker says nothing, and neither does the word without the number.
    ///
    /// ## What to do
    /// Fill both, or neither.
    ///
    /// ## Flagged
    /// ```csv
    /// Username,OtherLabel,OtherValue
    /// ann@example.com,,017
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,OtherLabel,OtherValue
    /// ann@example.com,Locker,017
    /// ```
    pub(crate) static RULE = { code: "C012", name: "pair-incomplete", severity: Warning, fixes: Sometimes, check: Cell(check) };
}

fn check(reviewed: &Reviewed<'_>, row: &Row<'_>, cell: &ChangedCell<'_>, sink: &mut Sink) {
    if matches!(cell.column.kind, Kind::Choice { .. }) {
        return;
    }
    let pair = cell.column.pair.as_deref().and_then(|pair| reviewed.schema.index_of(pair));
    let Some((pair, other)) = pair.and_then(|index| Some((index, reviewed.schema.column(index)?))) else { return };
    let merged = reviewed.merge.rows.get(row.position);
    let stored = |column: usize| merged.and_then(|merged| Some(reviewed.person(merged)?.value(column).into_owned()));
    let written = merged.is_some_and(|merged| reviewed.merge.cells(merged).iter().any(|cell| cell.column() == pair));
    let beside = if written { reviewed.value(row, pair).map(std::borrow::Cow::into_owned) } else { stored(pair) };
    let beside = beside.unwrap_or_default();
    let was_whole =
        cell.stored.as_deref().unwrap_or_default().is_empty() == stored(pair).unwrap_or_default().is_empty();
    // Where both cells change, the filled one speaks; where the pair was broken before, nobody does.
    if cell.value.is_empty() == beside.is_empty() || !was_whole || written && cell.value.is_empty() {
        return;
    }
    let header = &cell.column.header;
    let (filled, empty) = if beside.is_empty() { (header, &other.header) } else { (&other.header, header) };
    sink.report(
        &RULE,
        Some(header),
        "",
        || reviewed.changed_place(row, cell),
        || Detail {
            message: words!("{filled} is filled and {empty} is empty on line {line}.", filled, empty, line = row.line),
            many: words!("{filled} is filled and {empty} is empty in {count} rows.", filled, empty),
            help: words!("The two make sense together. Fill both, or neither."),
            fixes: reviewed.keep_stored(row, cell, Safety::NeedsALook).into_iter().collect(),
        },
    );
}
