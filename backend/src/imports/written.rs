//! A step becomes a revision, with its entry in the audit.

use serde_json::json;

use super::maker::Maker;
use super::writing::Step;
use crate::audit;
use crate::state::State;
use crate::storage::revisions::Point;
use crate::storage::{StorageError, WriteUnit};

/// Writes a step with its revision and its audit entry; the point after it. A step that changes nothing makes none.
pub(super) async fn write(
    state: &State,
    unit: &mut dyn WriteUnit,
    step: &Step,
    maker: Maker,
) -> Result<Point, StorageError> {
    let (kind, about, audit) = (maker.kind, maker.about, maker.audit);
    let now = state.clock.now();
    let mut after = unit.current_point().await?;
    if !step.is_empty() {
        after = Point { number: after.number + 1, identity: state.ids.identity() };
        step.write(unit, &state.schema, step.revision(after.clone(), now, maker)).await?;
    }
    let details = json!({ "revision": after.number, "rows": step.rows(), "file": step.file_hash(), "about": about });
    audit::append(unit, now, audit, kind.word(), &details).await?;
    Ok(after)
}
