//! Failures that the server can't tell of: title, what happened, what to do.

pub use super::catalogue::problem::*;

/// The words of a failure that the desk itself knows, by its kind: title, what happened, what to do.
pub fn words(kind: &str) -> Option<[&'static str; 3]> {
    Some(match kind {
        "unreachable" => [unreachable(), unreachable_why(), unreachable_do()],
        "not-understood" => [not_understood(), not_understood_why(), not_understood_do()],
        "unexpected" => [unexpected(), unexpected_why(), unexpected_do()],
        "unreadable-file" => [unreadable_file(), unreadable_file_why(), unreadable_file_do()],
        "worker-gone" => [worker_gone(), worker_gone_why(), worker_gone_do()],
        "other-version" => [other_version(), other_version_why(), other_version_do()],
        _ => return None,
    })
}
