//! What a file is held against: two directories that follow one schema, or it can't be made.

use crate::directory::Directory;
use crate::memory::Memory;
use crate::past::Past;
use crate::schema::Schema;
use crate::values::words::Words;
use crate::words;
use std::sync::Arc;

/// The directory of now, and the extract that a file was made from. Cells are compared by their column's position in the
/// schema, so both follow the same one; a directory alone is what a file without a base is held against.
///
/// ```
/// use shared::{Against, Directory, Schema};
/// use std::sync::Arc;
///
/// let club = |columns: &str| {
///     let json = format!(r#"{{"id": "club", "columns": [{{"header": "Username", "kind": "username"}}, {columns}]}}"#);
///     Arc::new(Directory::empty(Arc::new(Schema::from_json(&json).expect("a schema")), 1))
/// };
/// let (desk, room) = (r#"{"header": "Desk", "kind": "text"}"#, r#"{"header": "Room", "kind": "text"}"#);
/// let now = club(&format!("{desk}, {room}"));
/// assert!(Against::new(now.clone(), Some(club(&format!("{desk}, {room}")))).is_ok());
/// assert!(Against::new(now, Some(club(&format!("{room}, {desk}")))).is_err());
/// ```
#[derive(Debug, Clone)]
pub struct Against {
    directory: Arc<Directory>,
    base: Option<Arc<Directory>>,
    memory: Arc<Memory>,
}

/// Two things that were to be compared follow different schemas: their columns don't correspond.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OtherSchema;

impl OtherSchema {
    /// What is wrong, and what to do.
    pub fn message(self) -> Words {
        words!("The columns of the two differ, so their cells can't be compared: read both with one schema.")
    }
}

impl std::fmt::Display for OtherSchema {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Display::fmt(&self.message(), f)
    }
}

impl std::error::Error for OtherSchema {}

impl Against {
    /// A directory, and the extract that the file was made from as a directory, where there is one.
    ///
    /// # Errors
    ///
    /// The two follow different schemas.
    pub fn new(directory: Arc<Directory>, base: Option<Arc<Directory>>) -> Result<Self, OtherSchema> {
        if let Some(base) = &base {
            one_schema(directory.schema(), base.schema())?;
        }
        Ok(Self { directory, base, memory: Arc::default() })
    }

    /// The same, with what a keeper remembers of the directory: an old Username is followed to the person who had it, and
    /// an old value in a file without a base is known for one.
    #[must_use]
    pub fn remembering(self, past: Past) -> Self {
        Self { memory: Arc::new(Memory::remembering(past)), ..self }
    }

    /// Who had which Username before.
    pub(super) fn memory(&self) -> &Memory {
        &self.memory
    }

    /// The directory of now.
    pub fn directory(&self) -> &Arc<Directory> {
        &self.directory
    }

    /// The extract that the file was made from.
    pub fn base(&self) -> Option<&Arc<Directory>> {
        self.base.as_ref()
    }

    /// The schema of both.
    pub fn schema(&self) -> &Arc<Schema> {
        self.directory.schema()
    }
}

impl From<Arc<Directory>> for Against {
    fn from(directory: Arc<Directory>) -> Self {
        Self { directory, base: None, memory: Arc::default() }
    }
}

/// Whether columns have the same positions and meanings in both. Most often it is one schema that both hold.
pub(super) fn one_schema(one: &Arc<Schema>, other: &Arc<Schema>) -> Result<(), OtherSchema> {
    if Arc::ptr_eq(one, other) || one == other { Ok(()) } else { Err(OtherSchema) }
}
