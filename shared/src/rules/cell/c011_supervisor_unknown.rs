//! C011: a supervisor whom nobody knows.

use crate::check::rule;
use crate::fix::{Fix, Safety};
use crate::reviewed::{ChangedCell, Reviewed};
use crate::schema::Kind;
use crate::sink::{Detail, Sink};
use crate::stages::rows::Row;
use crate::values::key::comparison_form;
use crate::words;

rule! {
    /// ## What it finds
    /// A new supervisor who is neither in the directory nor created or renamed by the same file.
    ///
    /// ## Why it matters
    /// The person would report to nobody.
    ///
    /// ## What to do
    /// Correct the Username, or keep the stored one.
    ///
    /// ## Flagged
    /// ```csv
    /// Username,PrimarySupervisorUsername
    /// ann@example.com,bne@example.com
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,PrimarySupervisorUsername
    /// ann@example.com,Ben@example.com
    /// ```
    pub(crate) static RULE = { code: "C011", name: "supervisor-unknown", severity: Error, fixes: Sometimes, check: Cell(check) };
}

fn check(reviewed: &Reviewed<'_>, row: &Row<'_>, cell: &ChangedCell<'_>, sink: &mut Sink) {
    let known = |username: &str| {
        let form = comparison_form(username);
        let stays = !reviewed.leaving().contains_key(form.as_ref());
        stays && reviewed.directory.find_username(username).is_some() || reviewed.arriving().contains(form.as_ref())
    };
    if cell.column.kind != Kind::Reference || cell.value.is_empty() || known(&cell.value) {
        return;
    }
    let header = &cell.column.header;
    if let Some(new) = reviewed.leaving().get(comparison_form(&cell.value).as_ref()) {
        renamed(reviewed, row, cell, new, sink);
        return;
    }
    sink.report(
        &RULE,
        Some(header),
        &cell.value,
        || reviewed.changed_place(row, cell),
        || Detail {
            message: words!("{header}: nobody has the Username {value}.", header, value = cell.value),
            many: words!(
                "{header}: nobody has the Username {value}, which {count} rows name.",
                header,
                value = cell.value
            ),
            help: words!("Correct it, or keep the stored value. Somebody whom the same file creates counts, too."),
            fixes: reviewed.keep_stored(row, cell, Safety::NeedsALook).into_iter().collect(),
        },
    );
}

/// Somebody who has another Username once the file is sent.
fn renamed(reviewed: &Reviewed<'_>, row: &Row<'_>, cell: &ChangedCell<'_>, new: &str, sink: &mut Sink) {
    let header = &cell.column.header;
    let (title, write) = (words!("Write {new}", new), reviewed.edit(row, cell.index, new));
    sink.report(
        &RULE,
        Some(header),
        &cell.value,
        || reviewed.changed_place(row, cell),
        || Detail {
            message: words!("{header}: the same file renames {value} to {new}.", header, value = cell.value, new),
            many: words!(
                "{header}: the same file renames {value} to {new}, and {count} rows name the old one.",
                header,
                value = cell.value,
                new
            ),
            help: words!("Nobody has the old Username then. Write the new one."),
            fixes: write.map(|edit| Fix::safe(title, edit)).into_iter().collect(),
        },
    );
}
