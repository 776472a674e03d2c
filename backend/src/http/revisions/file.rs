//! `GET /api/revisions/{number}/file`: the upload, as it is kept.

use axum::extract::State as FromState;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use serde_json::json;
use shared::words;

use super::no_such_revision;
use crate::accounts::rights::{self, Right};
use crate::audit;
use crate::http::auth::Uploads;
use crate::http::input::Number;
use crate::problem::Problem;
use crate::state::State;
use crate::storage::StorageError;
use crate::work::{blocking, within};

/// The upload that a revision came from
///
/// For editors. In UTF-8, under its own name; without the columns that weren't read, and with cells guarded that a spreadsheet
/// program would run. Who reads it stands in the audit.
#[utoipa::path(
    get,
    path = "/api/revisions/{number}/file",
    tag = "history",
    params(("number" = u64, Path, description = "The revision", example = 1)),
    responses((status = 200, body = String, content_type = "text/csv"))
)]
pub(in crate::http) async fn handle(
    Uploads(holder): Uploads,
    FromState(state): FromState<State>,
    Number(number): Number,
) -> Result<Response, Problem> {
    let place = state.lanes.reading.place(holder.admin.id.0).await?;
    let now = state.clock.now();
    let mut unit = state.storage.write().await?;
    let admin = rights::again(&mut *unit, &holder.credential, Right::Uploads, now).await?;
    if unit.revision(number).await?.is_none() {
        return Err(no_such_revision(number));
    }
    let Some(file) = unit.file_of(number).await? else {
        return Err(Problem::not_found(words!("Revision {number} didn't come from a file.", number)));
    };
    audit::append(&mut *unit, now, audit::Actor::Admin(admin.id), "file-read", &json!({ "revision": number })).await?;
    unit.commit().await?;
    let compressed = file.compressed;
    let bytes = within(vec![place], blocking(move || zstd::decode_all(compressed.as_slice())))
        .await
        .map_err(|error| Problem::internal().caused_by(error))?
        .map_err(|error| StorageError::Corrupt(format!("a stored file can't be unpacked: {error}")))?;
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/csv"));
    if let Ok(attachment) = HeaderValue::try_from(attachment(&file.facts.name)) {
        headers.insert(header::CONTENT_DISPOSITION, attachment);
    }
    Ok(response)
}

/// RFC 6266: a name in ASCII for old clients, and the true one in UTF-8, percent-encoded as RFC 8187 says.
fn attachment(name: &str) -> String {
    let plain = |character: char| character.is_ascii_alphanumeric() || "-_. ()".contains(character);
    let ascii: String = name.chars().map(|character| if plain(character) { character } else { '_' }).collect();
    let encoded: String = name
        .bytes()
        .map(|byte| {
            let plain = byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
            if plain { char::from(byte).to_string() } else { format!("%{byte:02X}") }
        })
        .collect();
    format!("attachment; filename=\"{ascii}\"; filename*=UTF-8''{encoded}")
}

#[cfg(test)]
mod tests {
    use super::attachment;

    #[test]
    fn any_name_is_a_header() {
        assert_eq!(
            attachment("Bjørk \"2\"\r\n.csv"),
            "attachment; filename=\"Bj_rk _2___.csv\"; filename*=UTF-8''Bj%C3%B8rk%20%222%22%0D%0A.csv"
        );
    }
}
