//! I003: a Username that was edited, so that its row is about nobody.

use crate::check::rule;
use crate::fix::{Action, Fix};
use crate::reviewed::Reviewed;
use crate::signs::EMPLOYEE_ID;
use crate::sink::{Detail, Sink};
use crate::values::words::Words;
use crate::words;

rule! {
    /// ## What it finds
    /// A row whose Username the directory doesn't hold, while its other cells are those of a person whom no row of the
    /// file is about.
    ///
    /// ## Why it matters
    /// The Username says which person a row is about. Edited, it is about a new person: a second one would be created,
    /// and the first would keep her history, her manager and her old Username.
    ///
    /// ## What to do
    /// Put the old Username back, or say that the person is to be renamed, or that this is a new person indeed.
    ///
    /// ## Directory
    /// ```csv
    /// Username,WorkEmail,FirstName,LastName,EmployeeId
    /// ann@example.com,ann@example.com,Ann,Lee,0017
    /// ben@example.com,ben@example.com,Ben,Ode,0018
    /// ```
    ///
    /// ## Flagged
    /// ```csv
    /// Username,WorkEmail,FirstName,LastName,EmployeeId
    /// ann.lee@example.com,ann@example.com,Ann,Lee,0017
    /// ben@example.com,ben@example.com,Ben,Ode,0018
    /// ```
    ///
    /// ## Fixed
    /// ```csv
    /// Username,WorkEmail,FirstName,LastName,EmployeeId
    /// ann@example.com,ann@example.com,Ann,Lee,0017
    /// ben@example.com,ben@example.com,Ben,Ode,0018
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,WorkEmail,FirstName,LastName,EmployeeId
    /// Ann@Example.com,ann@example.com,Ann,Lee,0017
    /// ```
    pub(crate) static RULE = { code: "I003", name: "username-changed", severity: Error, fixes: Always, check: Merge(check) };
}

fn check(reviewed: &Reviewed<'_>, sink: &mut Sink) {
    let username = reviewed.schema.username();
    // A Username in disguise is another finding.
    for candidate in reviewed.merge.candidates.iter().filter(|found| !reviewed.disguised().contains_key(&found.row)) {
        let (Some(row), Some(person)) = (reviewed.rows.row(candidate.row), reviewed.directory.person(candidate.person))
        else {
            continue;
        };
        let new = reviewed.value(&row, username).unwrap_or_default().into_owned();
        let old = person.username().into_owned();
        let mut place = reviewed.cell_place(&row, username);
        place.stored = Some(old.clone());
        // One finding a person: each is decided on its own.
        sink.report(&RULE, Some(reviewed.schema.header_of(username)), &new, || place, || {
            let mut fixes = Vec::new();
            fixes.extend(reviewed.edit(&row, username, &old).map(|edit| Fix::needs_a_look(words!("Put {old} back", old), edit)));
            fixes.push(Fix::needs_a_look(words!("Rename {old} to {new}", old, new), Action::Rename { new: new.clone(), old: old.clone() }));
            // With her EmployeeId it can't be another person: an id belongs to one.
            if !candidate.evidence.contains(&EMPLOYEE_ID) {
                fixes.push(Fix::needs_a_look(words!("Create a new person"), Action::NewPerson { username: new.clone() }));
            }
            Detail {
                message: words!("The Username {old} was changed to {new}: {evidence}.", old, new, evidence = Words::listed(candidate.evidence.iter().cloned())),
                many: words!("{count} Usernames were changed."),
                help: words!("Sent like this, it would create a second person and leave the first behind. Put the old Username back, or say what is meant."),
                fixes,
            }
        });
    }
}
