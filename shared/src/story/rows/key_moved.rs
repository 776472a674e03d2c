//! The key's column moved against all others: each row carries another person's key.
//!
//! Then nearly every cell differs, and no other column is at fault. The other key, with the person's names, says whose a
//! row is.

use crate::options::Key;
use crate::reviewed::Reviewed;
use crate::stages::merge::{Accident, AccidentKind};

/// The fewest rows.
const FEWEST: usize = 4;

pub(in crate::story) fn find(reviewed: &Reviewed<'_>) -> Option<Accident> {
    let key = reviewed.schema.key(reviewed.options.key)?;
    if reviewed.options.meant.contains(reviewed.schema.header_of(key)) {
        return None;
    }
    let other = match reviewed.options.key {
        Key::Username => reviewed.schema.employee_id()?,
        Key::EmployeeId => reviewed.schema.username(),
    };
    let held = |column: &usize| reviewed.table.columns.file_column_of(*column).is_some();
    let names = ["FirstName", "LastName"].iter().filter_map(|header| reviewed.schema.index_of(header));
    let names: Vec<usize> = names.filter(held).collect();
    let (mut rows, mut people, mut changing) = (Vec::new(), Vec::new(), 0);
    for (row, merged) in reviewed.changing_rows() {
        let Some(person) = merged.person() else { continue };
        changing += 1;
        if !reviewed.merge.cells(merged).iter().any(|cell| cell.column() == other) {
            continue;
        }
        let value = reviewed.value(&row, other).unwrap_or_default();
        let found = match reviewed.options.key {
            Key::Username => reviewed.directory.find_employee_id(&value),
            Key::EmployeeId => reviewed.directory.find_username(&value),
        };
        let Some(owner) = found.filter(|owner| *owner != person) else { continue };
        let Some(true_person) = reviewed.directory.person(owner) else { continue };
        let same_names = names.iter().all(|column| {
            reviewed.value(&row, *column).is_some_and(|name| !name.is_empty() && name == true_person.value(*column))
        });
        if same_names {
            rows.push(row.position);
            people.push(owner);
        }
    }
    let moved = !names.is_empty() && rows.len() >= FEWEST && rows.len() * 2 >= changing;
    moved.then(|| Accident {
        kind: AccidentKind::KeyMoved { people },
        column: key,
        of: reviewed.rows.len(),
        rows,
        stretches: Vec::new(),
        mild: false,
    })
}
