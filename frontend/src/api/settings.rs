//! Settings, columns, the audit, past extracts and reports.

use gloo::net::http::Request;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use shared::budget::Budget;

use super::{Admin, Answer, ask, read, tell_as};

/// What is in force.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct InForce {
    /// The settings.
    pub settings: Settings,
    /// The number of their last change.
    pub number: u64,
    /// The number of the last change of the columns.
    pub schema_number: u64,
}

/// What a system admin sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Settings {
    /// For each kind of change, the share of people, in percent, that one file of an editor may touch.
    pub budget: Budget,
    /// How long things are kept.
    pub retention: Retention,
}

/// How long things are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Retention {
    /// Uploads as they were sent, in days; for ever without it.
    pub files_days: Option<u16>,
}

/// A page of the audit.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Audit {
    /// Newest first.
    pub entries: Vec<AuditEntry>,
    /// Where the next page begins.
    #[serde(default)]
    pub next: Option<u64>,
}

/// One thing that was done.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct AuditEntry {
    /// Its number.
    pub number: u64,
    /// When, in UTC.
    pub at: String,
    /// Who.
    #[serde(default)]
    pub actor: Option<Admin>,
    /// What.
    pub act: String,
    /// Numbers and counts.
    #[serde(default)]
    pub details: Value,
}

/// A page of extracts that were taken.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Extracts {
    /// Newest first.
    pub extracts: Vec<Taken>,
    /// Where the next page begins.
    #[serde(default)]
    pub next: Option<u64>,
}

/// An extract that somebody took.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Taken {
    /// Its number.
    pub number: u64,
    /// When, in UTC.
    pub at: String,
    /// Who.
    pub actor: Admin,
    /// Of which revision.
    pub revision: u64,
    /// How many people it has.
    pub people: u64,
    /// Where the same one is to be had again.
    pub address: String,
}

/// How complete the profiles are.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Completion {
    /// The directory's revision.
    pub revision: u64,
    /// How many people there are.
    pub people: u64,
    /// How many have filled in everything.
    pub complete: u64,
    /// The parts of a profile.
    pub sections: Vec<Section>,
    /// A page of people.
    pub profiles: Vec<Profile>,
    /// Where the next page begins.
    #[serde(default)]
    pub next: Option<u64>,
}

/// A part of a profile.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Section {
    /// Its name.
    pub name: String,
    /// How many have filled it in.
    pub filled: u64,
}

/// One person's profile.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Profile {
    /// Her first name.
    pub first_name: String,
    /// Her last name.
    pub last_name: String,
    /// Her Username.
    pub username: String,
    /// For each section, in their order.
    pub filled: Vec<bool>,
    /// How much of it.
    pub percent: u64,
}

#[derive(Serialize)]
struct SettingsChange {
    number: u64,
    settings: Settings,
}

#[derive(Serialize)]
struct ColumnsChange<'a> {
    number: u64,
    columns: &'a [Value],
}

#[derive(Deserialize)]
struct Columns {
    columns: Vec<Value>,
}

/// What is in force.
pub async fn settings() -> Answer<InForce> {
    read(ask(Request::get("/api/settings")).await?).await
}

/// Changes the settings that were seen under this number.
pub async fn set(number: u64, settings: Settings) -> Answer<InForce> {
    read(tell_as(Request::put("/api/settings"), None, &SettingsChange { number, settings }).await?).await
}

/// The columns as they are kept, with all that is known of them.
pub async fn columns() -> Answer<Vec<Value>> {
    Ok(read::<Columns>(ask(Request::get("/api/schema")).await?).await?.columns)
}

/// Puts columns in the place of those that were seen under this number.
pub async fn set_columns(number: u64, columns: &[Value]) -> Answer<()> {
    tell_as(Request::put("/api/settings/columns"), None, &ColumnsChange { number, columns }).await.map(drop)
}

/// The audit, newest first, from the entry before `before` on.
pub async fn audit(before: Option<u64>) -> Answer<Audit> {
    let before = before.map(|before| format!("&before={before}")).unwrap_or_default();
    read(ask(Request::get(&format!("/api/audit?limit=50{before}"))).await?).await
}

/// Extracts that were taken, newest first, from the one before `before` on.
pub async fn extracts(before: Option<u64>) -> Answer<Extracts> {
    let before = before.map(|before| format!("&before={before}")).unwrap_or_default();
    read(ask(Request::get(&format!("/api/extracts?limit=20{before}"))).await?).await
}

/// How complete the profiles are.
pub async fn completion(after: Option<u64>) -> Answer<Completion> {
    let after = after.map(|after| format!("&after={after}")).unwrap_or_default();
    read(ask(Request::get(&format!("/api/reports/profile-completion?limit=50{after}"))).await?).await
}
