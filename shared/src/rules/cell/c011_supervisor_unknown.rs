//! C011: a supervisor whom nobody knows.

use crate::finding::{Detail, Sink};
use crate::fix::Safety;
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
        reviewed.directory.find_username(username).is_some()
            || reviewed.arriving().contains(comparison_form(username).as_ref())
    };
    if cell.column.kind != Kind::Reference || cell.value.is_empty() || known(&cell.value) {
        return;
    }
    let header = &cell.column.header;
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
