//! Storage of revisions: what changed when, by whom, and from which file.

use async_trait::async_trait;
use jiff::Timestamp;
use shared::facts::MARK_DIGITS;

use super::StorageError;
use super::people::PersonId;

/// A point in the directory's history: a revision by its number, and by what no other revision ever has.
///
/// A failover that lost the newest revisions, or a copy put back under a running server, lets their numbers be given again.
/// Whoever keeps something of a revision keeps it by its point; everything before a point is fixed by it, too.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Point {
    /// The revision's number; 0 before the first.
    pub number: u64,
    /// 32 hexadecimal digits at random; nothing before the first revision.
    pub identity: String,
}

impl Point {
    /// Before the first revision.
    pub fn start() -> Self {
        Self { number: 0, identity: String::new() }
    }

    /// The beginning of the identity, which the name of an extract carries.
    pub fn mark(&self) -> &str {
        self.identity.get(..MARK_DIGITS).unwrap_or_default()
    }
}

/// One step of the directory's history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// Its number; the first is 1.
    pub number: u64,
    /// What no other revision ever has: 32 hexadecimal digits at random.
    pub identity: String,
    /// When. Order follows the number, never the time.
    pub at: Timestamp,
    /// Who did it.
    pub actor: Actor,
    /// What made it.
    pub kind: RevisionKind,
    /// What the admin wrote about it.
    pub note: Option<String>,
    /// The digest of the plan that was applied.
    pub digest: String,
    /// How much it changed.
    pub counts: RevisionCounts,
    /// The file it came from.
    pub file: Option<FileFacts>,
    /// The revision that an undo takes back, or that a restore goes back to.
    pub about: Option<u64>,
    /// The revision that took this one back.
    pub undone_by: Option<u64>,
}

/// Who made a revision, as she was called then.
#[derive(Clone, PartialEq, Eq)]
pub struct Actor {
    /// Her e-mail address.
    pub email: String,
    /// Her name.
    pub name: String,
}

impl std::fmt::Debug for Actor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Actor(…)")
    }
}

/// What made a revision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RevisionKind {
    /// The directory's first people, given at the start of the server.
    Seed,
    /// A file.
    Import,
    /// One person's page.
    Edit,
    /// An earlier revision taken back.
    Undo,
    /// An earlier state put back.
    Restore,
}

impl RevisionKind {
    const ALL: [Self; 5] = [Self::Seed, Self::Import, Self::Edit, Self::Undo, Self::Restore];

    /// The word in storage and in the API.
    pub fn word(self) -> &'static str {
        match self {
            Self::Seed => "seed",
            Self::Import => "import",
            Self::Edit => "edit",
            Self::Undo => "undo",
            Self::Restore => "restore",
        }
    }

    /// The kind with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// How much a revision changed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RevisionCounts {
    /// People who came.
    pub created: u64,
    /// People who were there, changed, and kept their username.
    pub updated: u64,
    /// People whose username changed.
    pub renamed: u64,
    /// Cells of people who were there.
    pub cells: u64,
    /// People who were deleted.
    pub deleted: u64,
}

/// What is known of a stored file without reading it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileFacts {
    /// Its name, as the admin's computer had it.
    pub name: String,
    /// Its size as sent.
    pub bytes: u64,
    /// The SHA-256 hash of its bytes, in hexadecimal.
    pub sha256: String,
}

/// A file, compressed with zstd.
#[derive(Clone, PartialEq, Eq)]
pub struct StoredFile {
    /// What it is.
    pub facts: FileFacts,
    /// Its compressed bytes.
    pub compressed: Vec<u8>,
}

/// One changed cell, with its person by name.
#[derive(Clone, PartialEq, Eq)]
pub struct NamedChange {
    /// Its place among the revision's changes.
    pub position: u64,
    /// The person's username as of now.
    pub username: String,
    /// The column.
    pub header: String,
    /// What the cell held; `None` where the person came.
    pub old: Option<String>,
    /// What it holds after the revision.
    pub new: String,
}

/// One changed cell, with its person by id.
#[derive(Clone, PartialEq, Eq)]
pub struct PastChange {
    /// Whose cell.
    pub person: PersonId,
    /// The revision that changed it.
    pub revision: u64,
    /// The column.
    pub header: String,
    /// What the cell held; `None` where the person came.
    pub old: Option<String>,
    /// What it was given; nothing, under the header of usernames, where the person was deleted.
    pub new: String,
}

/// A cell that isn't what it was at an earlier revision.
#[derive(Clone, PartialEq, Eq)]
pub struct MovedCell {
    /// The person's username as of now.
    pub username: String,
    /// The column.
    pub header: String,
    /// What it held then; `None` where the person wasn't there.
    pub then: Option<String>,
    /// What it holds now.
    pub now: String,
}

/// Reading history.
#[async_trait]
pub trait ReadRevisions {
    /// The number of the newest revision; 0 before the first.
    async fn current_revision(&mut self) -> Result<u64, StorageError>;

    /// The newest revision; [`Point::start`] before the first.
    async fn current_point(&mut self) -> Result<Point, StorageError>;

    /// The revision that has a number now; [`Point::start`] for 0.
    async fn point(&mut self, number: u64) -> Result<Option<Point>, StorageError>;

    /// One revision.
    async fn revision(&mut self, number: u64) -> Result<Option<Revision>, StorageError>;

    /// Revisions with a smaller number than `before`, newest first.
    async fn revisions_before(&mut self, before: u64, limit: u32) -> Result<Vec<Revision>, StorageError>;

    /// The changes of a revision after a position, in order.
    async fn changes_of(
        &mut self,
        number: u64,
        after: Option<u64>,
        limit: u32,
    ) -> Result<Vec<NamedChange>, StorageError>;

    /// All changes of a revision, person by person.
    async fn deeds_of(&mut self, number: u64) -> Result<Vec<PastChange>, StorageError>;

    /// Who changed after a revision.
    async fn people_changed_since(&mut self, number: u64) -> Result<Vec<PersonId>, StorageError>;

    /// What became of a person in the newest `limit` revisions before `before` that touched her, newest first.
    async fn changes_of_person(
        &mut self,
        person: PersonId,
        before: u64,
        limit: u32,
    ) -> Result<Vec<PastChange>, StorageError>;

    /// The file that a revision came from.
    async fn file_of(&mut self, number: u64) -> Result<Option<StoredFile>, StorageError>;

    /// The cells whose value now is another than at `since`, at most `limit`, and how many there are in all.
    async fn cells_moved_since(&mut self, since: u64, limit: u32) -> Result<(Vec<MovedCell>, u64), StorageError>;
}

/// Writing history.
#[async_trait]
pub trait WriteRevisions {
    /// Adds a revision, without its file.
    async fn add_revision(&mut self, revision: &Revision) -> Result<(), StorageError>;

    /// Notes which revision took one back.
    async fn mark_undone(&mut self, number: u64, by: u64) -> Result<(), StorageError>;

    /// Keeps the file that a revision came from.
    async fn add_file(&mut self, number: u64, file: &StoredFile) -> Result<(), StorageError>;
}
