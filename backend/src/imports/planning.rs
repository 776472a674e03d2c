//! Plans a file with the engine against our own directory, off the async threads.

use std::collections::BTreeSet;
use std::sync::Arc;

use shared::options::Options;
use shared::plan::Plan;
use shared::review::{Opened, Review, Upload};

use crate::directory::{DirectoryError, Loaded};
use crate::settings::Settings;
use crate::state::State;
use crate::storage::accounts::{AdminId, Role};

/// A plan, and the directory that it is for.
pub struct Planned {
    /// What the file would do.
    pub plan: Plan,
    /// To whom.
    pub loaded: Arc<Loaded>,
}

/// Why no plan could be made.
#[derive(Debug, thiserror::Error)]
pub enum PlanningError {
    /// The directory, or the base that the options name, can't be had.
    #[error(transparent)]
    Directory(#[from] DirectoryError),
    /// The thread that planned is gone; the engine panicked.
    #[error("the thread that planned an import ended")]
    Thread(#[from] tokio::task::JoinError),
}

/// Where the extract comes from that a file was made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Base {
    /// The choices name it, or say that there is none.
    AsChosen,
    /// The choices name it, or else the file itself, by a row's Revision or by its name.
    Found,
}

/// Plans an upload against the directory at a revision, as its sender would send it. The file is read once.
pub async fn plan(
    state: &State,
    sender: Option<AdminId>,
    revision: u64,
    upload: Upload,
    options: Options,
    base: Base,
) -> Result<Planned, PlanningError> {
    let mut options = as_the_server_says(state, sender, options).await?;
    let State { storage, schema, directories, .. } = state;
    let read = {
        let (schema, options) = (Arc::clone(schema), options.clone());
        move || Opened::read(&schema, upload, &options)
    };
    let opened = tokio::task::spawn_blocking(read).await?;
    if base == Base::Found && options.base.is_none() {
        let named = opened.facts().base.as_ref().map(|base| base.revision);
        options.base = named.filter(|base| *base <= revision);
    }
    let base = match options.base {
        Some(base) => Some(Arc::clone(&directories.at(&**storage, schema, base).await?.directory)),
        None => None,
    };
    let loaded = directories.at(&**storage, schema, revision).await?;
    let (schema, directory) = (Arc::clone(schema), Arc::clone(&loaded.directory));
    let planning = move || Review::of_opened(schema, directory, base, opened, options, &mut |_| ()).into_plan();
    let plan = tokio::task::spawn_blocking(planning).await?;
    Ok(Planned { plan, loaded })
}

/// How much may change, and who must stay, is the server's to say, whatever the preview went by.
async fn as_the_server_says(
    state: &State,
    sender: Option<AdminId>,
    options: Options,
) -> Result<Options, PlanningError> {
    let Settings { budget, ref protected, .. } = state.settings;
    let admins =
        state.storage.read().await.map_err(DirectoryError::from)?.admins().await.map_err(DirectoryError::from)?;
    let admins = admins.into_iter().map(|facts| facts.admin);
    let (mut system_admins, mut address) = (BTreeSet::new(), None);
    for admin in admins {
        if Some(admin.id) == sender {
            address = Some(admin.email.clone());
        }
        if admin.role == Role::SystemAdmin && !admin.disabled {
            system_admins.insert(admin.email);
        }
    }
    Ok(Options { budget, protected: protected.clone(), sender: address, admins: system_admins, ..options })
}
