//! T011: a row that holds the values of somebody else.

use crate::check::rule;
use crate::fix::{Action, Fix, Safety};
use crate::reviewed::{ChangedCell, Reviewed};
use crate::sink::{Detail, Sink};
use crate::stages::merge::{Accident, AccidentKind};
use crate::stages::rows::Row;
use crate::values::words::{Count, Words};
use crate::words;

rule! {
    /// ## What it finds
    /// A row with one person's key and another's values in nearly every column in which the two differ.
    ///
    /// ## Why it matters
    /// A row pasted over another one, or a key typed over by that of somebody who exists, makes two of one person and
    /// loses the other.
    ///
    /// ## What to do
    /// Keep the stored values of the person whom the row names; the fix does. If it is the key that is wrong, correct it in
    /// the row. If it is what you want, say that it is meant.
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
        let key = reviewed.schema.header_of(accident.column);
        let mut first = true;
        for (position, owner) in accident.rows.iter().zip(people) {
            let (row, merged) = (reviewed.rows.row(*position), reviewed.merge.rows.get(*position));
            let Some((row, merged)) = row.zip(merged) else { continue };
            for cell in reviewed.changed_cells(&row, merged) {
                let detail = || detail(reviewed, accident, *owner, &row, &cell, std::mem::take(&mut first).then_some(key));
                sink.report(&RULE, None, "", || reviewed.changed_place(&row, &cell), detail);
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
    first: Option<&str>,
) -> Detail {
    let meant = first.map(|header| Action::TakeAsMeant { header: header.to_owned() });
    let message = message(reviewed, accident, owner, row);
    Detail {
        many: message.clone(),
        message,
        help: words!("It looks as if a row was pasted over another one, or a key typed over by somebody else's. Keep the stored values, or correct the key in the row."),
        fixes: reviewed
            .keep_stored(row, cell, Safety::NeedsALook)
            .map(|fix| Fix { title: words!("Keep the stored values"), ..fix })
            .into_iter()
            .chain(meant.map(|action| Fix::needs_a_look(words!("It is meant"), action)))
            .collect(),
    }
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
    words!(
        "On line {line}, the row of {named} holds the values of {owner}.",
        line = row.line,
        named,
        owner
    )
}
