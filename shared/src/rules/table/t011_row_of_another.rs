//! T011: a row that holds the values of somebody else.

use crate::check::rule;
use crate::fix::{Action, Fix, Safety};
use crate::reviewed::{ChangedCell, Reviewed};
use crate::sink::{Detail, Sink};
use crate::stages::merge::{Accident, AccidentKind, MergedRow};
use crate::stages::rows::Row;
use crate::values::words::{Count, Words};
use crate::words;
use std::collections::BTreeSet;

rule! {
    /// ## What it finds
    /// A row with one person's key and another's values in nearly every column in which the two differ.
    ///
    /// ## Why it matters
    /// A row pasted over another one, or a key typed over by that of somebody who exists, makes two of one person and
    /// loses the other.
    ///
    /// ## What to do
    /// Keep the stored values of the person whom the row names, or put the right key back where the other person has no
    /// row of her own; the first fix does. If it is what you want, say that it is meant.
    ///
    /// ## Directory
    /// ```csv
    /// Username,FirstName,LastName,HomePhone,JobCategory
    /// ann@example.com,Ann,Lee,555 0101,Office
    /// ben@example.com,Ben,Ode,555 0102,Field
    /// cem@example.com,Cem,Yil,555 0103,Office
    /// ```
    ///
    /// ## Flagged
    /// ```csv
    /// Username,FirstName,LastName,HomePhone,JobCategory
    /// ann@example.com,Ann,Lee,555 0101,Office
    /// ben@example.com,Ann,Lee,555 0101,Office
    /// cem@example.com,Cem,Yil,555 0103,Care
    /// ```
    ///
    /// ## Fixed
    /// ```csv
    /// Username,FirstName,LastName,HomePhone,JobCategory
    /// ann@example.com,Ann,Lee,555 0101,Office
    /// ben@example.com,Ben,Ode,555 0102,Field
    /// cem@example.com,Cem,Yil,555 0103,Care
    /// ```
    ///
    /// ## Flagged
    /// ```csv
    /// Username,FirstName,LastName,HomePhone,JobCategory
    /// ben@example.com,Ann,Lee,555 0101,Office
    /// cem@example.com,Cem,Yil,555 0103,Care
    /// ```
    ///
    /// ## Fixed
    /// ```csv
    /// Username,FirstName,LastName,HomePhone,JobCategory
    /// ann@example.com,Ann,Lee,555 0101,Office
    /// cem@example.com,Cem,Yil,555 0103,Care
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,FirstName,LastName,HomePhone,JobCategory
    /// ann@example.com,Ann,Lee,555 0101,Office
    /// ben@example.com,Ben,Lee,555 0101,Office
    /// cem@example.com,Eva,Ito,555 0999,Care
    /// ```
    pub(crate) static RULE = { code: "T011", name: "row-of-another", severity: Error, fixes: Always, check: Merge(check) };
}

fn check(reviewed: &Reviewed<'_>, sink: &mut Sink) {
    for accident in &reviewed.merge.accidents {
        let AccidentKind::OfAnother { people } = &accident.kind else { continue };
        let present = present(reviewed, people);
        let mut told = BTreeSet::new();
        for (position, owner) in accident.rows.iter().zip(people) {
            let (row, merged) = (reviewed.rows.row(*position), reviewed.merge.rows.get(*position));
            let Some((row, merged)) = row.zip(merged) else { continue };
            // Whose own row isn't there was mostly called by another's key.
            let absent = !present.contains(owner);
            let cause = if absent { "absent" } else { "" };
            let mut key = reviewed
                .directory
                .person(*owner)
                .filter(|_| absent)
                .and_then(|owner| reviewed.edit(&row, accident.column, &owner.value(accident.column)));
            for cell in reviewed.changed_cells(&row, merged) {
                let first = told.insert(cause);
                let detail = || detail(reviewed, accident, *owner, &row, &cell, (key.take(), first));
                sink.report(&RULE, None, cause, || reviewed.changed_place(&row, &cell), detail);
            }
        }
    }
}

fn detail(
    reviewed: &Reviewed<'_>,
    accident: &Accident,
    owner: usize,
    row: &Row<'_>,
    cell: &ChangedCell<'_>,
    (key, first): (Option<Action>, bool),
) -> Detail {
    let header = reviewed.schema.header_of(accident.column).to_owned();
    // One choice for all rows, and one key for all cells of a row.
    let meant = first.then_some(Action::TakeAsMeant { header });
    let key = key.map(|edit| Fix::needs_a_look(words!("Put the right key back"), edit));
    let message = message(reviewed, accident, owner, row);
    Detail {
        many: message.clone(),
        message,
        help: words!(
            "It looks as if a row was pasted over another one, or a key typed over by somebody else's. Keep the stored values, or correct the key in the row."
        ),
        fixes: key
            .into_iter()
            .chain(
                reviewed
                    .keep_stored(row, cell, Safety::NeedsALook)
                    .map(|fix| Fix { title: words!("Keep the stored values"), ..fix }),
            )
            .chain(meant.map(|action| Fix::needs_a_look(words!("It is meant"), action)))
            .collect(),
    }
}

/// Of some people those whom a row of the file names.
fn present(reviewed: &Reviewed<'_>, people: &[usize]) -> BTreeSet<usize> {
    let people: BTreeSet<usize> = people.iter().copied().collect();
    let named = reviewed.merge.rows.iter().filter_map(MergedRow::person);
    named.filter(|person| people.contains(person)).collect()
}

fn message(reviewed: &Reviewed<'_>, accident: &Accident, owner: usize, row: &Row<'_>) -> Words {
    let key = |person: Option<crate::directory::Person<'_>>| {
        person.map(|person| person.value(accident.column).into_owned()).unwrap_or_default()
    };
    let named = reviewed.merge.rows.get(row.position).and_then(|merged| reviewed.person(merged));
    let (named, owner) = (key(named), key(reviewed.directory.person(owner)));
    let rows = accident.rows.len();
    if rows > 1 {
        return words!(
            "{rows} rows hold other people's values: on line {line}, that of {named} holds those of {owner}.",
            rows = Count(rows),
            line = row.line,
            named,
            owner
        );
    }
    words!("On line {line}, the row of {named} holds the values of {owner}.", line = row.line, named, owner)
}
