//! A failure as the server tells it (RFC 9457), or as the desk does when the server can't.

use crate::texts;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// What went wrong and what to do.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Problem {
    /// Names the kind: the last part of `/problems/<slug>`.
    #[serde(rename = "type")]
    pub kind: String,
    /// In a few words.
    pub title: String,
    /// The HTTP status; 0 if no answer came.
    pub status: u16,
    /// What happened.
    pub detail: String,
    /// What she can do.
    pub what_to_do: String,
    /// The request's id, for a report.
    pub instance: String,
    /// What else the server says.
    #[serde(flatten)]
    pub more: Map<String, Value>,
}

impl Problem {
    /// The server can't be reached.
    pub fn unreachable() -> Self {
        Self::of_the_desk("unreachable", 0)
    }

    /// The answer isn't what the desk expects.
    pub fn not_understood() -> Self {
        Self::of_the_desk("not-understood", 0)
    }

    /// The browser can't keep or show the file.
    pub fn unreadable_file() -> Self {
        Self::of_the_desk("unreadable-file", 0)
    }

    /// Reads an answer that isn't a success.
    pub fn from_answer(status: u16, body: &str) -> Self {
        match serde_json::from_str::<Self>(body) {
            Ok(problem) if !problem.title.is_empty() => Self { status, ..problem },
            // Something between desk and server answered, such as a proxy.
            _ => Self::of_the_desk("unexpected", status),
        }
    }

    /// The last part of its type.
    pub fn slug(&self) -> &str {
        self.kind.rsplit('/').next().unwrap_or_default()
    }

    /// Whether signing in would help.
    pub fn needs_sign_in(&self) -> bool {
        self.status == 401
    }

    /// Whether it is known that the server did nothing: it answered, and refused.
    pub fn nothing_happened(&self) -> bool {
        (400..500).contains(&self.status) || self.status == 503
    }

    /// A failure that the desk itself knows, by its kind.
    pub fn of_the_desk(kind: &str, status: u16) -> Self {
        let [title, detail, what_to_do] = texts::problem::words(kind).unwrap_or_default();
        Self {
            kind: kind.to_owned(),
            title: title.to_owned(),
            status,
            detail: detail.to_owned(),
            what_to_do: what_to_do.to_owned(),
            ..Self::default()
        }
    }

    /// The same in the language of this page: the worker, which doesn't know it, says its own failures in English.
    #[must_use]
    pub fn in_her_language(self) -> Self {
        if texts::problem::words(&self.kind).is_some() { Self::of_the_desk(&self.kind, self.status) } else { self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_of_the_server_keeps_what_it_says() {
        let body = r#"{"type":"/problems/directory-moved","title":"The directory moved on","detail":"d","what_to_do":"w","revision":7}"#;
        let problem = Problem::from_answer(409, body);
        assert_eq!(problem.slug(), "directory-moved");
        assert_eq!(problem.more.get("revision").and_then(Value::as_u64), Some(7));
        assert!(problem.nothing_happened());
    }

    #[test]
    fn an_answer_of_something_else_is_never_a_bare_status() {
        let problem = Problem::from_answer(502, "<html>Bad gateway</html>");
        assert!(!problem.title.is_empty() && !problem.what_to_do.is_empty());
        assert!(!problem.nothing_happened());
    }
}
