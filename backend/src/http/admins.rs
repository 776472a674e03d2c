//! Looking after admins over HTTP.

pub(super) mod change;
pub(super) mod invite;
pub(super) mod link;
pub(super) mod list;
pub(super) mod release;

use serde::Serialize;
use utoipa::ToSchema;

use crate::accounts::admins::Link;
use crate::storage::access::AdminFacts;
use crate::storage::accounts::{AdminId, Role};

/// An admin, for those who look after admins.
#[derive(Serialize, ToSchema)]
pub(super) struct AdminShown {
    /// Her number.
    #[schema(example = 2)]
    id: i64,
    #[schema(example = "bob@example.com")]
    email: String,
    #[schema(example = "Bob O'Brien")]
    name: String,
    role: Role,
    /// `invited` until she has chosen a password.
    state: AdminState,
    /// Whether this is the one who asks.
    own: bool,
    /// Whether she is bound to somebody at the identity provider; nobody else there is let in as her.
    bound: bool,
    /// Since when she is an admin.
    #[schema(format = DateTime, example = "2026-11-22T14:00:00Z")]
    created: String,
}

/// Whether an admin can sign in.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
enum AdminState {
    Active,
    Invited,
    Disabled,
}

impl AdminShown {
    fn new(facts: AdminFacts, asking: AdminId) -> Self {
        let AdminFacts { admin, created, bound } = facts;
        let state = if admin.disabled {
            AdminState::Disabled
        } else if admin.password_hash.is_empty() {
            AdminState::Invited
        } else {
            AdminState::Active
        };
        let own = admin.id == asking;
        Self {
            id: admin.id.0,
            email: admin.email,
            name: admin.name,
            role: admin.role,
            state,
            own,
            bound,
            created: created.to_string(),
        }
    }
}

/// An admin, and the link with which she chooses a password. It is shown this once.
#[derive(Serialize, ToSchema)]
pub(super) struct Invited {
    admin: AdminShown,
    /// The link's token: the desk opens `/password#` and this.
    #[schema(example = "5f2c…")]
    token: String,
    /// Until when it works.
    #[schema(format = DateTime, example = "2026-11-23T14:00:00Z")]
    expires: String,
}

impl Invited {
    fn new(facts: AdminFacts, link: &Link, asking: AdminId) -> Self {
        let (secret, expires) = link;
        Self { admin: AdminShown::new(facts, asking), token: secret.text(), expires: expires.to_string() }
    }
}
