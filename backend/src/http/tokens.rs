//! Tokens for scripts over HTTP. Each admin has her own, and sees no one else's.

pub(super) mod create;
pub(super) mod list;
pub(super) mod revoke;

use serde::Serialize;
use utoipa::ToSchema;

use crate::storage::access::{ApiToken, Scope};

/// A token, without its secret.
#[derive(Serialize, ToSchema)]
pub(super) struct TokenShown {
    /// Its number.
    #[schema(example = 1)]
    id: i64,
    #[schema(example = "nightly feed")]
    name: String,
    /// What it may be used for, as far as the admin's role goes.
    scopes: Vec<Scope>,
    #[schema(format = DateTime, example = "2026-11-22T14:00:00Z")]
    created: String,
    /// Until when; `null` is until it is revoked.
    #[schema(format = DateTime)]
    expires: Option<String>,
    /// When it was last used, to the minute or so.
    #[schema(format = DateTime)]
    used: Option<String>,
    /// When it was revoked.
    #[schema(format = DateTime)]
    revoked: Option<String>,
}

impl From<ApiToken> for TokenShown {
    fn from(token: ApiToken) -> Self {
        let ApiToken { id, admin: _, name, scopes, created, expires, used, revoked } = token;
        let text = |time: Option<jiff::Timestamp>| time.map(|time| time.to_string());
        Self {
            id: id.0,
            name,
            scopes,
            created: created.to_string(),
            expires: text(expires),
            used: text(used),
            revoked: text(revoked),
        }
    }
}
