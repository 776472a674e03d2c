//! I009: people whom no row is about.

use crate::check::rule;
use crate::finding::Place;
use crate::reviewed::Reviewed;
use crate::sink::{Detail, Sink};
use crate::values::words::{Count, Words, counted};
use crate::words;

rule! {
    /// ## What it finds
    /// How many people of the directory the file has no row for.
    ///
    /// ## Why it matters
    /// They stay as they are: absence never deletes or suspends anybody.
    ///
    /// ## What to do
    /// Nothing.
    ///
    /// ## Flagged
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,Annie
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,Annie
    /// ben@example.com,Benn
    /// ```
    pub(crate) static RULE = { code: "I009", name: "people-absent", severity: Note, fixes: None, check: Merge(check) };
}

fn check(reviewed: &Reviewed<'_>, sink: &mut Sink) {
    let (absent, rows) = (reviewed.merge.absent, reviewed.rows.len());
    if absent == 0 || rows == 0 || reviewed.table.columns.key_missing.is_some() {
        return;
    }
    sink.report(&RULE, None, "", Place::default, || Detail {
        message: words!(
            "{absent} of {people} in the directory are not in the file; they stay as they are.",
            absent = Count(absent),
            people = counted(reviewed.directory.people(), words!("{count} person"), words!("{count} people"))
        ),
        many: Words::default(),
        help: words!("A file may hold some people only. Absence never deletes or suspends anybody."),
        fixes: Vec::new(),
    });
}
