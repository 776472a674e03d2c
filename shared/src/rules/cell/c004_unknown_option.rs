//! C004: a word that its column doesn't know.

use crate::check::rule;
use crate::fix::{Fix, Safety};
use crate::reviewed::{ChangedCell, Reviewed};
use crate::schema::Kind;
use crate::sink::{Detail, Sink};
use crate::stages::rows::Row;
use crate::values::{meaning::on_or_off, text::shortened};
use crate::words;

rule! {
    /// ## What it finds
    /// A new value of a column that takes only a few words, such as AccountState, or of one that takes True or False.
    ///
    /// ## Why it matters
    /// A word in another language or spelling would switch nothing.
    ///
    /// ## What to do
    /// Use one of the column's words.
    ///
    /// ## Flagged
    /// ```csv
    /// Username,AccountState
    /// ann@example.com,DISABELD
    /// ```
    ///
    /// ## Fixed
    /// ```csv
    /// Username,AccountState
    /// ann@example.com,DISABLED
    /// ```
    ///
    /// ## Flagged
    /// ```csv
    /// Username,AllowManageRelationships
    /// ann@example.com,perhaps
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,AccountState,AllowManageRelationships
    /// ann@example.com,disabled,TRUE
    /// ```
    pub(crate) static RULE = { code: "C004", name: "unknown-option", severity: Error, fixes: Sometimes, check: Cell(check) };
}

/// How alike two words must be for one to be offered for the other.
const ALIKE: f64 = 0.6;

fn check(reviewed: &Reviewed<'_>, row: &Row<'_>, cell: &ChangedCell<'_>, sink: &mut Sink) {
    let truth = ["True".to_owned(), "False".to_owned()];
    let words: &[String] = match &cell.column.kind {
        Kind::Choice { options, .. } => options,
        Kind::Boolean => &truth,
        _ => return,
    };
    if cell.value.is_empty() || words.iter().any(|word| *word == cell.value) {
        return;
    }
    let header = &cell.column.header;
    sink.report(
        &RULE,
        Some(header),
        &cell.value,
        || reviewed.changed_place(row, cell),
        || {
            let nearest = nearest(words, &cell.value);
            let write = nearest.and_then(|word| {
                Some(Fix::needs_a_look(words!("Write {word}", word), reviewed.edit(row, cell.index, word)?))
            });
            let value = shortened(&cell.value);
            Detail {
                message: words!(
                    "{header} doesn't know “{value}”.{guess}",
                    header,
                    value,
                    guess = nearest.map(|word| words!(" Did you mean {word}?", word)).unwrap_or_default()
                ),
                many: words!("{header} doesn't know “{value}”, which {count} cells hold.", header, value),
                help: words!("Allowed values: {words}.", words = words.join(", ")),
                fixes: write.into_iter().chain(reviewed.keep_stored(row, cell, Safety::NeedsALook)).collect(),
            }
        },
    );
}

/// The word that is meant: by its meaning, else by its spelling, but never one that means the opposite.
fn nearest<'a>(words: &'a [String], value: &str) -> Option<&'a str> {
    let meant = on_or_off(value);
    if meant.is_some() {
        return words.iter().find(|word| on_or_off(word) == meant).map(String::as_str);
    }
    let upper = value.to_uppercase();
    let scored =
        words.iter().map(|word| (strsim::normalized_damerau_levenshtein(&word.to_uppercase(), &upper), word.as_str()));
    scored
        .filter(|(score, _)| *score >= ALIKE)
        .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)))
        .map(|(_, word)| word)
}
