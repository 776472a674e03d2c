//! Lists the cells that a plan would change, for print.

use shared::stages::change_set::OperationKind;

use super::held::Desk;
use super::summary::cut;
use crate::worker::protocol as view;

/// The longest value on paper.
const SHOWN_CHARS: usize = 300;

impl Desk {
    /// At most so many changed cells, in the order of the plan.
    pub(super) fn changes(&self, most: usize) -> Option<view::ChangeList> {
        let review = self.review.as_ref()?;
        let mut list = view::ChangeList::default();
        for operation in &review.plan().change_set.operations {
            list.cells += operation.changes.len();
            let room = most.saturating_sub(list.listed);
            let cells: Vec<view::ChangedCell> = operation
                .changes
                .iter()
                .take(room)
                .map(|change| view::ChangedCell {
                    header: review.schema().header_of(change.column).to_owned(),
                    old: cut(&change.old, SHOWN_CHARS),
                    new: cut(&change.new, SHOWN_CHARS),
                })
                .collect();
            if cells.is_empty() {
                continue;
            }
            list.listed += cells.len();
            let kind = match operation.kind {
                OperationKind::Create => view::RowKind::New,
                OperationKind::Rename => view::RowKind::Renamed,
                OperationKind::Update => view::RowKind::Changed,
                // An upload deletes nobody; only taking an import back does, and that has a page of its own.
                OperationKind::Delete => continue,
            };
            list.people.push(view::ChangedPerson { username: operation.username.clone(), kind, cells });
        }
        Some(list)
    }
}
