//! The texts of the engine and the server in another language, by their English templates.

use super::Words;
use crate::values::text::grouped_by;
use serde::Deserialize;
use std::collections::BTreeMap;

/// A language, as its file has it.
#[derive(Debug, Clone, Deserialize)]
pub struct Catalogue {
    thousands: char,
    texts: BTreeMap<String, String>,
    #[serde(default)]
    rules: BTreeMap<String, String>,
}

impl Catalogue {
    /// Reads a language's file: an object with `thousands`, which is what stands between groups of digits, `texts`, which
    /// are the language's templates by the English ones, and `rules`, which says what rules look for, by their names.
    ///
    /// # Errors
    /// What `serde_json` has against it.
    pub fn from_json(json: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(json)
    }

    /// A text in this language; in English where the language lacks it.
    pub fn said(&self, text: &Words) -> String {
        let mut said = String::new();
        // Writing to a string can't fail.
        let _ = text.say(&mut said, Some(self));
        said
    }

    /// What a rule looks for, in a few words, by its name.
    pub fn rule_name(&self, name: &str) -> Option<&str> {
        self.rules.get(name).map(String::as_str)
    }

    pub(super) fn template(&self, english: &str) -> Option<&str> {
        self.texts.get(english).map(String::as_str)
    }

    pub(super) fn number(&self, number: usize) -> String {
        grouped_by(number, self.thousands)
    }
}
