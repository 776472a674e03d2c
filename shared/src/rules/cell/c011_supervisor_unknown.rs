//! C011: a supervisor whom nobody knows.

use crate::finding::{Detail, Sink};
use crate::fix::{Fix, Safety};
use crate::rule::rule;
use crate::schema::Kind;
use crate::stages::findings::{ChangedCell, Reviewed};
use crate::stages::rows::Row;
use crate::values::key::comparison_form;

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
            message: format!("{header}: nobody has the Username {}.", cell.value),
            many: format!("{header}: nobody has the Username {}, which {{count}} rows name.", cell.value),
            help: "Correct it, or keep the stored value. Somebody whom the same file creates counts, too.".to_owned(),
            fixes: reviewed.keep_stored(row, cell, Safety::NeedsALook).into_iter().collect(),
        },
    );
}

/// Somebody who has another Username once the file is sent.
fn renamed(reviewed: &Reviewed<'_>, row: &Row<'_>, cell: &ChangedCell<'_>, new: &str, sink: &mut Sink) {
    let header = &cell.column.header;
    let (title, write) = (format!("Write {new}"), reviewed.edit(row, cell.index, new));
    sink.report(
        &RULE,
        Some(header),
        &cell.value,
        || reviewed.changed_place(row, cell),
        || Detail {
            message: format!("{header}: the same file renames {} to {new}.", cell.value),
            many: format!(
                "{header}: the same file renames {} to {new}, and {{count}} rows name the old one.",
                cell.value
            ),
            help: "Nobody has the old Username then. Write the new one.".to_owned(),
            fixes: write.map(|edit| Fix::safe(title, edit)).into_iter().collect(),
        },
    );
}
