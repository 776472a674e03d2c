//! What the desk asks of the server.
//!
//! Every failure, the network's too, is a [`Problem`] that can be shown: a title, what happened and what to do.

use gloo::net::http::{Request, RequestBuilder, Response};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::texts::language::language;

pub mod access;
pub mod people;
mod problem;
pub mod settings;
pub mod taking_back;
mod types;

pub use problem::Problem;
pub use types::{
    Admin, CellChange, Changes, Difference, MovedOn, Outcome, Revision, RevisionCounts, Revisions, SchemaColumn,
    Session,
};

/// What a request gives.
pub type Answer<T> = Result<T, Problem>;

/// Where imports are sent.
pub const IMPORTS: &str = "/api/imports";
/// The directory as the engine reads it.
pub const DIRECTORY: &str = "/api/extract?columns=all&profile=true&system=true&format=plain";

#[derive(Serialize)]
struct Credentials<'a> {
    email: &'a str,
    password: &'a str,
}

/// What the first admin says of herself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FirstAdmin {
    /// The one-time token of the link.
    pub token: String,
    /// Her e-mail address.
    pub email: String,
    /// Her name.
    pub name: String,
    /// Her password.
    pub password: String,
}

/// Who is signed in, and what the directory is.
pub async fn session() -> Answer<Session> {
    read(ask(Request::get("/api/session")).await?).await
}

/// Signs in.
pub async fn sign_in(email: &str, password: &str) -> Answer<Session> {
    tell(Request::post("/api/session"), &Credentials { email, password }).await?;
    session().await
}

/// Makes the first admin and signs her in.
pub async fn set_up(admin: &FirstAdmin) -> Answer<Session> {
    tell(Request::post("/api/setup"), admin).await?;
    session().await
}

/// Signs out.
pub async fn sign_out() -> Answer<()> {
    let request = Request::delete("/api/session").header("X-Muster", "desk");
    ask(request).await.map(|_| ())
}

/// The directory's columns.
pub async fn schema() -> Answer<Vec<SchemaColumn>> {
    #[derive(Deserialize)]
    struct Schema {
        columns: Vec<SchemaColumn>,
    }
    let schema: Schema = read(ask(Request::get("/api/schema")).await?).await?;
    Ok(schema.columns)
}

/// Revisions, newest first, from the one before `before` on.
pub async fn revisions(before: Option<u64>) -> Answer<Revisions> {
    let before = before.map(|number| format!("&before={number}")).unwrap_or_default();
    read(ask(Request::get(&format!("/api/revisions?limit=50{before}"))).await?).await
}

/// One revision.
pub async fn revision(number: u64) -> Answer<Revision> {
    read(ask(Request::get(&format!("/api/revisions/{number}"))).await?).await
}

/// The cell changes of one revision, after the one that `after` names.
pub async fn changes(number: u64, after: Option<String>) -> Answer<Changes> {
    let after = after.map(|after| format!("&after={after}")).unwrap_or_default();
    read(ask(Request::get(&format!("/api/revisions/{number}/changes?limit=100{after}"))).await?).await
}

async fn tell<T: Serialize>(request: RequestBuilder, body: &T) -> Answer<Response> {
    tell_as(request, None, body).await
}

/// Tells the server something, under a key with which a second time does nothing twice.
async fn tell_as<T: Serialize>(request: RequestBuilder, key: Option<&str>, body: &T) -> Answer<Response> {
    let request = in_her_language(request).header("X-Muster", "desk");
    let request = match key {
        Some(key) => request.header("Idempotency-Key", key),
        None => request,
    };
    let request = request.json(body).map_err(|_| Problem::unreachable())?;
    answered(request.send().await.map_err(|_| Problem::unreachable())?).await
}

/// A part of an address.
fn encoded(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}

async fn ask(request: RequestBuilder) -> Answer<Response> {
    answered(in_her_language(request).send().await.map_err(|_| Problem::unreachable())?).await
}

/// The server says in this language what went wrong.
fn in_her_language(request: RequestBuilder) -> RequestBuilder {
    request.header("Accept-Language", language().tag())
}

async fn answered(response: Response) -> Answer<Response> {
    if response.ok() {
        return Ok(response);
    }
    let body = response.text().await.unwrap_or_default();
    Err(Problem::from_answer(response.status(), &body))
}

async fn read<T: DeserializeOwned>(response: Response) -> Answer<T> {
    let body = response.text().await.map_err(|_| Problem::unreachable())?;
    serde_json::from_str(&body).map_err(|_| Problem::not_understood())
}
