//! What undo and restore have in common: the preview that is shown, and the way to apply it.

use axum::response::Response;
use serde::{Deserialize, Serialize};
use shared::options::Conflicts;
use shared::schema::Schema;
use shared::take_back::{Conflict, TakenBack};
use shared::words;
use utoipa::ToSchema;

use crate::accounts::rights::Holder;
use crate::http::imports::LONGEST_NOTE;
use crate::http::room::{Room, to_the_end};
use crate::problem::Problem;
use crate::revisions::{self, Goal, Planned, Request};
use crate::state::State;
use crate::work::within;

/// So many changes and conflicts are shown; the counts tell of all.
const MOST_SHOWN: usize = 1_000;

/// The decisions so far.
#[derive(Deserialize, ToSchema)]
#[schema(as = TakeBackPreviewRequest, example = json!({ "conflicts": { "all": "theirs" } }))]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct PreviewRequest {
    /// As in an import's options: `all`, `columns`, `cells`; `yours` takes back, `theirs` leaves what is there.
    #[serde(default)]
    #[schema(value_type = Object)]
    conflicts: Conflicts,
}

/// What is applied: the preview's revision and digest, with the decisions that it was made with.
#[derive(ToSchema)]
#[schema(as = TakeBackRequest, example = json!({ "revision": 7, "digest": "9f86d081884c7d65", "conflicts": {} }))]
#[expect(dead_code, reason = "says what is read as a request of its own type")]
pub(in crate::http) struct ApplyRequest {
    #[schema(value_type = Object)]
    conflicts: (),
    revision: u64,
    digest: String,
    note: Option<String>,
    /// Needed where people are deleted.
    acknowledged: bool,
    /// How many people change; needed where the preview says `over_budget`.
    #[schema(required = false)]
    acknowledged_changes: Option<usize>,
}

/// What taking back would do now.
#[derive(Serialize, ToSchema)]
#[schema(as = TakeBackPreview)]
pub(in crate::http) struct Shown {
    /// The revision that it is planned for.
    revision: u64,
    /// Names the effect; nothing while a conflict is undecided.
    digest: Option<String>,
    /// People created, updated, renamed and deleted, and undecided conflicts.
    #[schema(value_type = Object)]
    counts: serde_json::Value,
    /// How many people change, if that is over the risk budget: a system admin sends the number, nobody else may.
    #[schema(example = json!(null))]
    over_budget: Option<usize>,
    /// What was edited since, and what was decided; the undecided first.
    #[schema(value_type = Vec<Object>)]
    conflicts: Vec<Conflict>,
    /// The cells that would change.
    changes: Vec<CellShown>,
    /// How many more cells there are.
    more: usize,
}

/// One cell that would change.
#[derive(Serialize, ToSchema)]
#[schema(as = PlannedChange)]
pub(in crate::http) struct CellShown {
    /// `create`, `update`, `rename` or `delete`.
    kind: &'static str,
    username: String,
    column: String,
    old: String,
    new: String,
}

/// What would happen.
pub(super) async fn preview(
    state: &State,
    holder: &Holder,
    Room(room): Room,
    goal: Goal,
    request: PreviewRequest,
) -> Result<axum::Json<Shown>, Problem> {
    let places = vec![room, state.lanes.bulk.place(holder.admin.id.0).await?];
    let planned = within(places, revisions::plan(state, &holder.admin, goal, request.conflicts)).await;
    let planned = planned.map_err(|error| Problem::from_import_error(error, &state.schema))?;
    Ok(axum::Json(shown(planned, &state.schema)))
}

/// Makes it happen, once. The work goes on if the client goes away.
pub(super) async fn apply(
    state: State,
    (holder, room): (Holder, Room),
    key: String,
    goal: Goal,
    request: Request,
) -> Result<Response, Problem> {
    if request.note.as_ref().is_some_and(|note| note.chars().count() > LONGEST_NOTE) {
        return Err(Problem::malformed(words!("A note has at most 2000 characters.")));
    }
    if request.revision.is_none() || request.digest.is_none() {
        return Err(Problem::malformed(words!("The request needs revision and digest of the preview.")));
    }
    let admin = holder.admin.id;
    let work = async move |state: State| revisions::apply(&state, &holder, key, goal, request).await;
    to_the_end(state, admin, |lanes| &lanes.bulk, Some(room), work).await
}

fn shown(planned: Planned, schema: &Schema) -> Shown {
    let Planned { revision, plan: TakenBack { change_set, mut conflicts, digest }, counts, over_budget, .. } = planned;
    conflicts.sort_by_key(|conflict| conflict.decided.is_some());
    conflicts.truncate(MOST_SHOWN);
    let cells: usize = change_set.operations.iter().map(|operation| operation.changes.len()).sum();
    let cell_by_cell = change_set.operations.iter().flat_map(|operation| {
        operation.changes.iter().map(|change| CellShown {
            kind: operation.kind.word(),
            username: operation.username.clone(),
            column: schema.header_of(change.column).to_owned(),
            old: change.old.clone(),
            new: change.new.clone(),
        })
    });
    let changes: Vec<CellShown> = cell_by_cell.take(MOST_SHOWN).collect();
    let more = cells.saturating_sub(changes.len());
    Shown { revision, digest, counts, over_budget, conflicts, changes, more }
}
