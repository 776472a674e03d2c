//! One person at a time: shown, found, edited, deleted. What changes her is a revision like any other.

pub mod delete;
pub mod edit;
pub mod search;

use shared::record::cells_from_line;
use shared::schema::Schema;
use shared::values::key::comparison_form;

use crate::storage::people::{PersonId, StoredPerson};
use crate::storage::{ReadUnit, StorageError};

/// A person who is there, taken apart.
pub struct Person {
    /// Who.
    pub id: PersonId,
    /// The revision at which she last changed.
    pub revision: u64,
    /// The revision at which she came.
    pub created: u64,
    /// Her values in the schema's order; system columns are empty.
    pub values: Vec<String>,
}

/// The person with a Username, whatever its case and Unicode form.
pub async fn find<U: ReadUnit + ?Sized>(
    unit: &mut U,
    schema: &Schema,
    username: &str,
) -> Result<Option<Person>, StorageError> {
    let Some(stored) = unit.person_by_username(&comparison_form(username)).await? else { return Ok(None) };
    let layouts = unit.layouts().await?;
    let layout = layouts.iter().find(|layout| layout.id == stored.layout);
    let layout = layout.ok_or_else(|| StorageError::Corrupt("a record has an unknown layout".to_owned()))?;
    let StoredPerson { id, created, revision, ref record, .. } = stored;
    Ok(Some(Person { id, revision, created, values: values_of_record(schema, &layout.headers, record) }))
}

/// The cells of a record under the schema's columns, by name.
pub fn values_of_record(schema: &Schema, headers: &[String], record: &str) -> Vec<String> {
    let mut values = vec![String::new(); schema.columns.len()];
    for (header, cell) in headers.iter().zip(cells_from_line(record)) {
        if let Some(value) = schema.index_of(header).and_then(|column| values.get_mut(column)) {
            *value = cell;
        }
    }
    values
}
