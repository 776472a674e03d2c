//! H006: a Revision that was edited.

use crate::check::rule;
use crate::fix::Fix;
use crate::reviewed::{Reviewed, ReviewedRow};
use crate::sink::{Detail, Sink};
use crate::words;

rule! {
    /// ## What it finds
    /// A row of which the Revision can't be: no number, or a higher one than the directory's own, or another than the
    /// extract gave the person.
    ///
    /// ## Why it matters
    /// The Revision says from which state of the person the row was made. Edited, or dragged down with other cells, it
    /// makes old cells look like fresh edits.
    ///
    /// ## What to do
    /// Put it back; the fix does.
    ///
    /// ## Directory
    /// ```csv
    /// Username,FirstName,Revision
    /// ann@example.com,Ann,2
    /// ben@example.com,Ben,1
    /// ```
    ///
    /// ## Flagged
    /// ```csv
    /// Username,FirstName,Revision
    /// ann@example.com,Annie,7
    /// ```
    ///
    /// ## Fixed
    /// ```csv
    /// Username,FirstName,Revision
    /// ann@example.com,Annie,2
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,FirstName,Revision
    /// ann@example.com,Annie,2
    /// ben@example.com,Benn,1
    /// ```
    pub(crate) static RULE = { code: "H006", name: "read-only-edited", severity: Error, fixes: Sometimes, check: Row(check) };
}

fn check(reviewed: &Reviewed<'_>, changed: &ReviewedRow<'_>, sink: &mut Sink) {
    let Some(column) = reviewed.schema.revision() else { return };
    if reviewed.table.columns.file_column_of(column).is_none() {
        return;
    }
    let header = reviewed.schema.header_of(column);
    let of_base = |key: Option<usize>| reviewed.base?.person(key?)?.revision();
    let (row, merged) = (&changed.row, changed.merged);
    let Some(person) = reviewed.person(merged) else { return };
    let Some(value) = reviewed.value(row, column).filter(|value| !value.is_empty()) else { return };
    let Some(stored) = person.revision() else { return };
    let in_base = reviewed.base_by_key(row).and_then(|then| then.revision());
    let true_one = of_base(merged.base()).or(in_base).unwrap_or(stored);
    let possible = value.parse::<u64>().is_ok_and(|number| match reviewed.base {
        Some(_) => number == true_one || number == stored,
        None => number <= stored,
    });
    if possible {
        return;
    }
    let mut place = reviewed.cell_place(row, column);
    place.stored = Some(stored.to_string());
    sink.report(
        &RULE,
        Some(header),
        "",
        || place,
        || Detail {
            message: words!(
                "{header} of {username} was {true_one}, the file has {value}: it is read-only.",
                header,
                username = person.username(),
                true_one,
                value
            ),
            many: words!("{header} is read-only, and {count} rows have another than the extract had.", header),
            help: words!("It says from which state a row was made. Put it back."),
            fixes: reviewed
                .edit(row, column, &true_one.to_string())
                .map(|edit| Fix::safe(words!("Put it back"), edit))
                .into_iter()
                .collect(),
        },
    );
}
