//! Who may do what: admins, tokens of scripts, and passwords.

use gloo::net::http::Request;
use serde::{Deserialize, Serialize};

use super::{Answer, Session, ask, read, session, tell, tell_as};

/// An admin, for those who look after admins.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct AdminShown {
    /// Her number.
    pub id: i64,
    /// Her address.
    pub email: String,
    /// Her name.
    pub name: String,
    /// `viewer`, `editor` or `system-admin`.
    pub role: String,
    /// `active`, `invited` or `disabled`.
    pub state: String,
    /// Whether this is oneself.
    #[serde(default)]
    pub own: bool,
    /// Whether she is bound to somebody at the identity provider.
    #[serde(default)]
    pub bound: bool,
}

/// An admin, and the token of the link with which she chooses a password.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Invited {
    /// The admin.
    pub admin: AdminShown,
    /// The link is `/password#` and this.
    pub token: String,
    /// Until when it works.
    pub expires: String,
}

/// A token of a script.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Token {
    /// Its number.
    pub id: i64,
    /// What it is for.
    pub name: String,
    /// What it may do.
    pub scopes: Vec<String>,
    /// Since when it is there.
    pub created: String,
    /// Until when it works.
    #[serde(default)]
    pub expires: Option<String>,
    /// When it was used last.
    #[serde(default)]
    pub used: Option<String>,
    /// When it was revoked.
    #[serde(default)]
    pub revoked: Option<String>,
}

/// A new token, and the secret that is shown this once.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct TokenMade {
    /// The token.
    pub token: Token,
    /// What the script sends.
    pub secret: String,
}

#[derive(Deserialize)]
struct Admins {
    admins: Vec<AdminShown>,
}

#[derive(Deserialize)]
struct Tokens {
    tokens: Vec<Token>,
}

#[derive(Serialize)]
struct NewAdmin<'a> {
    email: &'a str,
    name: &'a str,
    role: &'a str,
}

#[derive(Serialize)]
struct AdminChange<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    disabled: Option<bool>,
}

#[derive(Serialize)]
struct NewToken<'a> {
    name: &'a str,
    scopes: [&'a str; 1],
    #[serde(skip_serializing_if = "Option::is_none")]
    days: Option<u16>,
}

#[derive(Serialize)]
struct Passwords<'a> {
    current: &'a str,
    new: &'a str,
}

#[derive(Serialize)]
struct LinkPassword<'a> {
    token: &'a str,
    password: &'a str,
}

/// Every admin.
pub async fn admins() -> Answer<Vec<AdminShown>> {
    Ok(read::<Admins>(ask(Request::get("/api/admins")).await?).await?.admins)
}

/// Invites an admin.
pub async fn invite(email: &str, name: &str, role: &str) -> Answer<Invited> {
    read(tell(Request::post("/api/admins"), &NewAdmin { email, name, role }).await?).await
}

/// Gives an admin another role.
pub async fn give_role(id: i64, role: &str) -> Answer<AdminShown> {
    change_admin(id, AdminChange { role: Some(role), disabled: None }).await
}

/// Locks an admin out, or lets her in again.
pub async fn disable(id: i64, disabled: bool) -> Answer<AdminShown> {
    change_admin(id, AdminChange { role: None, disabled: Some(disabled) }).await
}

/// Lets her be bound anew at the identity provider, by her next sign-in there.
pub async fn release(id: i64) -> Answer<AdminShown> {
    let request = Request::delete(&format!("/api/admins/{id}/identity")).header("X-Muster", "desk");
    read(ask(request).await?).await
}

async fn change_admin(id: i64, change: AdminChange<'_>) -> Answer<AdminShown> {
    read(tell_as(Request::patch(&format!("/api/admins/{id}")), None, &change).await?).await
}

/// Makes a new link to choose a password.
pub async fn link(id: i64) -> Answer<Invited> {
    let request = Request::post(&format!("/api/admins/{id}/link")).header("X-Muster", "desk");
    read(ask(request).await?).await
}

/// One's own tokens.
pub async fn tokens() -> Answer<Vec<Token>> {
    Ok(read::<Tokens>(ask(Request::get("/api/tokens")).await?).await?.tokens)
}

/// Makes a token.
pub async fn make_token(name: &str, scope: &str, days: Option<u16>) -> Answer<TokenMade> {
    read(tell(Request::post("/api/tokens"), &NewToken { name, scopes: [scope], days }).await?).await
}

/// Revokes a token.
pub async fn revoke_token(id: i64) -> Answer<()> {
    let request = Request::delete(&format!("/api/tokens/{id}")).header("X-Muster", "desk");
    ask(request).await.map(drop)
}

/// Changes one's own password.
pub async fn change_password(current: &str, new: &str) -> Answer<()> {
    tell(Request::put("/api/password"), &Passwords { current, new }).await.map(drop)
}

/// Chooses a password with a link, and signs in.
pub async fn choose_password(token: &str, password: &str) -> Answer<Session> {
    tell(Request::post("/api/password-link"), &LinkPassword { token, password }).await?;
    session().await
}
