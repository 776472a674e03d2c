//! Changing the directory's columns: adding one, dropping one that nobody has a value in, aliases, limits.
//!
//! The new columns must fit the people that there are. So the whole directory is read under them before they are
//! taken, and a column in which somebody has a value isn't dropped: an import that clears it can be undone, a lost column
//! couldn't.

use std::sync::Arc;

use serde_json::json;
use sha2::{Digest, Sha256};
use shared::Directory;
use shared::schema::{Column, Kind, Schema};
use shared::{Words, words};

use super::kept::SCHEMA;
use super::{InForce, SettingError, in_force};
use crate::accounts::rights::{self, Credential, Right};
use crate::audit;
use crate::extract;
use crate::ids::hex_from_bytes;
use crate::state::State;
use crate::storage::StorageError;
use crate::storage::revisions::Point;
use crate::storage::settings::StoredSetting;
use crate::work::blocking;

/// Most columns of a directory.
const MOST_COLUMNS: usize = 500;
/// The longest header or alias, in characters.
const LONGEST_HEADER: usize = 100;

/// Puts other columns in force. `number` is that of the change that she saw last.
pub async fn change(
    state: &State,
    credential: &Credential,
    number: u64,
    columns: Vec<Column>,
) -> Result<InForce, SettingError> {
    let mut unit = state.storage.read().await?;
    rights::again(&mut *unit, credential, Right::Manage, state.clock.now()).await?;
    let before = in_force(&state.known_schema, &mut *unit).await?;
    if before.number_moved(number) {
        return Err(SettingError::Moved(before.schema_number));
    }
    let point = unit.current_point().await?;
    drop(unit);
    let wanted = Schema { id: id_of(number + 1, &columns), columns };
    let value = serde_json::to_string(&wanted).map_err(|error| StorageError::Failed(error.into()))?;
    let wanted = Schema::from_json(&value).map_err(|error| {
        SettingError::Unfit(words!("These columns can't be used: {defect}.", defect = error.message))
    })?;
    plausible(&wanted, &before.schema)?;
    fits(state, &before.schema, &wanted, &point).await?;

    let now = state.clock.now();
    let mut unit = state.storage.write().await?;
    let admin = rights::again(&mut *unit, credential, Right::Manage, now).await?;
    let again = in_force(&state.known_schema, &mut *unit).await?;
    if again.number_moved(number) || again.schema != before.schema || unit.current_point().await? != point {
        return Err(SettingError::Moved(again.schema_number));
    }
    unit.put_setting(SCHEMA, &StoredSetting { number: number + 1, value }).await?;
    let headers = |schema: &Schema| schema.columns.iter().map(|column| column.header.clone()).collect::<Vec<_>>();
    let (old, new) = (headers(&before.schema), headers(&wanted));
    let details = json!({
        "added": new.iter().filter(|header| !old.contains(header)).collect::<Vec<_>>(),
        "dropped": old.iter().filter(|header| !new.contains(header)).collect::<Vec<_>>(),
    });
    audit::append(&mut *unit, now, audit::Actor::Admin(admin.id), "columns-changed", &details).await?;
    unit.commit().await?;
    Ok(InForce { schema: Arc::new(wanted), schema_number: number + 1, ..before })
}

/// Names a schema by what it holds, too: after a failover that lost it, its number is given to another one.
fn id_of(number: u64, columns: &[Column]) -> String {
    let text = serde_json::to_vec(columns).unwrap_or_default();
    let hash = hex_from_bytes(&Sha256::digest(text));
    format!("muster-own-{number}-{}", hash.get(..16).unwrap_or_default())
}

impl InForce {
    fn number_moved(&self, seen: u64) -> bool {
        self.schema_number != seen
    }
}

/// What no directory can do without, whoever is in it.
fn plausible(wanted: &Schema, before: &Schema) -> Result<(), SettingError> {
    let refused = |why: Words| Err(SettingError::Unfit(why));
    if wanted.columns.len() > MOST_COLUMNS {
        return refused(words!("A directory has at most {most} columns.", most = MOST_COLUMNS));
    }
    let bad = |name: &String| name.chars().count() > LONGEST_HEADER || name.chars().any(|c| c.is_control() || c == '"');
    for column in &wanted.columns {
        if let Some(name) = std::iter::once(&column.header).chain(&column.aliases).find(|name| bad(name)) {
            let start: String = name.chars().take(20).filter(|c| !c.is_control()).collect();
            return refused(words!(
                "The name {start}… is too long, or has a quote or an invisible character in it.",
                start
            ));
        }
        if column.system != (column.kind == Kind::Revision) {
            return refused(words!("{header} can't be a system column: only Revision is.", header = column.header));
        }
    }
    for kept in before.columns.iter().filter(|column| column.system || column.kind == Kind::Username) {
        if !wanted.columns.iter().any(|column| column.header == kept.header && column.kind == kept.kind) {
            return refused(words!("The column {header} is needed by Muster itself.", header = kept.header));
        }
    }
    Ok(())
}

/// Whether the people that there are stand under the wanted columns as they stood before.
async fn fits(state: &State, before: &Arc<Schema>, wanted: &Schema, point: &Point) -> Result<(), SettingError> {
    let loaded = state.directories.at(&*state.storage, before, point).await?;
    for (index, column) in before.columns.iter().enumerate() {
        let kept = wanted.columns.iter().any(|other| other.header == column.header);
        if !kept && loaded.directory.iter().any(|person| !person.value(index).is_empty()) {
            return Err(SettingError::Unfit(words!(
                "People have values in the column {header}. Clear it by an import first; that can be undone.",
                header = column.header
            )));
        }
    }
    for column in wanted.columns.iter().filter(|column| column.required) {
        let index = before.index_of(&column.header);
        let lacks = |person: shared::directory::Person<'_>| index.is_none_or(|index| person.value(index).is_empty());
        if loaded.directory.iter().any(lacks) {
            return Err(SettingError::Unfit(words!(
                "The column {header} can't be required: somebody has no value in it.",
                header = column.header
            )));
        }
    }
    if loaded.directory.people() == 0 {
        return Ok(());
    }
    let wanted = Arc::new(wanted.clone());
    let (unit, revision) = (state.storage.read().await?, point.number);
    let (extract, _) =
        extract::everything_at(unit, &wanted, revision).await.map_err(crate::directory::DirectoryError::from)?;
    let reading = blocking(move || Directory::from_extract(wanted, extract, revision).map(|_| ()));
    let read = reading.await.map_err(crate::directory::DirectoryError::from)?;
    read.map_err(|findings| {
        let first = findings.first().map(|finding| finding.message.clone()).unwrap_or_default();
        SettingError::Unfit(words!("The people that there are don't fit these columns. {first}", first))
    })
}
