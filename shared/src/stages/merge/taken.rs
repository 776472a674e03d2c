//! Values that must be unique and would not be, once every row has done what it does.
//!
//! Only the outcome counts: two people may swap their Usernames in one file, in any order of rows.

use super::merged::RowState;
use super::outcome::{Merge, Taken};
use super::sides::Sides;
use crate::directory::Directory;
use crate::schema::Kind;
use crate::stages::rows::Rows;
use crate::values::key::comparison_form;
use hashbrown::HashMap;

pub(super) fn find_taken(rows: Rows<'_>, sides: Sides<'_>, merge: &mut Merge) {
    let unique =
        sides.schema.columns.iter().enumerate().filter(|(_, column)| column.unique).map(|(position, _)| position);
    for column in unique.collect::<Vec<_>>() {
        let taken = in_column(rows, sides, merge, column);
        merge.taken.extend(taken);
    }
}

fn in_column(rows: Rows<'_>, sides: Sides<'_>, merge: &Merge, column: usize) -> Vec<Taken> {
    let mut claims: Vec<(usize, String, String)> = Vec::new();
    let mut leaving: HashMap<usize, (), foldhash::fast::FixedState> = HashMap::default();
    for (position, merged) in merge.notable() {
        if !matches!(merged.state, RowState::Update | RowState::Rename | RowState::Create) {
            continue;
        }
        if !merge.cells(merged).iter().any(|cell| cell.column() == column && cell.state.writes()) {
            continue;
        }
        if let Some(person) = merged.person() {
            leaving.insert(person, ());
        }
        let Some(row) = rows.row(position) else { continue };
        let value = sides.value(&row, column).unwrap_or_default().into_owned();
        let username = sides.value(&row, sides.schema.username()).unwrap_or_default().into_owned();
        if !value.is_empty() {
            claims.push((position, value, username));
        }
    }
    let folds = sides.schema.column(column).is_some_and(|column| column.kind == Kind::Username);
    let form = |value: &str| if folds { comparison_form(value).into_owned() } else { value.to_owned() };
    let holders = Holders::of(sides, column, !claims.is_empty());
    let mut first: HashMap<String, String, foldhash::fast::FixedState> = HashMap::default();
    let mut taken = Vec::new();
    for (row, value, username) in claims {
        let holder = holders
            .find(&value)
            .filter(|person| !leaving.contains_key(person))
            .and_then(|person| sides.directory.person(person));
        if let Some(person) = holder {
            taken.push(Taken { row, column, holder: person.username().into_owned(), value });
        } else if let Some(other) = first.get(&form(&value)) {
            taken.push(Taken { row, column, holder: other.clone(), value });
        } else {
            first.insert(form(&value), username);
        }
    }
    taken
}

/// Who holds a value now. The keys are indexed; any other column is read once, if anybody claims a value in it.
enum Holders<'a> {
    Usernames(&'a Directory),
    EmployeeIds(&'a Directory),
    Others(HashMap<String, usize, foldhash::fast::FixedState>),
}

impl<'a> Holders<'a> {
    fn of(sides: Sides<'a>, column: usize, claimed: bool) -> Self {
        if column == sides.schema.username() {
            return Self::Usernames(sides.directory);
        }
        if Some(column) == sides.schema.employee_id() {
            return Self::EmployeeIds(sides.directory);
        }
        let people = sides.directory.iter().take(if claimed { usize::MAX } else { 0 });
        Self::Others(people.map(|person| (person.value(column).into_owned(), person.position)).collect())
    }

    fn find(&self, value: &str) -> Option<usize> {
        match self {
            Self::Usernames(directory) => directory.find_username(value),
            Self::EmployeeIds(directory) => directory.find_employee_id(value),
            Self::Others(holders) => holders.get(value).copied(),
        }
    }
}
