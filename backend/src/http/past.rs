//! `GET /api/past`: what the desk asks of the directory's past before it shows a preview.

use std::collections::BTreeSet;

use axum::Json;
use serde::Deserialize;
use shared::Past;
use utoipa::IntoParams;

use super::auth::Editor;
use super::current::Current;
use super::extract::columns_from_list;
use super::input::Query;
use super::room::Room;
use crate::problem::Problem;
use crate::work::within;
use crate::{audit, past};

/// Of what.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Request {
    /// Headers, separated by commas, of the columns whose earlier values are asked for; none without it.
    #[param(example = "JobCategory,WorkOfficePhone")]
    columns: Option<String>,
}

/// What the directory was
///
/// The Usernames that people had, and what cells held before, newest first, from the newest 200,000 entries of the
/// history: what the engine needs to follow a rename, and to know an old value in a file without a base.
#[utoipa::path(
    get,
    path = "/api/past",
    tag = "history",
    params(Request),
    responses((status = 200, body = Object))
)]
pub(super) async fn handle(
    Editor(holder): Editor,
    Current(state): Current,
    Room(room): Room,
    Query(Request { columns }): Query<Request>,
) -> Result<Json<Past>, Problem> {
    let columns: BTreeSet<String> = match columns.filter(|list| !list.is_empty()) {
        Some(list) => columns_from_list(&list, &state.schema)?.into_iter().collect(),
        None => BTreeSet::new(),
    };
    let places = vec![room, state.lanes.bulk.place(holder.admin.id.0).await?];
    let work = async {
        let past = past::read(&mut *state.storage.read().await?, &state.schema, &columns).await?;
        // What cells held is as much people's data as an extract is.
        if !past.cells.is_empty() {
            let mut unit = state.storage.write().await?;
            let details = serde_json::json!({ "cells": past.cells.len() });
            audit::append(&mut *unit, state.clock.now(), audit::Actor::Admin(holder.admin.id), "past", &details)
                .await?;
            unit.commit().await?;
        }
        Ok::<Past, Problem>(past)
    };
    Ok(Json(within(places, work).await?))
}
