//! How a stored record is laid out.

use shared::schema::Schema;

/// The headers of a record's cells under this schema: all columns but those that Muster itself keeps.
pub fn headers_of_records(schema: &Schema) -> Vec<String> {
    schema.columns.iter().filter(|column| !column.system).map(|column| column.header.clone()).collect()
}
