//! Settings.

pub use super::catalogue::settings::*;

/// A role, as people call it.
pub fn role(role: &str) -> &str {
    match role {
        "viewer" => role_viewer(),
        "editor" => role_editor(),
        "system-admin" => role_system_admin(),
        other => other,
    }
}

/// Whether an admin can sign in.
pub fn admin_state(state: &str) -> String {
    match state {
        "invited" => state_invited().to_owned(),
        "disabled" => state_disabled().to_owned(),
        other => other.to_owned(),
    }
}

/// The heads of the audit.
pub fn audit_heads() -> [&'static str; 4] {
    [audit_when(), audit_who(), audit_what(), audit_details()]
}
