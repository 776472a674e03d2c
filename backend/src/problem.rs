//! What goes wrong, as RFC 9457 problem details.
//!
//! A [`Problem`] is what a person is told: what happened, and what to do now. The cause stays inside: it rides on the
//! response to the one layer that writes the body and logs the cause beside the request's id ([`crate::http::answers`]).
//! Everything that is said about a 5xx is constant text.

use std::sync::Arc;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value};
use shared::{Words, words};

use crate::storage::StorageError;

/// Something that went wrong, for the one who asked.
#[derive(Clone)]
pub struct Problem {
    /// The HTTP status.
    pub status: StatusCode,
    /// The last part of the type's address, `/problems/…`.
    pub slug: &'static str,
    /// What is said of it.
    pub said: Box<Said>,
    /// More members of the JSON object.
    pub extras: Box<Map<String, Value>>,
    /// After how many seconds it is worth trying again.
    pub retry_after: Option<u32>,
    /// Why, for the log.
    pub cause: Option<Arc<dyn std::error::Error + Send + Sync>>,
}

/// What is said of a problem, in whatever language it is asked for.
#[derive(Debug, Clone)]
pub struct Said {
    /// What kind of thing happened, the same words every time.
    pub title: Words,
    /// What happened this time.
    pub detail: Words,
    /// What the reader can do.
    pub what_to_do: Words,
}

impl Problem {
    /// A problem without extras and cause.
    pub fn new(status: StatusCode, slug: &'static str, title: Words, detail: Words, what_to_do: Words) -> Self {
        let said = Box::new(Said { title, detail, what_to_do });
        Self { status, slug, said, extras: Box::default(), retry_after: None, cause: None }
    }

    /// The same problem with one more member.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.extras.insert(name.to_owned(), value.into());
        self
    }

    /// The same problem with its cause, for the log.
    #[must_use]
    pub fn caused_by(mut self, cause: impl std::error::Error + Send + Sync + 'static) -> Self {
        self.cause = Some(Arc::new(cause));
        self
    }

    /// The server failed in a way that nobody foresaw.
    pub fn internal() -> Self {
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "internal",
            words!("Something went wrong here"),
            words!("The server met an error that it didn't expect."),
            words!("Try again. If it goes on, give the number in `instance` to whoever looks after this server."),
        )
    }

    /// The database can't be used right now.
    pub fn storage_unavailable() -> Self {
        let mut problem = Self::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "storage-unavailable",
            words!("The database isn't available"),
            words!("The database is busy or can't be reached."),
            words!(
                "Try again in a moment. A write that is sent again with the same Idempotency-Key is never done twice."
            ),
        );
        problem.retry_after = Some(5);
        problem
    }

    /// There is no room left where the database is kept.
    pub fn no_room() -> Self {
        let mut problem = Self::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "no-room",
            words!("There is no room left"),
            words!("There is no room left on the disk of the database. Nothing was changed."),
            words!("Tell whoever looks after this server, and try again when there is room."),
        )
        .with("nothing_changed", true);
        problem.retry_after = Some(60);
        problem
    }

    /// The request isn't one that this server understands.
    pub fn malformed(detail: Words) -> Self {
        Self::new(
            StatusCode::BAD_REQUEST,
            "malformed-request",
            words!("The request can't be understood"),
            detail,
            words!("Correct the request; the same one will be refused again."),
        )
    }

    /// There is nothing at this address.
    pub fn not_found(detail: Words) -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            "not-found",
            words!("There is nothing here"),
            detail,
            words!("Check the address, or go back to where you came from."),
        )
    }

    /// More bytes than the server takes.
    pub fn too_large(limit_bytes: usize) -> Self {
        Self::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            "too-large",
            words!("Too large"),
            words!("More was sent than this server takes at once: {limit} MB.", limit = limit_bytes / 1_000_000),
            words!("Split the file, or ask whoever looks after this server to raise the limit."),
        )
        .with("limit_bytes", limit_bytes)
    }

    /// A problem for a status that something else than our own code answered with.
    pub fn from_status(status: StatusCode) -> Self {
        match status {
            StatusCode::NOT_FOUND => Self::not_found(words!("There is nothing at this address.")),
            StatusCode::METHOD_NOT_ALLOWED => Self::new(
                status,
                "method-not-allowed",
                words!("This can't be done here"),
                words!("The address exists, but not for this method."),
                words!("The header Allow names the methods that work."),
            ),
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Self::new(
                status,
                "unsupported-media-type",
                words!("The request is in a form that isn't read here"),
                words!("The Content-Type of the request isn't the one that this address takes."),
                words!("Send it as the documentation of the API says."),
            ),
            status if status.is_server_error() => Self { status, ..Self::internal() },
            status => Self { status, ..Self::malformed(words!("The request can't be understood.")) },
        }
    }
}

impl From<StorageError> for Problem {
    fn from(error: StorageError) -> Self {
        let problem = match &error {
            StorageError::Busy(_) | StorageError::Unavailable(_) | StorageError::Unfit(_) => {
                Self::storage_unavailable()
            }
            StorageError::NoRoom(_) => Self::no_room(),
            _ => Self::internal(),
        };
        problem.caused_by(error)
    }
}

impl std::fmt::Debug for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // The detail and the extras may name people.
        write!(f, "Problem({} {})", self.status.as_u16(), self.slug)
    }
}

impl IntoResponse for Problem {
    /// An empty response that carries the problem; the layer that knows the request's id writes it out.
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}
