//! From an upload, the choices and the edits to the plan; after an edit, with as little work as it needs.

use super::{Progress, Review, State};
use crate::finding::Finding;
use crate::plan::{Counts, Plan};
use crate::rule::Severity;
use crate::schema::Kind;
use crate::stages::change_set::{change_set_after_edits, change_set_from_merge, digest_of};
use crate::stages::findings::{Look, findings_from_stages};
use crate::stages::merge::{Accident, Merge, RowState, merge_from_rows};
use crate::story::{Happened, happened_from_merge, story_from_findings};

/// What an edit leaves as it was.
struct Edited {
    /// The edited rows, in the order of the file.
    rows: Vec<usize>,
    /// Whether a day was edited: how the file writes days is learnt from all of them.
    days: bool,
    accidents: Vec<Accident>,
}

impl Review {
    /// Plans again after a step. Where only some cells were edited, only their rows are merged again.
    pub(super) fn plan_after(&mut self, before: &State) {
        let same_options = self.state.options == before.options;
        let cells = same_options.then(|| self.state.edits.cells_that_differ(&before.edits)).flatten();
        let accidents = std::mem::take(&mut self.merge.accidents);
        let mut merge = std::mem::take(&mut self.merge);
        let rows = self.table.rows(&self.state.edits);
        let cells = cells.filter(|cells| merge.merge_again(rows, self.sides(), cells));
        self.merge = merge;
        let Some(cells) = cells else { return self.plan_again(&mut |_| {}) };
        let days = cells.iter().any(|(_, column)| self.is_day(*column));
        let mut rows: Vec<usize> = cells.into_iter().map(|(row, _)| row).collect();
        rows.dedup();
        self.plan_from_merge(Some(Edited { rows, days, accidents }), &mut |_| {});
    }

    /// Plans anew.
    pub(super) fn plan_again(&mut self, progress: &mut dyn FnMut(Progress)) {
        let rows = self.table.rows(&self.state.edits);
        let of = rows.len();
        self.merge = merge_from_rows(rows, self.sides(), &mut |rows| progress(Progress::Compared { rows, of }));
        self.plan_from_merge(None, progress);
    }

    fn plan_from_merge(&mut self, edited: Option<Edited>, progress: &mut dyn FnMut(Progress)) {
        let Happened { accidents, profiles } = self.with_reviewed(|reviewed, _| happened_from_merge(reviewed));
        self.merge.take_accidents(accidents);
        progress(Progress::Checking);
        // What a rule says of a row follows from that row, unless an accident to a column explains its cells, or from
        // how the file writes days.
        let edited =
            edited.filter(|edited| !edited.days && explaining(&edited.accidents).eq(explaining(&self.merge.accidents)));
        let look = match &edited {
            Some(edited) => Look::At(with(&self.spoken_of, &edited.rows)),
            None => Look::Everywhere,
        };
        let change_set = std::mem::take(&mut self.plan.change_set);
        let ((findings, spoken_of), change_set) = self.with_reviewed(|reviewed, edits| {
            let change_set = match &edited {
                Some(edited) => change_set_after_edits(reviewed, change_set, &edited.rows),
                None => change_set_from_merge(reviewed),
            };
            (findings_from_stages(reviewed, edits, &look), change_set)
        });
        let counts = counts(&self.merge, &findings);
        let digest = (counts.errors == 0).then(|| digest_of(&change_set, self.schema(), &self.state.options));
        let file = self.plan.file.clone();
        let story = self.with_reviewed(|reviewed, _| story_from_findings(reviewed, &findings, &profiles));
        self.plan = Plan { file, counts, story, findings, change_set, digest };
        self.spoken_of = spoken_of;
        self.named_rows.take();
    }

    fn is_day(&self, file_column: usize) -> bool {
        let column = self.table.columns.schema_column_of(file_column).and_then(|index| self.schema().column(index));
        column.is_some_and(|column| matches!(column.kind, Kind::Date { .. }))
    }
}

/// Accidents that explain cells, so that no rule speaks of those.
fn explaining(accidents: &[Accident]) -> impl Iterator<Item = &Accident> {
    accidents.iter().filter(|accident| !accident.mild)
}

/// Rows in the order of the file, with some more.
fn with(rows: &[u32], more: &[usize]) -> Vec<u32> {
    let mut all = rows.to_vec();
    all.extend(more.iter().filter_map(|row| u32::try_from(*row).ok()));
    all.sort_unstable();
    all.dedup();
    all
}

fn counts(merge: &Merge, findings: &[Finding]) -> Counts {
    let rows = |state: RowState| merge.notable().filter(|(_, row)| row.state == state).count();
    let not_same = merge.notable().filter(|(_, row)| row.state != RowState::Same).count();
    let of = |severity: Severity| findings.iter().filter(|finding| finding.severity == severity).count();
    Counts {
        same: merge.rows.len() - not_same,
        updated: rows(RowState::Update),
        created: rows(RowState::Create),
        renamed: rows(RowState::Rename),
        conflicts: merge.notable().filter(|(_, row)| merge.in_conflict(row)).count(),
        errors: of(Severity::Error),
        warnings: of(Severity::Warning),
        notes: of(Severity::Note),
    }
}
