//! I013: a new person who seems to be there already.

use crate::check::rule;
use crate::fix::{Action, Fix};
use crate::limits::MOST_ALIKE;
use crate::reviewed::Reviewed;
use crate::sink::{Detail, Sink};
use crate::stages::merge::RowState;
use crate::values::key::comparison_form;
use crate::words;
use hashbrown::HashMap;
use std::borrow::Cow;
use std::collections::BTreeSet;

rule! {
    /// ## What it finds
    /// A new person with the name of somebody who is in the directory, or is created by another row, and with the same
    /// work address, mobile phone, private address or day of birth.
    ///
    /// ## Why it matters
    /// One person would be there twice: found by one name, changed under the other, with half of her data in each.
    ///
    /// ## What to do
    /// Leave the row out. If she is somebody else, say so, or acknowledge it when you send.
    ///
    /// ## Flagged
    /// ```csv create
    /// Username,WorkEmail,FirstName,LastName
    /// ann@example.com,ann@example.com,Ann,Lee
    /// ann.lee@example.com,ann@example.com,Ann,Lee
    /// ```
    ///
    /// ## Fixed
    /// ```csv
    /// Username,WorkEmail,FirstName,LastName
    /// ann@example.com,ann@example.com,Ann,Lee
    /// ```
    ///
    /// ## Flagged
    /// ```csv create
    /// Username,WorkEmail,FirstName,LastName
    /// zoe@example.com,zoe@example.com,Zoe,Young
    /// zoe.young@example.com,zoe@example.com,Zoe,Young
    /// ```
    ///
    /// ## Accepted
    /// ```csv create
    /// Username,WorkEmail,FirstName,LastName
    /// ann@example.com,ann@example.com,Ann,Lee
    /// ann2@example.com,ann2@example.com,Ann,Lee
    /// ```
    pub(crate) static RULE = { code: "I013", name: "duplicate-person", severity: Warning, fixes: Always, check: Merge(check) };
}

const NAME: [&str; 2] = ["FirstName", "LastName"];
const SIGNS: [&str; 4] = ["WorkEmail", "WorkMobilePhone", "PersonalEmail", "BirthDate"];
/// The values of [`SIGNS`], in their form for comparing; empty where there is none.
type Signs = Vec<String>;
type Namesakes = HashMap<String, Vec<(usize, String, Signs)>, foldhash::fast::FixedState>;

fn check(reviewed: &Reviewed<'_>, sink: &mut Sink) {
    let index = |header: &&str| reviewed.schema.index_of(header);
    let Some(name) = NAME.iter().map(index).collect::<Option<Vec<usize>>>() else { return };
    let signs: Vec<usize> = SIGNS.iter().filter_map(index).collect();
    let mut found: Vec<(usize, String, &str)> = Vec::new();
    let mut new = Namesakes::default();
    for position in newcomers(reviewed) {
        let Some(row) = reviewed.rows.row(position) else { continue };
        let value = |column: usize| form(reviewed.value(&row, column).as_deref().unwrap_or_default());
        let Some(name) = joined(&name, value) else { continue };
        let own: Signs = signs.iter().map(|column| value(*column)).collect();
        let namesakes = new.entry(name).or_default();
        let twin = namesakes.iter().find_map(|(_, other, theirs)| Some((other, alike(theirs, &own, &signs)?)));
        found.extend(twin.map(|(other, sign)| (position, other.clone(), reviewed.schema.header_of(sign))));
        if namesakes.len() < MOST_ALIKE {
            let username = reviewed.value(&row, reviewed.schema.username()).unwrap_or_default().into_owned();
            namesakes.push((position, username, own));
        }
    }
    if new.is_empty() {
        return;
    }
    for person in reviewed.directory.iter() {
        let value = |column: usize| form(&person.value(column));
        let Some(namesakes) = joined(&name, value).and_then(|name| new.get(&name)) else { continue };
        let own: Signs = signs.iter().map(|column| value(*column)).collect();
        for (position, _, theirs) in namesakes {
            let sign = alike(theirs, &own, &signs).map(|sign| reviewed.schema.header_of(sign));
            found.extend(sign.map(|sign| (*position, person.username().into_owned(), sign)));
        }
    }
    found.sort();
    found.dedup_by_key(|(position, ..)| *position);
    for (position, other, sign) in found {
        report(reviewed, position, &other, sign, sink);
    }
}

/// The rows that create somebody of whom nothing was said yet.
fn newcomers<'r>(reviewed: &'r Reviewed<'_>) -> impl Iterator<Item = usize> + 'r {
    let username = reviewed.schema.username();
    let explained: BTreeSet<usize> = reviewed.merge.candidates.iter().map(|candidate| candidate.row).collect();
    let created = reviewed.merge.notable().filter(|(_, merged)| merged.state == RowState::Create);
    created.map(|(position, _)| position).filter(move |position| {
        let own = reviewed.rows.row(*position).and_then(|row| reviewed.value(&row, username).map(Cow::into_owned));
        let chosen = own.is_some_and(|own| reviewed.options.new_people.contains(&own));
        !chosen && !explained.contains(position)
    })
}

/// The column of the first sign that two people share.
fn alike(one: &Signs, other: &Signs, columns: &[usize]) -> Option<usize> {
    let alike = one.iter().zip(other).position(|(one, other)| !one.is_empty() && one == other)?;
    columns.get(alike).copied()
}

fn joined(columns: &[usize], value: impl Fn(usize) -> String) -> Option<String> {
    let values: Vec<String> = columns.iter().map(|column| value(*column)).collect();
    values.iter().all(|value| !value.is_empty()).then(|| values.join("\u{1f}"))
}

fn form(value: &str) -> String {
    comparison_form(value).into_owned()
}

fn report(reviewed: &Reviewed<'_>, position: usize, other: &str, sign: &str, sink: &mut Sink) {
    let username = reviewed.schema.username();
    let Some(row) = reviewed.rows.row(position) else { return };
    let new = reviewed.value(&row, username).unwrap_or_default().into_owned();
    sink.report(
        &RULE,
        Some(reviewed.schema.header_of(username)),
        "",
        || reviewed.cell_place(&row, username),
        || Detail {
            message: words!("{new} would be a second {other}: the same name and the same {sign}.", new, other, sign),
            many: words!("{count} new people have the name and another sign of somebody who is there already."),
            help: words!("One person would be there twice. Leave the row out, unless she is somebody else."),
            fixes: vec![
                Fix::needs_a_look(words!("Leave out"), Action::LeaveOut { row: position }),
                Fix::needs_a_look(words!("It is another person"), Action::NewPerson { username: new.clone() }),
            ],
        },
    );
}
