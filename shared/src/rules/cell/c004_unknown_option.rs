//! C004: a word that its column doesn't know.

use crate::check::rule;
use crate::fix::{Fix, Safety};
use crate::reviewed::{ChangedCell, Reviewed};
use crate::schema::Kind;
use crate::sink::{Detail, Sink};
use crate::stages::rows::Row;
use crate::values::{nearest::says_otherwise, synonyms::meant, text::shortened};
use crate::words;

rule! {
    /// ## What it finds
    /// A new value of a column that takes only a few words, such as AccountState, or of one that takes True or False.
    ///
    /// ## Why it matters
    /// A word in another language or spelling would switch nothing.
    ///
    /// ## What to do
    /// Use one of the column's words. Offered is the one that means the same, else the one that is spelt most alike; never
    /// one that means the opposite. The stored value is offered where the cell doesn't deny it.
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
    /// Username,AccountState
    /// ann@example.com,Inactive
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
            let nearest = meant(words, &cell.value);
            let write = nearest.and_then(|word| {
                Some(Fix::needs_a_look(words!("Write {word}", word), reviewed.edit(row, cell.index, word)?))
            });
            let value = shortened(&cell.value);
            // To keep what the cell denies would be the opposite of what it says.
            let denied = |stored: &str| {
                nearest.is_some_and(|word| word != stored)
                    || says_otherwise(&cell.value.to_lowercase(), &stored.to_lowercase())
            };
            let keeps = !cell.stored.as_deref().is_some_and(denied);
            let keep = keeps.then(|| reviewed.keep_stored(row, cell, Safety::NeedsALook)).flatten();
            Detail {
                message: words!(
                    "{header} doesn't know “{value}”.{guess}",
                    header,
                    value,
                    guess = nearest.map(|word| words!(" Did you mean {word}?", word)).unwrap_or_default()
                ),
                many: words!("{header} doesn't know “{value}”, which {count} cells hold.", header, value),
                help: words!("Allowed values: {words}.", words = words.join(", ")),
                fixes: write.into_iter().chain(keep).collect(),
            }
        },
    );
}
