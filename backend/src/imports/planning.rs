//! Plans a file with the engine against our own directory, off the async threads.

use std::collections::BTreeSet;
use std::sync::Arc;

use shared::facts::marked_extract;
use shared::options::Options;
use shared::plan::Plan;
use shared::review::{Against, Opened, OtherSchema, Review, Upload};

use crate::directory::{DirectoryError, Loaded};
use crate::extract::ExtractError;
use crate::past;
use crate::settings::Settings;
use crate::state::State;
use crate::storage::Storage;
use crate::storage::accounts::{AdminId, Role};
use crate::storage::revisions::Point;
use crate::work::{Watch, blocking};

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
    /// The file was made from an extract of a revision that the database lost, and another one has its number now.
    #[error("the file's extract is of a revision {0} that was lost")]
    LostBase(u64),
    /// The columns changed while the file was read.
    #[error(transparent)]
    OtherSchema(#[from] OtherSchema),
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

/// Plans an upload against the directory at a point, as its sender would send it. The file is read once.
pub async fn plan(
    state: &State,
    sender: Option<AdminId>,
    now: &Point,
    upload: Upload,
    options: Options,
    base: Base,
) -> Result<Planned, PlanningError> {
    let mut options = as_the_server_says(state, sender, options).await?;
    let State { storage, schema, directories, .. } = state;
    let named = marked_extract(&upload.name);
    let read = {
        let (schema, options) = (Arc::clone(schema), options.clone());
        move || Opened::read(&schema, upload, &options)
    };
    let opened = blocking(read).await?;
    if base == Base::Found && options.base.is_none() {
        let named = opened.facts().base.as_ref().map(|base| base.revision);
        options.base = named.filter(|base| *base <= now.number);
    }
    let base = match options.base {
        Some(base) => {
            let base = base_point(&**storage, base, now, named).await?;
            Some(Arc::clone(&directories.at(&**storage, schema, &base).await?.directory))
        }
        None => None,
    };
    let loaded = directories.at(&**storage, schema, now).await?;
    let mut unit = storage.read().await.map_err(DirectoryError::from)?;
    let columns = opened.facts().columns_to_remember(base.is_some());
    let past = past::read(&mut *unit, schema, &columns).await.map_err(DirectoryError::from)?;
    drop(unit);
    let against = Against::new(Arc::clone(&loaded.directory), base)?.remembering(past);
    let watch = Watch::begin();
    let planning = move || Review::of_opened(against, opened, options, &mut |_| watch.look()).map(Review::into_plan);
    let plan = blocking(planning).await??;
    Ok(Planned { plan, loaded })
}

/// The point of a base, on the same line of history as the directory that the plan is for.
async fn base_point(
    storage: &dyn Storage,
    base: u64,
    now: &Point,
    named: Option<(u64, String)>,
) -> Result<Point, PlanningError> {
    let mut unit = storage.read().await.map_err(DirectoryError::from)?;
    if unit.point(now.number).await.map_err(DirectoryError::from)?.as_ref() != Some(now) {
        return Err(DirectoryError::Lost(now.clone()).into());
    }
    let missing = || ExtractError::NoRevision { asked: base, newest: now.number };
    let point = unit.point(base).await.map_err(DirectoryError::from)?.ok_or_else(missing);
    let point = point.map_err(DirectoryError::from)?;
    match named {
        Some((number, mark)) if number == base && mark != point.mark() => Err(PlanningError::LostBase(base)),
        _ => Ok(point),
    }
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
