//! L002: a Location that doesn't exist yet.

use crate::check::rule;
use crate::fix::Fix;
use crate::reviewed::{ChangedCell, Reviewed};
use crate::schema::Kind;
use crate::sink::{Detail, Sink};
use crate::stages::rows::Row;
use crate::values::list;
use crate::values::words::Words;
use crate::words;

rule! {
    /// ## What it finds
    /// A value of a Locations column that nobody in the directory has.
    ///
    /// ## Why it matters
    /// Sending it creates a Location. A typing mistake does, too, and the person vanishes from her real one.
    ///
    /// ## What to do
    /// Look at the spelling; if it is right, acknowledge it.
    ///
    /// ## Flagged
    /// ```csv
    /// Username,OfficialLocation
    /// ann@example.com,Factroy
    /// ```
    ///
    /// ## Fixed
    /// ```csv
    /// Username,OfficialLocation
    /// ann@example.com,Factory
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,OfficialLocation
    /// ann@example.com,Factory|HQ
    /// ```
    pub(crate) static RULE = { code: "L002", name: "new-list-value", severity: Warning, fixes: Sometimes, check: Cell(check) };
}

fn check(reviewed: &Reviewed<'_>, row: &Row<'_>, cell: &ChangedCell<'_>, sink: &mut Sink) {
    if reviewed.directory.people() == 0 {
        return;
    }
    if !matches!(cell.column.kind, Kind::List { known_values: true }) {
        return;
    }
    let values = list::decode(&cell.value);
    let knows = |name: &str| reviewed.directory.knows_value(cell.index, name);
    // Halves of a known value with a pipe in it are another finding.
    let typed = row.cell_of(cell.index).map(|cell| list::typed(&cell)).unwrap_or_default();
    if list::rejoined(&typed, |name| knows(name) && !reviewed.options.keeps_apart(&cell.column.header, name)).is_some()
    {
        return;
    }
    // So are known values that were put together.
    let parts = |value: &str, separator: char| value.split(separator).all(|part| knows(part.trim()));
    let joined = |value: &str| [',', ';', '/', '\n', '+', '|'].iter().any(|separator| parts(value, *separator));
    for value in values.iter().filter(|value| !knows(value) && !joined(value)) {
        let guess = || reviewed.likely_value(cell.index, value);
        sink.report(
            &RULE,
            Some(&cell.column.header),
            value,
            || reviewed.changed_place(row, cell),
            || detail(reviewed, row, cell, (&values, value), guess()),
        );
    }
}

fn detail(
    reviewed: &Reviewed<'_>,
    row: &Row<'_>,
    cell: &ChangedCell<'_>,
    (values, value): (&[String], &String),
    nearest: Option<&str>,
) -> Detail {
    let (header, guess) = (&cell.column.header, did_you_mean(nearest));
    let fix = nearest.and_then(|nearest| {
        let mended: Vec<&str> = values.iter().map(|known| if known == value { nearest } else { known }).collect();
        let edit = reviewed.edit(row, cell.index, &list::encode(&mended))?;
        Some(Fix::needs_a_look(words!("Write {nearest}", nearest), edit))
    });
    Detail {
        message: words!("“{value}” is new: sending creates this {header}.{guess}", value, header, guess),
        many: words!("“{value}” is new, in {count} cells: sending creates this {header}.{guess}", value, header, guess),
        help: words!("Look at the spelling. If it is right, acknowledge it when you send."),
        fixes: fix.into_iter().collect(),
    }
}

fn did_you_mean(nearest: Option<&str>) -> Words {
    nearest.map(|nearest| words!(" Did you mean “{nearest}”?", nearest)).unwrap_or_default()
}
