//! The extract page.

pub use super::catalogue::extract::*;

/// What to know before editing, each with a heading.
pub fn tips() -> [(&'static str, &'static str); 3] {
    [(tip_username(), tip_username_why()), (tip_pipe(), tip_pipe_why()), (tip_delete(), tip_delete_why())]
}

/// A finished download.
pub fn saved(name: &str, size: &str, people: Option<String>) -> String {
    match people {
        Some(people) => done_people(name, people, size),
        None => done(name, size),
    }
}
