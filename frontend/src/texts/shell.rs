//! What stands around every page.

pub use super::catalogue::shell::*;

/// The browser tab's title.
pub fn tab(page: &str) -> String {
    format!("{page} · {}", name())
}
