//! I008: a file that locks out whoever sends it, or every admin.

use crate::check::rule;
use crate::fix::Safety;
use crate::options::Options;
use crate::reviewed::Reviewed;
use crate::sink::{Detail, Sink};
use crate::stages::merge::RowState;
use crate::values::account_state::is_off;
use crate::values::key::comparison_form;
use crate::values::words::Words;
use crate::words;
use std::collections::{BTreeMap, BTreeSet};

rule! {
    /// ## What it finds
    /// A file that switches off, by their AccountState, the person who sends it, somebody who is protected, or every
    /// admin that is left. An admin who is no person of the directory can't be switched off, so she is left. That the
    /// sender gets another Username is a note.
    ///
    /// ## Why it matters
    /// Whoever locks herself out can't take it back. An AccountState filled down a column too far does it.
    ///
    /// ## What to do
    /// Keep the stored value; the fix does. Another admin can switch the sender off.
    ///
    /// ## Flagged
    /// ```csv sender-ann
    /// Username,AccountState
    /// ann@example.com,SUSPENDED
    /// ```
    ///
    /// ## Fixed
    /// ```csv
    /// Username,AccountState
    /// ann@example.com,ACTIVE
    /// ```
    ///
    /// ## Flagged
    /// ```csv admin-ann admin-ben
    /// Username,AccountState
    /// ann@example.com,SUSPENDED
    /// ben@example.com,DISABLED
    /// ```
    ///
    /// ## Flagged
    /// ```csv protected-ben
    /// Username,AccountState
    /// ben@example.com,DISABLED
    /// ```
    ///
    /// ## Accepted
    /// ```csv sender-ann admin-ann admin-ben
    /// Username,AccountState
    /// ben@example.com,DISABLED
    /// ```
    pub(crate) static RULE = { code: "I008", name: "last-admin", severity: Error, fixes: Sometimes, check: Merge(check) };
}

fn check(reviewed: &Reviewed<'_>, sink: &mut Sink) {
    let Options { sender, admins, protected, .. } = reviewed.options;
    let sender = sender.as_deref();
    if sender.is_none() && admins.is_empty() && protected.is_empty() {
        return;
    }
    let off = switched_off(reviewed);
    let renamed = reviewed.merge.notable().any(|(_, merged)| merged.state == RowState::Rename);
    if off.is_empty() && !renamed {
        return;
    }
    let accounts: BTreeSet<&str> = admins.iter().map(String::as_str).chain(sender).collect();
    let people = people_of(reviewed, &accounts);
    let sender = sender.and_then(|sender| people.get(sender)).copied();
    if let Some(row) = sender.and_then(|sender| off.get(&sender)) {
        report(reviewed, *row, "sender", &words!("You would be switched off by your own file."), sink);
    }
    for username in protected {
        let person = reviewed.directory.find_username(username);
        if let Some(row) = person.and_then(|person| off.get(&person)) {
            let message = words!("{username} is protected: no upload may switch her off.", username);
            report(reviewed, *row, username, &message, sink);
        }
    }
    let is_left = |admin: &String| {
        people.get(admin.as_str()).is_none_or(|person| !off.contains_key(person) && !is_off_now(reviewed, *person))
    };
    if !admins.is_empty() && !admins.iter().any(is_left) {
        for row in admins.iter().filter_map(|admin| off.get(people.get(admin.as_str())?)) {
            report(
                reviewed,
                *row,
                "admins",
                &words!("No admin would be left: at least one active admin has to stay."),
                sink,
            );
        }
    }
    if let Some(sender) = sender {
        note_new_name(reviewed, sender, sink);
    }
}

/// The people whom the file switches off, with the rows that do it.
fn switched_off(reviewed: &Reviewed<'_>) -> BTreeMap<usize, usize> {
    let mut off = BTreeMap::new();
    let Some(state) = reviewed.account_state() else { return off };
    let header = reviewed.schema.header_of(state);
    reviewed.each_written_cell(
        |column| column.header == header,
        |row, cell| {
            let person = reviewed.merge.rows.get(row.position).and_then(crate::stages::merge::MergedRow::person);
            if let Some(person) = person.filter(|_| is_off(&cell.value)) {
                off.insert(person, row.position);
            }
        },
    );
    off
}

fn is_off_now(reviewed: &Reviewed<'_>, person: usize) -> bool {
    let person = reviewed.directory.person(person);
    person.zip(reviewed.account_state()).is_some_and(|(person, state)| is_off(&person.value(state)))
}

/// Who the accounts are: by Username, else by a work address that is one person's alone, as mailboxes may be shared.
fn people_of<'a>(reviewed: &Reviewed<'_>, accounts: &BTreeSet<&'a str>) -> BTreeMap<&'a str, usize> {
    let find = |account: &&'a str| Some((*account, reviewed.directory.find_username(account)?));
    let mut people: BTreeMap<&str, usize> = accounts.iter().filter_map(find).collect();
    let others: Vec<&str> = accounts.iter().copied().filter(|account| !people.contains_key(account)).collect();
    let Some(address) = reviewed.schema.index_of("WorkEmail").filter(|_| !others.is_empty()) else { return people };
    let mut by_address: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for account in &others {
        by_address.insert(comparison_form(account).into_owned(), Vec::new());
    }
    for person in reviewed.directory.iter() {
        if let Some(found) = by_address.get_mut(comparison_form(&person.value(address)).as_ref()) {
            found.push(person.position);
        }
    }
    for account in others {
        if let Some([only]) = by_address.get(comparison_form(account).as_ref()).map(Vec::as_slice) {
            people.insert(account, *only);
        }
    }
    people
}

fn report(reviewed: &Reviewed<'_>, row: usize, cause: &str, message: &Words, sink: &mut Sink) {
    let Some(state) = reviewed.account_state() else { return };
    let (Some(of), Some(cell)) = (reviewed.rows.row(row), reviewed.changed_cell(row, state)) else { return };
    sink.report(
        &RULE,
        Some(&cell.column.header),
        cause,
        || reviewed.changed_place(&of, &cell),
        || Detail {
            message: message.clone(),
            many: message.clone(),
            help: words!(
                "Whoever locks herself out can't take it back. Keep the stored value; another admin can switch you off."
            ),
            fixes: reviewed.keep_stored(&of, &cell, Safety::NeedsALook).into_iter().collect(),
        },
    );
}

fn note_new_name(reviewed: &Reviewed<'_>, sender: usize, sink: &mut Sink) {
    let username = reviewed.schema.username();
    let renames =
        |merged: &crate::stages::merge::MergedRow| merged.state == RowState::Rename && merged.person() == Some(sender);
    let Some((position, _)) = reviewed.merge.notable().find(|(_, merged)| renames(merged)) else { return };
    let Some(row) = reviewed.rows.row(position) else { return };
    let (old, new) = (reviewed.directory.person(sender), reviewed.value(&row, username));
    let (Some(old), Some(new)) = (old.map(|person| person.username()), new) else { return };
    sink.report_mildly(
        &RULE,
        Some(reviewed.schema.header_of(username)),
        || reviewed.cell_place(&row, username),
        || Detail {
            message: words!("Your own Username would change from {old} to {new}.", old, new),
            many: Words::default(),
            help: words!(
                "Wherever people sign in with their Username, you would sign in with the new one from then on."
            ),
            fixes: Vec::new(),
        },
    );
}
