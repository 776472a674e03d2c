//! The risk budget, for whatever changes the directory: over it only a system admin goes, and only if she says how many
//! people change.
//!
//! It is looked at inside the transaction in which every change ends, so that no road leads around it: neither an import
//! nor an edit, a deletion, an undo or a restore, by a browser or by a token.

use shared::budget::Touched;

use super::act::Act;
use super::error::ImportError;
use super::writing::Step;
use crate::settings::{self, Settings};
use crate::state::State;
use crate::storage::accounts::{Admin, Role};
use crate::storage::revisions::RevisionKind;
use crate::storage::{ReadUnit, StorageError, WriteUnit};

/// Whether something that touches so many is over the budget, in a directory of so many people.
pub(crate) fn is_over(settings: &Settings, touched: &Touched, people: usize) -> bool {
    !settings.budget.exceeded(touched, people).is_empty()
}

/// Whether an undo is of the newest revision, by whoever made it. What she did a moment ago was within her budget, and
/// without it the directory is what it was, so that she may take back a slip of hers without asking anybody.
pub(crate) async fn is_own_newest<U: ReadUnit + ?Sized>(
    unit: &mut U,
    admin: &Admin,
    kind: RevisionKind,
    about: Option<u64>,
) -> Result<bool, StorageError> {
    let newest = unit.current_revision().await?;
    if kind != RevisionKind::Undo || about != Some(newest) {
        return Ok(false);
    }
    Ok(unit.revision(newest).await?.is_some_and(|revision| revision.actor.email == admin.email))
}

/// Refuses a step that goes over the budget, unless a system admin has said how many people it changes.
pub(super) async fn look(
    state: &State,
    unit: &mut dyn WriteUnit,
    actor: &Admin,
    act: &Act,
    step: &Step,
) -> Result<(), ImportError> {
    let Some(loaded) = step.loaded() else { return Ok(()) };
    let settings = settings::in_force(&state.known_schema, unit).await?.settings;
    if !is_over(&settings, step.touched(), loaded.directory.people()) {
        return Ok(());
    }
    if is_own_newest(unit, actor, act.kind, act.about).await? {
        return Ok(());
    }
    if actor.role < Role::SystemAdmin {
        return Err(ImportError::OverBudget);
    }
    if act.acknowledged_people != Some(act.people) {
        return Err(ImportError::BudgetUnacknowledged(act.people));
    }
    Ok(())
}
