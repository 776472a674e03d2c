//! H010: nobody knows which extract the file was made from.

use crate::check::rule;
use crate::finding::Place;
use crate::fix::{Action, Fix};
use crate::reviewed::Reviewed;
use crate::sink::{Detail, Sink};
use crate::stages::merge::RowState;
use crate::words;

rule! {
    /// ## What it finds
    /// A file that changes people, without a Revision column and without an extract's name, where a keeper has more than
    /// one revision that it could be made from.
    ///
    /// ## Why it matters
    /// Without its extract an edit can't be told from a cell that is merely older than the directory: what colleagues
    /// changed meanwhile would be taken back.
    ///
    /// ## What to do
    /// Say which extract it was made from, or that it comes from another system.
    ///
    /// ## Past
    /// ```json
    /// {}
    /// ```
    ///
    /// ## Flagged
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,Annie
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,Ann
    /// ben@example.com,Ben
    /// ```
    pub(crate) static RULE = { code: "H010", name: "base-unknown", severity: Warning, fixes: Always, check: Merge(check) };
}

fn check(reviewed: &Reviewed<'_>, sink: &mut Sink) {
    let could_be_older = reviewed.memory.has_past() && reviewed.directory.revision() > 1;
    let says_itself =
        reviewed.schema.revision().is_some_and(|column| reviewed.table.columns.file_column_of(column).is_some());
    if !could_be_older || says_itself || reviewed.base.is_some() || reviewed.options.no_base {
        return;
    }
    let changes = |state: RowState| matches!(state, RowState::Update | RowState::Rename);
    if !reviewed.merge.notable().any(|(_, merged)| changes(merged.state)) {
        return;
    }
    let cut_at = reviewed.memory.cut_at();
    let help = if cut_at == 0 {
        words!(
            "An edit can't be told from a cell that is merely older than the directory. Say which extract it was made from. What goes back to an earlier value is said in any case."
        )
    } else {
        words!(
            "An edit can't be told from a cell that is merely older than the directory. Say which extract it was made from. Cells that go back to a value of after revision {cut_at} are said in any case; older values weren't looked at.",
            cut_at
        )
    };
    sink.report(
        &RULE,
        None,
        "",
        || Place { line: Some(1), ..Place::default() },
        || Detail {
            message: words!("It isn't known which extract this file was made from."),
            many: words!("It isn't known which extract this file was made from."),
            help,
            fixes: vec![Fix::needs_a_look(words!("It comes from another system"), Action::NoBase)],
        },
    );
}
