//! People, one at a time.

use std::collections::BTreeMap;

use gloo::net::http::Request;
use serde::{Deserialize, Serialize};

use super::{Answer, Outcome, Revision, ask, encoded, read, tell_as};

/// A page of people.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct People {
    /// In the order in which they came.
    pub people: Vec<Person>,
    /// How many there are in all, where the server knows without looking at everybody.
    #[serde(default)]
    pub total: Option<usize>,
    /// Where the next page begins.
    #[serde(default)]
    pub next: Option<i64>,
}

/// A person.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Person {
    /// Her Username.
    pub username: String,
    /// The revision at which she last changed.
    pub revision: u64,
    /// Her values by header, without those that are empty.
    pub values: BTreeMap<String, String>,
}

/// A page of what became of a person.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct PersonHistory {
    /// Newest first.
    pub history: Vec<Step>,
    /// Where the next page begins.
    #[serde(default)]
    pub next: Option<u64>,
}

/// What one revision did to a person.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Step {
    /// The revision.
    pub revision: Revision,
    /// Whether she came.
    #[serde(default)]
    pub created: bool,
    /// Her cells.
    pub changes: Vec<StepCell>,
}

/// One of her cells.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct StepCell {
    /// The column's header.
    pub column: String,
    /// Before.
    pub old: String,
    /// After.
    pub new: String,
}

/// An edit of a person.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Edit {
    /// New values by header; an empty one clears.
    pub changes: BTreeMap<String, String>,
    /// The revision of the person that the page showed.
    pub revision: u64,
    /// The digest of the preview.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub digest: Option<String>,
    /// A word of hers for the history.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// That she saw the warnings.
    pub acknowledged: bool,
}

/// What an edit would do, as far as the page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct EditPlan {
    /// What was noticed.
    #[serde(default)]
    pub findings: Vec<EditFinding>,
    /// What would change; others too, when somebody they refer to is renamed.
    #[serde(default)]
    pub changes: Vec<EditChange>,
    /// Names the effect; none while an error stands.
    #[serde(default)]
    pub digest: Option<String>,
}

/// Something that was noticed in an edit.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct EditFinding {
    /// The rule's code.
    pub code: String,
    /// `error`, `warning` or `note`.
    pub severity: String,
    /// What.
    pub message: String,
    /// Why, and what to do.
    #[serde(default)]
    pub help: String,
}

/// A cell that an edit would change.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct EditChange {
    /// Whose.
    pub username: String,
    /// Which column.
    pub column: String,
    /// Before.
    pub old: String,
    /// After.
    pub new: String,
}

fn address(username: &str) -> String {
    format!("/api/people/{}", encoded(username))
}

/// People whom some words find, after the first `skip` of them.
pub async fn people(search: &str, skip: usize, limit: usize) -> Answer<People> {
    let address = format!("/api/people?limit={limit}&skip={skip}&search={}", encoded(search));
    read(ask(Request::get(&address)).await?).await
}

/// One person.
pub async fn person(username: &str) -> Answer<Person> {
    read(ask(Request::get(&address(username))).await?).await
}

/// What became of a person.
pub async fn person_history(username: &str, before: Option<u64>) -> Answer<PersonHistory> {
    let before = before.map(|before| format!("&before={before}")).unwrap_or_default();
    read(ask(Request::get(&format!("{}/history?limit=20{before}", address(username)))).await?).await
}

/// What an edit would do.
pub async fn preview_edit(username: &str, edit: &Edit) -> Answer<EditPlan> {
    read(tell_as(Request::post(&format!("{}/preview", address(username))), None, edit).await?).await
}

/// Edits a person.
pub async fn edit(username: &str, edit: &Edit, key: &str) -> Answer<Outcome> {
    read(tell_as(Request::patch(&address(username)), Some(key), edit).await?).await
}
