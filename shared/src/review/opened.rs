//! A file that was read, and is held against nothing yet.

use super::Upload;
use crate::facts::{FileFacts, facts_from_table};
use crate::options::Options;
use crate::schema::Schema;
use crate::table::Table;
use std::sync::Arc;

/// An upload's text, records and columns. Its facts say which extract it was made from, so that this one can be fetched
/// before the file is merged.
#[derive(Debug)]
pub struct Opened {
    pub(super) schema: Arc<Schema>,
    pub(super) table: Table,
    pub(super) facts: FileFacts,
}

impl Opened {
    /// Reads an upload.
    pub fn read(schema: &Arc<Schema>, upload: Upload, options: &Options) -> Self {
        let table = Table::read(upload.bytes, schema, options);
        let facts = facts_from_table(&upload.name, &table, schema);
        Self { schema: Arc::clone(schema), table, facts }
    }

    /// What is known of the file itself.
    pub fn facts(&self) -> &FileFacts {
        &self.facts
    }
}
