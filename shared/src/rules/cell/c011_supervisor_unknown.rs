//! C011: a supervisor whom nobody knows.

use crate::finding::{Detail, Sink};
use crate::fix::Safety;
use crate::rule::rule;
use crate::schema::Kind;
use crate::stages::findings::Reviewed;
use crate::stages::merge::RowState;
use crate::values::key::comparison_form;
use std::collections::BTreeSet;

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
    pub(crate) static RULE = { code: "C011", name: "supervisor-unknown", severity: Error, fixes: Sometimes, check: Merge(check) };
}

fn check(reviewed: &Reviewed<'_>, sink: &mut Sink) {
    let arriving = arriving(reviewed);
    reviewed.each_written_cell(|row, cell| {
        let known = |username: &str| {
            reviewed.directory.find_username(username).is_some()
                || arriving.contains(comparison_form(username).as_ref())
        };
        if cell.column.kind != Kind::Reference || cell.value.is_empty() || known(&cell.value) {
            return;
        }
        let header = &cell.column.header;
        sink.report(&RULE, Some(header), &cell.value, reviewed.changed_place(row, cell), || Detail {
            message: format!("{header}: nobody has the Username {}.", cell.value),
            many: format!("{header}: nobody has the Username {}, which {{count}} rows name.", cell.value),
            help: "Correct it, or keep the stored value. Somebody whom the same file creates counts, too.".to_owned(),
            fixes: reviewed.keep_stored(row, cell, Safety::NeedsALook).into_iter().collect(),
        });
    });
}

/// The Usernames that the file brings.
fn arriving(reviewed: &Reviewed<'_>) -> BTreeSet<String> {
    let username = reviewed.schema.username();
    let brings = reviewed
        .merge
        .rows
        .iter()
        .enumerate()
        .filter(|(_, merged)| matches!(merged.state, RowState::Create | RowState::Rename));
    let row = |(position, _)| reviewed.value(&reviewed.rows.row(position)?, username);
    brings.filter_map(row).map(|value| comparison_form(&value).into_owned()).collect()
}
