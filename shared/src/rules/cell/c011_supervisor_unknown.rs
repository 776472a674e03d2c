//! C011: a supervisor whom nobody knows.

use crate::check::rule;
use crate::fix::{Fix, Safety};
use crate::reviewed::{ChangedCell, Reviewed, Whom};
use crate::schema::Kind;
use crate::sink::{Detail, Sink};
use crate::stages::rows::Row;
use crate::values::key::comparison_form;
use crate::values::text::shortened;
use crate::words;

rule! {
    /// ## What it finds
    /// A new supervisor who is neither in the directory nor created or renamed by the same file.
    ///
    /// ## Why it matters
    /// The person would report to nobody.
    ///
    /// ## What to do
    /// Correct the Username, or keep the stored one. Somebody who is named by her name, her number or another address is
    /// found, if nobody else is called so; look whether she is the one who is meant.
    ///
    /// ## Flagged
    /// ```csv
    /// Username,PrimarySupervisorUsername
    /// ann@example.com,bne@example.com
    /// ```
    ///
    /// ## Flagged
    /// ```csv
    /// Username,PrimarySupervisorUsername
    /// ann@example.com,"Ode, Ben"
    /// ```
    ///
    /// ## Fixed
    /// ```csv
    /// Username,PrimarySupervisorUsername
    /// ann@example.com,ben@example.com
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,PrimarySupervisorUsername
    /// ann@example.com,Ben@example.com
    /// ```
    pub(crate) static RULE = { code: "C011", name: "supervisor-unknown", severity: Error, fixes: Sometimes, check: Cell(check) };
}

fn check(reviewed: &Reviewed<'_>, row: &Row<'_>, cell: &ChangedCell<'_>, sink: &mut Sink) {
    let known = |username: &str| {
        let form = comparison_form(username);
        let stays = !reviewed.leaving().contains_key(form.as_ref());
        stays && reviewed.directory.find_username(username).is_some() || reviewed.arriving().contains(form.as_ref())
    };
    if cell.column.kind != Kind::Reference || cell.value.is_empty() || known(&cell.value) {
        return;
    }
    let header = &cell.column.header;
    if let Some(new) = reviewed.leaving().get(comparison_form(&cell.value).as_ref()) {
        renamed(reviewed, row, cell, new, sink);
        return;
    }
    match reviewed.whom(&cell.value) {
        Whom::One(person) => known_otherwise(reviewed, row, cell, person, sink),
        Whom::Several(people) => shared_by_several(reviewed, row, cell, &people, sink),
        Whom::Nobody => sink.report(
            &RULE,
            Some(header),
            "",
            || reviewed.changed_place(row, cell),
            || Detail {
                message: words!("{header}: nobody has the Username {value}.", header, value = shortened(&cell.value)),
                many: words!(
                    "{header}: {count} rows name Usernames that nobody has, such as {value}.",
                    header,
                    value = shortened(&cell.value)
                ),
                help: words!("Correct it, or keep the stored value. Somebody whom the same file creates counts, too."),
                fixes: reviewed.keep_stored(row, cell, Safety::NeedsALook).into_iter().collect(),
            },
        ),
    }
}

/// Somebody who is named by her name, number or another address.
fn known_otherwise(reviewed: &Reviewed<'_>, row: &Row<'_>, cell: &ChangedCell<'_>, person: usize, sink: &mut Sink) {
    let (header, value) = (&cell.column.header, shortened(&cell.value));
    let username = reviewed.username_then(person);
    let write = reviewed.edit(row, cell.index, &username);
    let write = write.map(|edit| Fix::needs_a_look(words!("Write the Usernames of these people"), edit));
    sink.report(
        &RULE,
        Some(header),
        "known",
        || reviewed.changed_place(row, cell),
        || Detail {
            message: words!("{header}: {value} is no Username; did you mean {username}?", header, value, username),
            many: words!(
                "{header}: {count} rows name people by their name, number or another address, such as {value}, who is {username}.",
                header,
                value,
                username
            ),
            help: words!(
                "A supervisor is named by her Username. Look whether the suggested ones are right, or keep the stored value."
            ),
            fixes: write.into_iter().chain(reviewed.keep_stored(row, cell, Safety::NeedsALook)).collect(),
        },
    );
}

/// A name that several people have.
fn shared_by_several(
    reviewed: &Reviewed<'_>,
    row: &Row<'_>,
    cell: &ChangedCell<'_>,
    people: &[usize],
    sink: &mut Sink,
) {
    let (header, value) = (&cell.column.header, shortened(&cell.value));
    let people: Vec<String> = people.iter().map(|person| reviewed.username_then(*person)).collect();
    let people = people.join(", ");
    sink.report(
        &RULE,
        Some(header),
        "several",
        || reviewed.changed_place(row, cell),
        || Detail {
            message: words!("{header}: {value} may be one of several people: {people}.", header, value, people),
            many: words!(
                "{header}: {count} rows name people as several are called, such as {value}, who may be {people}.",
                header,
                value,
                people
            ),
            help: words!("Write the Username of the one that is meant, or keep the stored value."),
            fixes: reviewed.keep_stored(row, cell, Safety::NeedsALook).into_iter().collect(),
        },
    );
}

/// Somebody who has another Username once the file is sent.
fn renamed(reviewed: &Reviewed<'_>, row: &Row<'_>, cell: &ChangedCell<'_>, new: &str, sink: &mut Sink) {
    let header = &cell.column.header;
    let (title, write) = (words!("Write {new}", new), reviewed.edit(row, cell.index, new));
    sink.report(
        &RULE,
        Some(header),
        &cell.value,
        || reviewed.changed_place(row, cell),
        || Detail {
            message: words!("{header}: the same file renames {value} to {new}.", header, value = cell.value, new),
            many: words!(
                "{header}: the same file renames {value} to {new}, and {count} rows name the old one.",
                header,
                value = cell.value,
                new
            ),
            help: words!("Nobody has the old Username then. Write the new one."),
            fixes: write.map(|edit| Fix::safe(title, edit)).into_iter().collect(),
        },
    );
}
