//! `POST /api/imports/preview`: the plan that a file would make now, for scripts and for browsers without wasm.

use std::sync::Arc;

use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use shared::review::Upload;

use super::upload::{Form, Sent};
use crate::http::auth::Editor;
use crate::http::current::Current;
use crate::http::language::Language;
use crate::http::room::Room;
use crate::imports::ImportError;
use crate::imports::planning::{self, Planned};
use crate::problem::Problem;
use crate::work::{blocking, within};

/// What a file would do
///
/// The plan as `muster check --format json` prints it, for the newest revision; nothing is written. Of the part
/// `request` only `file_name` and `options` are needed. A file of which nothing can be read, because it is no table or
/// goes beyond what is read, is the problem `file-not-read`.
#[utoipa::path(
    post,
    path = "/api/imports/preview",
    tag = "imports",
    request_body(content = Form, content_type = "multipart/form-data"),
    responses((status = 200, body = Object, content_type = "application/json", headers(
        ("Muster-Revision" = u64, description = "The revision that it is planned against")
    )))
)]
pub(in crate::http) async fn handle(
    Editor(holder): Editor,
    Current(state): Current,
    asked: HeaderMap,
    Room(room): Room,
    Sent { request, file }: Sent,
) -> Result<Response, Problem> {
    let places = vec![room, state.lanes.bulk.place(holder.admin.id.0).await?];
    let now = state.storage.read().await?.current_point().await?;
    let base = request.base();
    let upload = Upload { name: request.file_name, bytes: file };
    let schema = Arc::clone(&state.schema);
    let catalogue = Language::asked_for(&asked).catalogue();
    let work = async {
        let planned = planning::plan(&state, Some(holder.admin.id), &now, upload, request.options, base).await;
        let Planned { plan, .. } =
            planned.map_err(|error| Problem::from_import_error(ImportError::Planning(error), &state.schema))?;
        if let Some(unread) = Problem::from_unread(&plan) {
            return Err(unread);
        }
        blocking(move || plan.to_json_in(&schema, catalogue))
            .await
            .map_err(|error| Problem::internal().caused_by(error))
    };
    let text = within(places, work).await?;
    let headers = [(header::CONTENT_TYPE, "application/json".to_owned())];
    let mut response = (headers, text).into_response();
    response.headers_mut().insert("muster-revision", now.number.into());
    Ok(response)
}
