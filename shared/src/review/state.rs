//! What the admin did to an upload: edits and choices.

use crate::edits::Edits;
use crate::fix::Action;
use crate::options::{Options, Side};
use std::sync::Arc;

/// What the admin did: all of it can be taken back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct State {
    pub(super) edits: Arc<Edits>,
    pub(super) options: Arc<Options>,
}

impl State {
    /// Does what a fix says.
    pub(super) fn act(&mut self, action: &Action) {
        match action {
            Action::Edit { row, column, value } => Arc::make_mut(&mut self.edits).set(*row, *column, value.clone()),
            Action::LeaveOut { row } => Arc::make_mut(&mut self.edits).leave_out(*row, true),
            Action::IgnoreColumn { column } => Arc::make_mut(&mut self.edits).leave_out_column(*column, true),
            Action::ReadColumnAs { header, column } => {
                Arc::make_mut(&mut self.options).read_as.insert(header.clone(), column.clone());
            }
            Action::ReadAs { encoding } => Arc::make_mut(&mut self.options).encoding = Some(encoding.clone()),
            Action::Rename { new, old } => {
                Arc::make_mut(&mut self.options).renames.insert(new.clone(), old.clone());
            }
            Action::NewPerson { username } => {
                Arc::make_mut(&mut self.options).new_people.insert(username.clone());
            }
            Action::KeepApart { header, value } => {
                let kept_apart = &mut Arc::make_mut(&mut self.options).kept_apart;
                kept_apart.entry(header.clone()).or_default().insert(value.clone());
            }
            Action::KeepStored { column, first, last } => {
                Arc::make_mut(&mut self.edits).keep_stored(*column, *first, *last);
            }
            Action::TakeAsMeant { header } => {
                Arc::make_mut(&mut self.options).meant.insert(header.clone());
            }
            Action::TakeValueAsMeant { header, value } => {
                let meant = &mut Arc::make_mut(&mut self.options).meant_values;
                meant.entry(header.clone()).or_default().insert(value.clone());
            }
            Action::ReadDatesAs { format } => Arc::make_mut(&mut self.options).dates = Some(*format),
            Action::NoBase => Arc::make_mut(&mut self.options).no_base = true,
            Action::Decide { username, header, side } => self.decide(username, header, *side),
        }
    }

    fn decide(&mut self, username: &str, header: &str, side: Side) {
        let cells = &mut Arc::make_mut(&mut self.options).conflicts.cells;
        cells.entry(username.to_owned()).or_default().insert(header.to_owned(), side);
    }
}
