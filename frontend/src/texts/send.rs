//! Sending: the summary in words, warnings, progress, and what the server answered.

use super::numbers;
use crate::worker::protocol::{ColumnEffect, Names, Summary};

pub use super::catalogue::send::*;

/// How many columns the summary names.
const NAMED_COLUMNS: usize = 4;

/// The heads of the differences.
pub fn moved_heads() -> [&'static str; 4] {
    [head_person(), head_column(), head_preview(), head_now()]
}

/// What would happen, as sentences.
pub fn summary(summary: &Summary) -> Vec<String> {
    let counts = &summary.counts;
    let mut sentences = Vec::new();
    if counts.updated > 0 {
        sentences.push(changes(columns(summary), counts.updated));
    }
    if counts.created > 0 {
        sentences.push(creates(counts.created));
    }
    if counts.renamed > 0 {
        sentences.push(renames(counts.renamed));
    }
    if summary.effect.cleared > 0 {
        sentences.push(clears(summary.effect.cleared));
    }
    if summary.left_out > 0 {
        sentences.push(leaves_out(summary.left_out));
    }
    if sentences.is_empty() {
        sentences.push(changes_nothing().to_owned());
    }
    sentences
}

/// The first names of some people, and how many more there are.
pub fn first_names(names: &Names) -> String {
    let first = names.first.join(", ");
    match names.count.saturating_sub(names.first.len()) {
        0 => first,
        rest => format!("{first} {}", more(rest)),
    }
}

/// Which values a column's people get, and what they lose where that is telling.
pub fn effect_values(effect: &ColumnEffect) -> String {
    let to = |(value, count): &(String, usize)| {
        if value.is_empty() { to_nothing(*count) } else { to_value(*count, value) }
    };
    let mut parts: Vec<String> = effect.to.iter().map(to).collect();
    let others = effect.new_values - effect.to.len().min(effect.new_values);
    if effect.is_many {
        parts.push(many_values().to_owned());
    } else if others > 0 {
        parts.push(other_values(others));
    }
    if effect.is_levelled() {
        parts.push(values_go(effect.old_values));
    }
    parts.join(" · ")
}

/// What sending would do, or why it must wait.
pub fn outlook(summary: &Summary) -> String {
    if summary.blocked {
        waits(summary.errors_to_mend(), summary.counts.conflicts)
    } else {
        self::summary(summary).join(" ")
    }
}

/// The columns that change most, each with its number of people.
fn columns(summary: &Summary) -> String {
    let columns = &summary.effect.columns;
    let named: Vec<String> =
        columns.iter().take(NAMED_COLUMNS).map(|(header, count)| column_of(*count, header)).collect();
    let named = named.join(", ");
    match columns.len().saturating_sub(NAMED_COLUMNS) {
        0 => named,
        rest => format!("{named} {}", more_columns(rest)),
    }
}

/// Why sending must wait.
pub fn waits(errors: usize, undecided: usize) -> String {
    match (errors, undecided) {
        (0, 0) => blocked().to_owned(),
        (errors, 0) => blocked_errors(errors),
        (0, undecided) => blocked_conflicts(undecided),
        (errors, undecided) => blocked_both(conflicts(undecided), numbers::errors(errors)),
    }
}

/// The result.
pub fn result(revision: u64, people: u64) -> String {
    done(numbers::people(people), revision)
}

/// What was done, in a few words.
pub fn was_done(summary: &Summary) -> String {
    let counts = &summary.counts;
    let mut parts = Vec::new();
    if counts.updated > 0 {
        parts.push(was_changed(numbers::people(counts.updated)));
    }
    if counts.created > 0 {
        parts.push(was_created(numbers::people(counts.created)));
    }
    if counts.renamed > 0 {
        parts.push(was_renamed(numbers::people(counts.renamed)));
    }
    parts.join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::worker::protocol::{Counts, Effect};

    #[test]
    fn the_summary_says_who_changes_and_where() {
        let columns = ["Location", "Phone", "Title", "Tags", "Zip"].map(|header| (header.to_owned(), 3)).to_vec();
        let plan = Summary {
            counts: Counts { updated: 1_200, created: 1, ..Counts::default() },
            effect: Effect { columns, cleared: 14, cells: 15 },
            left_out: 1,
            ..Summary::default()
        };
        assert_eq!(
            summary(&plan),
            [
                "Changes 1,200 people: Location of 3, Phone of 3, Title of 3, Tags of 3 and 1 more column.",
                "Creates 1 new person.",
                "Clears 14 cells.",
                "Leaves out 1 row, as you decided.",
            ]
        );
        assert_eq!(summary(&Summary::default()), ["Changes nothing: every value is already in the directory."]);
    }

    #[test]
    fn what_stands_in_the_way_is_named() {
        assert_eq!(waits(2, 1), "Before sending: mend or leave out 2 errors and decide 1 conflict.");
        assert_eq!(waits(0, 0), "This can't be sent yet.");
    }
}
