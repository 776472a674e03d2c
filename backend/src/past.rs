//! What is told of the directory's past, so that an old name or an old value in a file is known for one.

use std::collections::BTreeSet;

use shared::past::Step;
use shared::{Past, Schema};

use crate::storage::{ReadUnit, StorageError};

/// So many entries of the history are looked at for what cells held, and so many revisions for who made them.
const MOST_ENTRIES: u32 = 200_000;
const MOST_STEPS: u32 = 5_000;

/// Who had which Username; and, of some columns, what cells held before.
pub async fn read<U: ReadUnit + ?Sized>(
    unit: &mut U,
    schema: &Schema,
    columns: &BTreeSet<String>,
) -> Result<Past, StorageError> {
    let names = unit.former_names(schema.header_of(schema.username())).await?;
    let (mut cells, mut cut_at) = (Vec::new(), 0);
    if !columns.is_empty() {
        (cells, cut_at) = unit.former_cells(MOST_ENTRIES).await?;
        cells.retain(|cell| columns.contains(&cell.column) && cell.until > cut_at);
    }
    let of_names = names.iter().map(|name| name.until);
    let spoken_of: BTreeSet<u64> = of_names.chain(cells.iter().map(|cell| cell.until)).collect();
    let mut past = Past { names, cells, cut_at, ..Past::default() };
    if let Some(newest) = spoken_of.last() {
        for revision in unit.revisions_before(newest.saturating_add(1), MOST_STEPS).await? {
            if spoken_of.contains(&revision.number) {
                let step = Step { by: revision.actor.name, at: revision.at.to_string() };
                past.steps.insert(revision.number, step);
            }
        }
    }
    Ok(past)
}
