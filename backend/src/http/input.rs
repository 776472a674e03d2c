//! What requests carry, read with problems for refusals: JSON bodies, query strings, numbers in the path.

use axum::Json as AxumJson;
use axum::extract::rejection::{JsonRejection, PathRejection, QueryRejection};
use axum::extract::{FromRequest, FromRequestParts, Path as AxumPath, Query as AxumQuery, Request};
use axum::http::StatusCode;
use axum::http::request::Parts;
use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};
use shared::words;

use crate::problem::Problem;
use crate::state::State;

/// A JSON body.
pub(super) struct Json<T>(pub(super) T);

impl<T: DeserializeOwned> FromRequest<State> for Json<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &State) -> Result<Self, Problem> {
        // Read as an object first: serde would take a list for a struct, too, its members in their order.
        match AxumJson::<Map<String, Value>>::from_request(request, state).await {
            Ok(AxumJson(members)) => T::deserialize(Value::Object(members)).map(Self).map_err(|error| {
                Problem::malformed(words!("The body can't be read: {error}.", error = error.to_string()))
            }),
            Err(JsonRejection::MissingJsonContentType(_)) => {
                Err(Problem::from_status(StatusCode::UNSUPPORTED_MEDIA_TYPE))
            }
            Err(error) if error.status() == StatusCode::PAYLOAD_TOO_LARGE => {
                Err(Problem::too_large(state.limits.body_bytes))
            }
            Err(error) => Err(unreadable(&error.body_text())),
        }
    }
}

/// The query string.
pub(super) struct Query<T>(pub(super) T);

impl<T: DeserializeOwned> FromRequestParts<State> for Query<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<Self, Problem> {
        let query: Result<AxumQuery<T>, QueryRejection> = AxumQuery::from_request_parts(parts, state).await;
        query.map(|AxumQuery(value)| Self(value)).map_err(|error| unreadable(&error.body_text()))
    }
}

/// Where a page begins. Numbers of ours fit into 63 bits; a larger one is a mistake of whoever asks, and not everything.
pub(super) fn place<'de, D: Deserializer<'de>>(from: D) -> Result<Option<u64>, D::Error> {
    let number: Option<u64> = Option::deserialize(from)?;
    match number {
        Some(number) if i64::try_from(number).is_err() => Err(D::Error::custom("the number is too large")),
        number => Ok(number),
    }
}

/// What the framework says of a request that can't be read, in its own words.
fn unreadable(why: &str) -> Problem {
    Problem::malformed(words!("{why}", why))
}

/// The number in the path. Something else than a number names nothing.
pub(super) struct Number(pub(super) u64);

impl FromRequestParts<State> for Number {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<Self, Problem> {
        let path: Result<AxumPath<u64>, PathRejection> = AxumPath::from_request_parts(parts, state).await;
        path.map(|AxumPath(number)| Self(number))
            .map_err(|_| Problem::not_found(words!("A revision is named by its number.")))
    }
}

/// The Username in the path, percent-decoded.
pub(super) struct Username(pub(super) String);

impl FromRequestParts<State> for Username {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<Self, Problem> {
        let path: Result<AxumPath<String>, PathRejection> = AxumPath::from_request_parts(parts, state).await;
        path.map(|AxumPath(name)| Self(name))
            .map_err(|_| Problem::not_found(words!("There is nobody with this Username.")))
    }
}
