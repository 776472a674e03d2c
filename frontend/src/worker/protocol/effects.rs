//! What sending would do, by name and value, for the dialog that asks.

use serde::{Deserialize, Serialize};

/// What a plan would do.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Effects {
    /// What becomes of each column, the one that changes most people first.
    pub columns: Vec<ColumnEffect>,
    /// Who would come.
    pub created: Names,
    /// Who would be renamed, as `old → new`.
    pub renamed: Names,
    /// Who would be switched off.
    pub switched_off: Names,
}

/// What becomes of a column.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ColumnEffect {
    /// Its header.
    pub header: String,
    /// How many people it changes; who comes isn't counted.
    pub people: usize,
    /// The values that most of them get, with their numbers; an empty one where the field is cleared.
    pub to: Vec<(String, usize)>,
    /// How many different values they get in all, as far as was counted.
    pub new_values: usize,
    /// How many different values go, as far as was counted.
    pub old_values: usize,
    /// Whether there were more different values than are counted.
    pub is_many: bool,
}

/// The first of some people.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Names {
    /// Their names.
    pub first: Vec<String>,
    /// How many there are in all.
    pub count: usize,
}

impl Names {
    /// Counts somebody, and keeps her name if it is among the first.
    pub fn add(&mut self, most: usize, name: impl FnOnce() -> String) {
        self.count += 1;
        if self.first.len() < most {
            self.first.push(name());
        }
    }
}

impl ColumnEffect {
    /// Whether everybody gets the same, and loses what told them apart: often a column that was filled by accident.
    pub fn is_levelled(&self) -> bool {
        self.new_values == 1 && self.old_values > 1
    }
}
