//! Whom a change set touches, for the risk budget: counted once, for whatever changes the directory.

use crate::budget::Touched;
use crate::schema::{Kind, Schema};
use crate::stages::change_set::{Change, ChangeSet, Operation, OperationKind};
use crate::values::account_state;
use crate::values::key::comparison_form;
use std::collections::BTreeMap;

/// Whom a change set touches. What only follows from a rename, as everybody who refers to her goes on doing so, is her
/// change and nobody else's.
pub fn touched_by(change_set: &ChangeSet, schema: &Schema) -> Touched {
    let renames = renames(change_set, schema);
    let state = schema.index_of(account_state::HEADER);
    let mut touched = Touched::default();
    for Operation { kind, changes, .. } in &change_set.operations {
        match kind {
            OperationKind::Create => {
                touched.created += 1;
                continue;
            }
            OperationKind::Delete => {
                touched.suspended += 1;
                continue;
            }
            OperationKind::Rename => touched.renamed += 1,
            OperationKind::Update => {}
        }
        let own = || changes.iter().filter(|change| !follows(&renames, schema, change));
        let off =
            |change: &Change| Some(change.column) == state && account_state::switches_off(&change.old, &change.new);
        touched.changed += usize::from(own().next().is_some());
        touched.cleared += usize::from(own().any(|change| change.new.is_empty()));
        touched.suspended += usize::from(own().any(off));
    }
    touched
}

/// Each new Username by the comparison form of the old one.
fn renames<'a>(change_set: &'a ChangeSet, schema: &Schema) -> BTreeMap<String, &'a str> {
    let renamed = change_set.operations.iter().filter(|operation| operation.kind == OperationKind::Rename);
    let names = renamed.flat_map(|operation| &operation.changes).filter(|change| change.column == schema.username());
    names.map(|change| (comparison_form(&change.old).into_owned(), change.new.as_str())).collect()
}

fn follows(renames: &BTreeMap<String, &str>, schema: &Schema, change: &Change) -> bool {
    let refers = schema.columns.get(change.column).is_some_and(|column| column.kind == Kind::Reference);
    refers && renames.get(comparison_form(&change.old).as_ref()).is_some_and(|new| *new == change.new)
}

#[cfg(test)]
mod tests {
    use super::touched_by;
    use crate::budget::Touched;
    use crate::options::Key;
    use crate::schema::Schema;
    use crate::stages::change_set::{Change, ChangeSet, Operation, OperationKind};

    #[test]
    fn everything_but_what_follows_from_a_rename_is_counted() {
        let schema = Schema::standard();
        let column = |header: &str| schema.index_of(header).expect("a standard column");
        let change = |header: &str, old: &str, new: &str| Change {
            column: column(header),
            old: old.to_owned(),
            new: new.to_owned(),
        };
        let operation =
            |kind, username: &str, changes| Operation { kind, username: username.to_owned(), line: 1, changes };
        let boss = "PrimarySupervisorUsername";
        let operations = vec![
            operation(
                OperationKind::Rename,
                "boss@example.com",
                vec![change("Username", "boss@example.com", "lee@example.com")],
            ),
            operation(
                OperationKind::Update,
                "a@example.com",
                vec![change(boss, "Boss@example.com", "lee@example.com")],
            ),
            operation(OperationKind::Update, "b@example.com", vec![change(boss, "boss@example.com", "")]),
            operation(OperationKind::Update, "c@example.com", vec![change("AccountState", "ACTIVE", "DISABLED")]),
            operation(OperationKind::Update, "d@example.com", vec![change("AccountState", "SUSPENDED", "DISABLED")]),
            operation(OperationKind::Create, "e@example.com", vec![change("Username", "", "e@example.com")]),
            operation(OperationKind::Delete, "f@example.com", vec![change("Username", "f@example.com", "")]),
        ];
        let change_set = ChangeSet { schema: schema.id.clone(), revision: 1, key: Key::Username, operations };
        let touched = Touched { created: 1, renamed: 1, cleared: 1, suspended: 2, changed: 4 };
        assert_eq!(touched_by(&change_set, &schema), touched);
    }
}
