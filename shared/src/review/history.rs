//! What was done in a review, step by step, so that every step can be taken back and done again.

/// How many steps can be taken back.
const MOST_STEPS: usize = 200;

/// The states before the present one, and those taken back.
#[derive(Debug, Default)]
pub(super) struct History<S> {
    before: Vec<S>,
    after: Vec<S>,
    /// Steps that are too long ago to be taken back.
    forgotten: usize,
}

impl<S: Clone> History<S> {
    /// Remembers the state before a step.
    pub(super) fn did(&mut self, before: S) {
        if self.before.len() >= MOST_STEPS {
            self.before.remove(0);
            self.forgotten += 1;
        }
        self.before.push(before);
        self.after.clear();
    }

    /// The state before the last step.
    pub(super) fn undo(&mut self, present: &S) -> Option<S> {
        let previous = self.before.pop()?;
        self.after.push(present.clone());
        Some(previous)
    }

    /// The state after the step that was taken back last.
    pub(super) fn redo(&mut self, present: &S) -> Option<S> {
        let next = self.after.pop()?;
        self.before.push(present.clone());
        Some(next)
    }

    /// How many steps lead to the present state.
    pub(super) fn steps(&self) -> usize {
        self.forgotten + self.before.len()
    }

    pub(super) fn can_undo(&self) -> bool {
        !self.before.is_empty()
    }

    pub(super) fn can_redo(&self) -> bool {
        !self.after.is_empty()
    }
}
