//! I006: a Username that looks like somebody else's.

use crate::check::rule;
use crate::fix::{Action, Fix};
use crate::reviewed::Reviewed;
use crate::sink::{Detail, Sink};
use crate::stages::merge::RowState;
use crate::values::key::comparison_form;
use crate::values::words::Words;
use crate::words;
use hashbrown::HashMap;
use std::collections::BTreeSet;
use std::sync::OnceLock;
use unicode_security::confusable_detection::skeleton;

rule! {
    /// ## What it finds
    /// A new Username, of a new person or by a rename, that looks like another person's: with letters of another
    /// script, or a 1 for an l.
    ///
    /// ## Why it matters
    /// It can't be told from the other by eye. Mail, mentions and approvals go to the wrong person, sometimes on
    /// purpose.
    ///
    /// ## What to do
    /// Put the right Username back, or leave the row out.
    ///
    /// ## Flagged
    /// ```csv create
    /// Username,WorkEmail,FirstName,LastName
    /// аnn@example.com,zoe@example.com,Zoe,Young
    /// ```
    ///
    /// ## Fixed
    /// ```csv
    /// Username,WorkEmail,FirstName,LastName
    /// ann@example.com,zoe@example.com,Zoe,Young
    /// ```
    ///
    /// ## Accepted
    /// ```csv create
    /// Username,WorkEmail,FirstName,LastName
    /// anna@example.com,zoe@example.com,Zoe,Young
    /// ```
    pub(crate) static RULE = { code: "I006", name: "look-alike-username", severity: Error, fixes: Always, check: Merge(check) };
}

fn check(reviewed: &Reviewed<'_>, sink: &mut Sink) {
    let username = reviewed.schema.username();
    let header = reviewed.schema.header_of(username);
    let brings = |state: RowState| matches!(state, RowState::Create | RowState::Rename | RowState::NotFound);
    let newcomers: Vec<usize> = reviewed
        .merge
        .notable()
        .filter(|(_, merged)| brings(merged.state) && !reviewed.merge.cells(merged).iter().any(|cell| cell.explained))
        .map(|(row, _)| row)
        .collect();
    let explained: BTreeSet<usize> = reviewed.merge.candidates.iter().map(|candidate| candidate.row).collect();
    if newcomers.is_empty() {
        return;
    }
    let mut looks: HashMap<String, String, foldhash::fast::FixedState> = HashMap::default();
    for person in reviewed.directory.iter() {
        let name = person.username().into_owned();
        looks.entry(look(&name)).or_insert(name);
    }
    for position in newcomers.into_iter().filter(|row| !explained.contains(row)) {
        let Some(row) = reviewed.rows.row(position) else { continue };
        let new = reviewed.value(&row, username).unwrap_or_default().into_owned();
        let Some(other) = looks.get(&look(&new)).filter(|other| comparison_form(other) != comparison_form(&new)) else {
            continue;
        };
        sink.report(
            &RULE,
            Some(header),
            "",
            || reviewed.cell_place(&row, username),
            || {
                let back = reviewed
                    .edit(&row, username, other)
                    .map(|edit| Fix::needs_a_look(words!("Write the known Username"), edit));
                Detail {
                    message: words!(
                        "{new} looks like {other}, but is another {header}{strangers}.",
                        new,
                        other,
                        header,
                        strangers = strangers(&new)
                    ),
                    many: words!("{count} rows have a {header} that looks like somebody else's.", header),
                    help: words!("Nobody can tell the two apart. Write the known one, or leave the row out."),
                    fixes: back
                        .into_iter()
                        .chain([Fix::needs_a_look(words!("Leave out"), Action::LeaveOut { row: position })])
                        .collect(),
                }
            },
        );
    }
}

/// How a Username looks: equal looks can't be told apart.
fn look(username: &str) -> String {
    static PLAIN: OnceLock<Vec<String>> = OnceLock::new();
    let form = comparison_form(username);
    if !form.is_ascii() {
        return skeleton(&form).collect();
    }
    // Nearly all Usernames are plain, and a plain letter looks the same wherever it stands.
    let plain =
        PLAIN.get_or_init(|| (0_u8..128).map(|byte| skeleton(&char::from(byte).to_string()).collect()).collect());
    form.bytes().filter_map(|byte| plain.get(usize::from(byte))).map(String::as_str).collect()
}

/// The letters beyond plain ones, which nobody sees.
fn strangers(username: &str) -> Words {
    let strange: Vec<String> = username
        .chars()
        .filter(|character| !character.is_ascii())
        .take(3)
        .map(|character| format!("U+{:04X}", u32::from(character)))
        .collect();
    if strange.is_empty() {
        Words::default()
    } else {
        words!(" (it has {characters})", characters = strange.join(", "))
    }
}
