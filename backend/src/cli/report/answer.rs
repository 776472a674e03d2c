//! How a fix is said on the command line, where it changes no cell but decides something.

use serde_json::{Value, json};
use shared::fix::{Action, Fix, Safety};

use crate::cli::choices::notation;

/// What stands behind a fix's title: that it is safe, or how to choose it; nothing where a fix can only be done by hand.
pub(super) fn how(fix: &Fix) -> String {
    match fix.actions.as_slice() {
        [Action::ReadAs { encoding }] => format!(" (--encoding {encoding})"),
        [Action::ReadDatesAs { format }] => format!(" (--dates {})", notation(*format)),
        [action] if choice(action).is_some() => {
            choice(action).map_or_else(String::new, |choice| format!(" (in --choices: {choice})"))
        }
        _ if fix.safety == Safety::Safe => " (safe)".to_owned(),
        _ => String::new(),
    }
}

/// A decision as the file of `--choices` holds it.
fn choice(action: &Action) -> Option<Value> {
    Some(match action {
        Action::ReadColumnAs { header, column } => json!({"read_as": {header: column}}),
        Action::Rename { new, old } => json!({"renames": {new: old}}),
        Action::NewPerson { username } => json!({"new_people": [username]}),
        Action::KeepApart { header, value } => json!({"kept_apart": {header: [value]}}),
        Action::TakeAsMeant { header } => json!({"meant": [header]}),
        Action::TakeValueAsMeant { header, value } => json!({"meant_values": {header: [value]}}),
        Action::NoBase => json!({"no_base": true}),
        Action::Decide { username, header, side } => json!({"conflicts": {"cells": {username: {header: side}}}}),
        Action::Edit { .. }
        | Action::LeaveOut { .. }
        | Action::IgnoreColumn { .. }
        | Action::ReadAs { .. }
        | Action::ReadDatesAs { .. }
        | Action::KeepStored { .. } => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{choice, how};
    use shared::fix::{Action, Fix};
    use shared::options::{Options, Side};
    use shared::values::date::DateFormat;

    #[test]
    fn what_is_shown_can_be_chosen() {
        let text = str::to_owned;
        let actions = [
            Action::ReadColumnAs { header: text("Ort"), column: text("OfficialLocation") },
            Action::Rename { new: text("new@x"), old: text("old@x") },
            Action::NewPerson { username: text("new@x") },
            Action::KeepApart { header: text("Tags"), value: text("a|b") },
            Action::TakeAsMeant { header: text("JobCategory") },
            Action::TakeValueAsMeant { header: text("EmployeeId"), value: text("17") },
            Action::NoBase,
            Action::Decide { username: text("old@x"), header: text("Nickname"), side: Side::Yours },
        ];
        for action in actions {
            let shown = choice(&action).expect("a decision");
            let read: Result<Options, _> = serde_json::from_value(shown);
            assert_ne!(read.expect("choices that the engine knows"), Options::default());
        }
        let fix = Fix::needs_a_look(
            shared::words!("Day first"),
            Action::ReadDatesAs { format: DateFormat::DayMonthYearSlash },
        );
        assert_eq!(how(&fix), " (--dates DD/MM/YYYY)");
    }
}
