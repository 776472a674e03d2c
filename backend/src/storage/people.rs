//! Storage of people: each one a CSV line, beside what must be unique.

use async_trait::async_trait;

use super::StorageError;

/// Names a person for ever; never shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonId(pub i64);

impl PersonId {
    /// Before every person.
    pub const BEFORE_ALL: Self = Self(0);
}

/// Names the list of headers that a record's cells belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LayoutId(pub i64);

/// A list of headers, and its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// Its name.
    pub id: LayoutId,
    /// The header of each cell, in order.
    pub headers: Vec<String>,
}

/// A person as stored.
#[derive(Clone, PartialEq, Eq)]
pub struct StoredPerson {
    /// Who.
    pub id: PersonId,
    /// The revision at which she came.
    pub created: u64,
    /// The revision at which she last changed.
    pub revision: u64,
    /// The revision that deleted her, if she isn't there any more.
    pub gone: Option<u64>,
    /// What the cells of the record are.
    pub layout: LayoutId,
    /// Her cells as one CSV line, without a line end.
    pub record: String,
}

/// Many people at once, as the lines of an extract with every column.
#[derive(Clone, PartialEq, Eq)]
pub struct Lines {
    /// Who, in order.
    pub people: Vec<PersonId>,
    /// For each one the record, a comma and the revision, with a line feed between people.
    pub text: String,
}

/// What must be unique of a person.
#[derive(Clone, PartialEq, Eq)]
pub struct PersonKeys {
    /// Her username as typed.
    pub username: String,
    /// The form in which usernames are compared.
    pub username_form: String,
    /// Her employee id, if she has one.
    pub employee_id: Option<String>,
}

/// A person to be added.
#[derive(Clone, PartialEq, Eq)]
pub struct NewPerson {
    /// What must be unique.
    pub keys: PersonKeys,
    /// Her cells as one CSV line, without a line end.
    pub record: String,
}

/// A person to be rewritten.
#[derive(Clone, PartialEq, Eq)]
pub struct PersonUpdate {
    /// Who.
    pub id: PersonId,
    /// Her keys, where one of them changes; `None` spares the database its indexes.
    pub keys: Option<PersonKeys>,
    /// Her cells as one CSV line, without a line end.
    pub record: String,
}

/// One cell that changed.
#[derive(Clone, PartialEq, Eq)]
pub struct CellChange {
    /// Whose cell.
    pub person: PersonId,
    /// Which column.
    pub header: String,
    /// What it held before.
    pub old: String,
    /// What it holds now.
    pub new: String,
}

/// What a cell held before the first of some changes.
#[derive(Clone, PartialEq, Eq)]
pub struct CellBefore {
    /// Whose cell.
    pub person: PersonId,
    /// Which column.
    pub header: String,
    /// What it held.
    pub old: String,
}

/// Reading people.
#[async_trait]
pub trait ReadPeople {
    /// How many people there were at a revision.
    async fn count_people_at(&mut self, revision: u64) -> Result<u64, StorageError>;

    /// The next people after `after`, in the order in which they came, at most `limit`, with those who are gone.
    async fn people_after(&mut self, after: PersonId, limit: u32) -> Result<Vec<StoredPerson>, StorageError>;

    /// The next people who are there as lines, at most `limit`, or `None` where a record among them has another layout than `layout`.
    async fn lines_after(
        &mut self,
        after: PersonId,
        limit: u32,
        layout: LayoutId,
    ) -> Result<Option<Lines>, StorageError>;

    /// These people, whether or not they are there, in the order of their ids.
    async fn people_by_id(&mut self, people: &[PersonId]) -> Result<Vec<StoredPerson>, StorageError>;

    /// The person who is there with a username, in its comparison form.
    async fn person_by_username(&mut self, username_form: &str) -> Result<Option<StoredPerson>, StorageError>;

    /// Who had come by a revision, and wasn't there at it.
    async fn absent_at(&mut self, revision: u64) -> Result<Vec<PersonId>, StorageError>;

    /// Every layout.
    async fn layouts(&mut self) -> Result<Vec<Layout>, StorageError>;

    /// What each cell that changed after `revision` held at `revision`; nothing of people who came later.
    async fn cells_before_changes_since(&mut self, revision: u64) -> Result<Vec<CellBefore>, StorageError>;

    /// For each person who changed after `revision` and was there: when she had last changed, as of `revision`.
    async fn last_changes_until(&mut self, revision: u64) -> Result<Vec<(PersonId, u64)>, StorageError>;
}

/// Writing people.
#[async_trait]
pub trait WritePeople {
    /// The layout with these headers, added if it is new.
    async fn layout_from_headers(&mut self, headers: &[String]) -> Result<LayoutId, StorageError>;

    /// Adds people, in order, and for each the change that says that she came, under the header of usernames.
    async fn create_people(
        &mut self,
        revision: u64,
        layout: LayoutId,
        username_header: &str,
        people: &[NewPerson],
    ) -> Result<(), StorageError>;

    /// Rewrites people. Usernames and employee ids may go round among them in any order.
    async fn update_people(
        &mut self,
        revision: u64,
        layout: LayoutId,
        people: &[PersonUpdate],
    ) -> Result<(), StorageError>;

    /// Deletes people: they are not there from this revision on, and their keys are free. Their records stay.
    async fn delete_people(&mut self, revision: u64, people: &[PersonId]) -> Result<(), StorageError>;

    /// Brings deleted people back, with their keys, which each of them names.
    async fn bring_people_back(
        &mut self,
        revision: u64,
        layout: LayoutId,
        people: &[PersonUpdate],
    ) -> Result<(), StorageError>;

    /// Adds the cells that changed, in order, after those that the revision has.
    async fn add_changes(&mut self, revision: u64, changes: &[CellChange]) -> Result<(), StorageError>;
}
