//! I002: a row about nobody in the directory.

use crate::check::rule;
use crate::fix::{Action, Fix};
use crate::options::Key;
use crate::reviewed::{Reviewed, Whom};
use crate::sink::{Detail, Sink};
use crate::stages::merge::{MergedRow, RowState};
use crate::stages::rows::Row;
use crate::values::text::shortened;
use crate::words;
use std::collections::BTreeSet;

rule! {
    /// ## What it finds
    /// A row whose key the directory doesn't hold, where creating people isn't allowed.
    ///
    /// ## Why it matters
    /// It would create a person. That is rarely meant by somebody who edits an extract; a mistyped Username looks the
    /// same.
    ///
    /// ## What to do
    /// Correct the key, leave the row out, or allow creating.
    ///
    /// ## Flagged
    /// ```csv
    /// Username,WorkEmail,FirstName,LastName
    /// zoe@example.com,zoe@example.com,Zoe,Young
    /// ann@example.com,,Annie,
    /// ```
    ///
    /// ## Accepted
    /// ```csv create
    /// Username,WorkEmail,FirstName,LastName
    /// zoe@example.com,zoe@example.com,Zoe,Young
    /// ```
    pub(crate) static RULE = { code: "I002", name: "person-not-found", severity: Error, fixes: Always, check: Merge(check) };
}

fn check(reviewed: &Reviewed<'_>, sink: &mut Sink) {
    let Some(column) = reviewed.schema.key(reviewed.options.key) else { return };
    let header = reviewed.schema.header_of(column);
    // Rows whose Username was most likely edited are another finding.
    let explained: BTreeSet<usize> = reviewed.merge.candidates.iter().map(|candidate| candidate.row).collect();
    if !reviewed.merge.notable().any(|(_, merged)| merged.state == RowState::NotFound) {
        return;
    }
    let claimed: BTreeSet<usize> = reviewed.merge.rows.iter().filter_map(MergedRow::person).collect();
    let strangers = reviewed.merge.notable().filter(|(_, merged)| merged.state == RowState::NotFound);
    for (position, _) in strangers.filter(|(position, _)| !explained.contains(position)) {
        // So are lines that name columns, those that are no people, and keys in disguise.
        let other = reviewed.no_person(position).is_some() || reviewed.disguised().contains_key(&position);
        if reviewed.is_header(position) || other {
            continue;
        }
        let Some(row) = reviewed.rows.row(position) else { continue };
        let key = reviewed.value(&row, column).unwrap_or_default();
        let meant = match reviewed.whom(&key) {
            Whom::One(person) if reviewed.options.key == Key::Username && !claimed.contains(&person) => {
                Some(reviewed.username_then(person))
            }
            _ => None,
        };
        let place = || reviewed.cell_place(&row, column);
        match meant {
            Some(username) => sink.report(&RULE, Some(header), "meant", place, || Detail {
                message: words!("Nobody in the directory has the {header} {key}; did you mean {username}?", header, key, username),
                many: words!("{count} rows have a {header} that nobody in the directory has, but somebody is known by it.", header),
                help: words!("A person is named by her Username, not by her name, her number or another address. Look whether the suggested one is right."),
                fixes: reviewed
                    .edit(&row, column, &username)
                    .map(|edit| Fix::needs_a_look(words!("Write the Username"), edit))
                    .into_iter()
                    .chain(answers(reviewed, &row))
                    .collect(),
            }),
            None if reviewed.options.key == Key::Username && !key.contains('@') => {
                sink.report(&RULE, Some(header), "no address", place, || Detail {
                    message: words!("{key} is no {header}: nobody in the directory is meant by it.", header, key = shortened(&key)),
                    many: words!("{count} rows have in {header} what is no address, such as {key}: nobody in the directory is meant by it.", header, key = shortened(&key)),
                    help: words!("Perhaps another table stands below the people, or their names stand in the wrong column. Correct the key, or leave the rows out."),
                    fixes: answers(reviewed, &row),
                });
            }
            None => sink.report(&RULE, Some(header), "", place, || Detail {
                message: words!("Nobody in the directory has the {header} {key}.", header, key),
                many: words!("{count} rows have a {header} that nobody in the directory has.", header),
                help: words!("Sent like this, they would create people. Correct the key, leave the rows out, or say that they are new people."),
                fixes: answers(reviewed, &row),
            }),
        }
    }
}

/// The row is left out; or it is a new person, if it can be one: nobody has a Username that is no address.
fn answers(reviewed: &Reviewed<'_>, row: &Row<'_>) -> Vec<Fix> {
    let username = reviewed.value(row, reviewed.schema.username()).unwrap_or_default().into_owned();
    let leave_out = Fix::needs_a_look(words!("Leave out"), Action::LeaveOut { row: row.position });
    let can_be = username.contains('@') && !username.contains(char::is_whitespace);
    let create = can_be.then(|| Fix::needs_a_look(words!("Create as new"), Action::NewPerson { username }));
    std::iter::once(leave_out).chain(create).collect()
}
