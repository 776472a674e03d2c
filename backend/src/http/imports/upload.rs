//! What an import sends: `multipart/form-data` with the parts `request` (JSON) and `file` (CSV).

use axum::extract::multipart::{Field, Multipart, MultipartError, MultipartRejection};
use axum::extract::{FromRequest, Request as HttpRequest};
use axum::http::StatusCode;
use shared::words;
use utoipa::ToSchema;

use crate::imports::Request;
use crate::problem::Problem;
use crate::state::State;

/// The two parts, as the document of the API describes them.
#[derive(ToSchema)]
#[schema(as = Upload)]
#[expect(dead_code, reason = "says what the parts are; they are read as they come")]
pub(in crate::http) struct Form {
    /// JSON: `file_name`, `options`, and, to apply it, `revision`, `digest` and `engine_version` of the preview; `note`.
    #[schema(value_type = Object, example = json!({ "file_name": "people.csv", "options": {} }))]
    request: (),
    /// The CSV, with every edit written in.
    #[schema(value_type = String, format = Binary)]
    file: (),
}

/// The two parts.
pub(in crate::http) struct Sent {
    /// What is sent beside the file.
    pub(in crate::http) request: Request,
    /// The file.
    pub(in crate::http) file: Vec<u8>,
}

impl FromRequest<State> for Sent {
    type Rejection = Problem;

    async fn from_request(request: HttpRequest, state: &State) -> Result<Self, Problem> {
        let parts: Result<Multipart, MultipartRejection> = Multipart::from_request(request, state).await;
        let mut parts = parts.map_err(|_| Problem::from_status(StatusCode::UNSUPPORTED_MEDIA_TYPE))?;
        let limit = state.limits.upload_bytes;
        let refused = |error: MultipartError| match error.status() {
            StatusCode::PAYLOAD_TOO_LARGE => Problem::too_large(limit),
            _ => Problem::malformed(words!("The upload broke off, or isn't well-formed multipart/form-data.")),
        };
        let (mut request, mut file) = (None, None);
        while let Some(part) = parts.next_field().await.map_err(refused)? {
            match part.name() {
                Some("request") => request = Some(bytes_of(part).await.map_err(refused)?),
                Some("file") => file = Some(bytes_of(part).await.map_err(refused)?),
                _ => return Err(Problem::malformed(words!("The upload has a part that is neither request nor file."))),
            }
        }
        let (Some(request), Some(file)) = (request, file) else {
            return Err(Problem::malformed(words!("The upload needs both parts: request and file.")));
        };
        let request = serde_json::from_slice(&request).map_err(|error| {
            Problem::malformed(words!("The part request can't be read: {error}.", error = error.to_string()))
        })?;
        Ok(Self { request, file })
    }
}

async fn bytes_of(mut part: Field<'_>) -> Result<Vec<u8>, MultipartError> {
    let mut bytes = Vec::new();
    while let Some(chunk) = part.chunk().await? {
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes)
}
