//! T009: two rows that carry each other's keys.

use crate::check::rule;
use crate::fix::{Action, Fix};
use crate::reviewed::Reviewed;
use crate::sink::{Detail, Sink};
use crate::stages::merge::{Accident, AccidentKind};
use crate::words;

rule! {
    /// ## What it finds
    /// Two rows that hold each other's values in nearly every column in which the two people differ: their keys were
    /// exchanged.
    ///
    /// ## Why it matters
    /// Sent like this, each of the two gets the other's name, number and address.
    ///
    /// ## What to do
    /// Put the two keys back; the fix does. If the two people are to exchange everything, say that it is meant.
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
    /// ben@example.com,Ann,Lee,555 0101,Care
    /// ann@example.com,Ben,Ode,555 0102,Field
    /// cem@example.com,Cem,Yil,555 0103,Office
    /// ```
    ///
    /// ## Fixed
    /// ```csv
    /// Username,FirstName,LastName,HomePhone,JobCategory
    /// ann@example.com,Ann,Lee,555 0101,Care
    /// ben@example.com,Ben,Ode,555 0102,Field
    /// cem@example.com,Cem,Yil,555 0103,Office
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,FirstName,LastName,HomePhone,JobCategory
    /// ann@example.com,Ann,Lee,555 0102,Field
    /// ben@example.com,Ben,Ode,555 0101,Office
    /// cem@example.com,Cem,Yil,555 0103,Office
    /// ```
    pub(crate) static RULE = { code: "T009", name: "keys-exchanged", severity: Error, fixes: Always, check: Merge(check) };
}

fn check(reviewed: &Reviewed<'_>, sink: &mut Sink) {
    for accident in &reviewed.merge.accidents {
        if let AccidentKind::KeysExchanged { people } = &accident.kind {
            report(reviewed, accident, people, sink);
        }
    }
}

fn report(reviewed: &Reviewed<'_>, accident: &Accident, people: &[usize], sink: &mut Sink) {
    let header = reviewed.schema.header_of(accident.column);
    let own = |person: &usize| Some(reviewed.directory.person(*person)?.value(accident.column).into_owned());
    let keys: Vec<String> = people.iter().filter_map(own).collect();
    let [one, other] = keys.as_slice() else { return };
    for (position, (row, key)) in accident.rows.iter().zip(&keys).enumerate() {
        let Some(row) = reviewed.rows.row(*row) else { continue };
        let place = || {
            let mut place = reviewed.cell_place(&row, accident.column);
            place.stored = Some(key.clone());
            place
        };
        sink.report(&RULE, Some(header), one, place, || {
            let message = words!("{one} and {other} were exchanged: the row of each holds the other's values.", one, other);
            let back = reviewed.edit(&row, accident.column, key);
            let back = back.map(|edit| Fix::needs_a_look(words!("Put both back"), edit));
            // One choice for both.
            let meant = (position == 0).then(|| Action::TakeAsMeant { header: header.to_owned() });
            let meant = meant.map(|action| Fix::needs_a_look(words!("It is meant"), action));
            Detail {
                many: message.clone(),
                message,
                help: words!("Nearly everything in which the two differ stands on the other's row. Put the two values of {header} back, or each becomes the other.", header),
                fixes: back.into_iter().chain(meant).collect(),
            }
        });
    }
}
