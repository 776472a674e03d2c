//! T006: more changes than an upload usually makes.

use crate::budget::{Exceeded, Touch, Touched};
use crate::check::rule;
use crate::finding::Place;
use crate::reviewed::Reviewed;
use crate::sink::{Detail, Sink};
use crate::stages::merge::{MergedCell, RowState};
use crate::values::account_state::is_off;
use crate::values::words::{Count, Words, counted};
use crate::words;

rule! {
    /// ## What it finds
    /// An upload that creates, renames, clears values of, switches off, or changes in any way a larger share of the
    /// directory's people than the risk budget allows, and more than ten; more than fifty where they only change. What an
    /// accident to a column explains doesn't count.
    ///
    /// ## Why it matters
    /// A file for another organisation, or a column in the wrong place, changes hundreds of people at once. Such a
    /// file deserves a second look, even where every cell is right.
    ///
    /// ## What to do
    /// Look at the number. If it is what you expect, acknowledge it when you send.
    ///
    /// ## Flagged
    /// ```csv create
    /// Username,WorkEmail,FirstName,LastName
    /// new1@example.com,new1@example.com,New,Person
    /// new2@example.com,new2@example.com,New,Person
    /// new3@example.com,new3@example.com,New,Person
    /// new4@example.com,new4@example.com,New,Person
    /// new5@example.com,new5@example.com,New,Person
    /// new6@example.com,new6@example.com,New,Person
    /// new7@example.com,new7@example.com,New,Person
    /// new8@example.com,new8@example.com,New,Person
    /// new9@example.com,new9@example.com,New,Person
    /// new10@example.com,new10@example.com,New,Person
    /// new11@example.com,new11@example.com,New,Person
    /// ```
    ///
    /// ## Accepted
    /// ```csv create
    /// Username,WorkEmail,FirstName,LastName
    /// zoe@example.com,zoe@example.com,Zoe,Young
    /// ```
    pub(crate) static RULE = { code: "T006", name: "mass-change", severity: Warning, fixes: None, check: Merge(check) };
}

fn check(reviewed: &Reviewed<'_>, sink: &mut Sink) {
    let people = reviewed.directory.people();
    if people == 0 {
        return;
    }
    for Exceeded { touch, count, share } in reviewed.options.budget.exceeded(&touched(reviewed), people) {
        let (kind, one, many) = said_of(touch);
        sink.report(&RULE, None, kind, Place::default, || Detail {
            message: words!("{people}; the directory holds {all}.", people = counted(count, one, many), all = Count(people)),
            many: Words::default(),
            help: words!("That is more than {share} % of the directory. Look whether the file is the right one. If it is what you expect, acknowledge it when you send.", share),
            fixes: Vec::new(),
        });
    }
}

/// A kind of change as part of the finding's name, and in words: of one person, of many.
fn said_of(touch: Touch) -> (&'static str, Words, Words) {
    match touch {
        Touch::Created => {
            ("created", words!("{count} person would be created"), words!("{count} people would be created"))
        }
        Touch::Renamed => (
            "renamed",
            words!("{count} person would get a new Username"),
            words!("{count} people would get a new Username"),
        ),
        Touch::Cleared => {
            ("cleared", words!("{count} person would lose a value"), words!("{count} people would lose a value"))
        }
        Touch::Suspended => (
            "suspended",
            words!("{count} person would be switched off"),
            words!("{count} people would be switched off"),
        ),
        Touch::Changed => ("changed", words!("{count} person would change"), words!("{count} people would change")),
    }
}

/// Whom the rows touch, before they are a change set: what is shown while errors still stand.
fn touched(reviewed: &Reviewed<'_>) -> Touched {
    let mut counts = Touched::default();
    let state = reviewed.account_state();
    for (row, merged) in reviewed.changing_rows() {
        match merged.state {
            RowState::Create => counts.created += 1,
            RowState::Rename => counts.renamed += 1,
            RowState::Update => {}
            _ => continue,
        }
        if merged.state == RowState::Create {
            continue;
        }
        let written = || reviewed.merge.cells(merged).iter().filter(|cell| cell.state.writes() && !cell.explained);
        counts.changed += usize::from(written().next().is_some());
        counts.cleared += usize::from(written().any(|cell| reviewed.new_value(&row, cell).is_empty()));
        let off = |cell: &MergedCell| is_off(&reviewed.new_value(&row, cell));
        counts.suspended += usize::from(written().any(|cell| Some(cell.column()) == state && off(cell)));
    }
    counts
}
