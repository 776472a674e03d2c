//! Who must stay: whoever acts, the last of the system admins, and people whom the settings protect.
//!
//! The engine says so in the preview already; this is looked at inside the transaction, for whatever changes the
//! directory, as the admins and the settings may have changed since.

use shared::Directory;
use shared::values::account_state;
use shared::values::key::comparison_form;

use super::error::ImportError;
use super::writing::Step;
use crate::settings;
use crate::state::State;
use crate::storage::WriteUnit;
use crate::storage::accounts::{Admin, Role};

const EMAIL: &str = "WorkEmail";

/// Refuses a step that somebody must not leave by.
pub(super) async fn look(
    state: &State,
    unit: &mut dyn WriteUnit,
    actor: &Admin,
    step: &Step,
) -> Result<(), ImportError> {
    let Some((loaded, leaving)) = step.leaving() else { return Ok(()) };
    let directory = &loaded.directory;
    let protected = settings::in_force(&state.known_schema, unit).await?.settings.protected;
    let are_leaving = |position: usize, or_renamed: bool| {
        leaving.iter().any(|one| one.position == position && (or_renamed || !one.is_renamed))
    };
    for username in protected {
        if directory.find_username(&username).is_some_and(|position| are_leaving(position, true)) {
            return Err(ImportError::Protected(username));
        }
    }
    if leaving.iter().all(|one| one.is_renamed) {
        return Ok(());
    }
    if person_of(directory, &actor.email).is_some_and(|position| are_leaving(position, false)) {
        return Err(ImportError::LocksYouOut);
    }
    let admins = unit.admins().await?;
    let admins = admins.iter().map(|facts| &facts.admin);
    let mut system_admins = admins.filter(|admin| admin.role == Role::SystemAdmin && !admin.disabled).peekable();
    // Whoever isn't a person of the directory can't be locked out by it.
    let stays = |admin: &Admin| {
        person_of(directory, &admin.email)
            .is_none_or(|position| !is_off(directory, position) && !are_leaving(position, false))
    };
    if system_admins.peek().is_some() && !system_admins.any(stays) {
        return Err(ImportError::LastAdmin);
    }
    Ok(())
}

/// The person whom an admin's address means: by Username, else by a `WorkEmail` that nobody else has.
fn person_of(directory: &Directory, address: &str) -> Option<usize> {
    if let Some(position) = directory.find_username(address) {
        return Some(position);
    }
    let column = directory.schema().index_of(EMAIL)?;
    let form = comparison_form(address);
    let mut found = (0..directory.people()).filter(|position| {
        directory.person(*position).is_some_and(|person| comparison_form(&person.value(column)) == form)
    });
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

fn is_off(directory: &Directory, position: usize) -> bool {
    let state = directory.schema().index_of(account_state::HEADER);
    let word = state.and_then(|column| Some(directory.person(position)?.value(column).into_owned()));
    word.is_some_and(|word| account_state::is_off(&word))
}
