//! `POST /api/imports/preview`: the plan that a file would make now, for scripts and for browsers without wasm.

use std::sync::Arc;

use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use shared::review::Upload;

use super::upload::{Form, Sent};
use crate::http::auth::Editor;
use crate::http::current::Current;
use crate::http::language::Language;
use crate::imports::ImportError;
use crate::imports::planning::{self, Planned};
use crate::problem::Problem;

/// What a file would do
///
/// The plan as `muster check --format json` prints it, for the newest revision; nothing is written. Of the part
/// `request` only `file_name` and `options` are needed.
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
    Sent { request, file }: Sent,
) -> Result<Response, Problem> {
    let _permit = Arc::clone(&state.imports).acquire_owned().await;
    let revision = state.storage.read().await?.current_revision().await?;
    let base = request.base();
    let upload = Upload { name: request.file_name, bytes: file };
    let planned = planning::plan(&state, Some(holder.admin.id), revision, upload, request.options, base).await;
    let Planned { plan, .. } =
        planned.map_err(|error| Problem::from_import_error(ImportError::Planning(error), &state.schema))?;
    let headers = [(header::CONTENT_TYPE, "application/json".to_owned())];
    let mut response =
        (headers, plan.to_json_in(&state.schema, Language::asked_for(&asked).catalogue())).into_response();
    response.headers_mut().insert("muster-revision", revision.into());
    Ok(response)
}
