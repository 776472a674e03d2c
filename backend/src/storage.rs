//! What the keeper asks of a database, and nothing of how a database does it.
//!
//! A caller opens a unit of work: [`Storage::read`] sees one moment of the data, however long it reads;
//! [`Storage::write`] is the only writer until it is committed. Dropping a unit rolls it back, so nothing can be left
//! half done by an early return. What isn't found is `None`; an `Err` means that the database couldn't do its work, or
//! that a constraint with a name said no.
//!
//! The parts of a unit are one trait per subject, each with its types: [`people`], [`revisions`], [`accounts`],
//! [`past`], [`access`], [`settings`], [`records`]. Every implementation passes the suite in `contract`. What both kinds of
//! database understand is written once, in `portable`, and compiled for each of them.
//!
//! After an `Err` a unit is good for nothing but to be dropped: PostgreSQL does nothing more in a transaction that failed.

pub mod access;
pub mod accounts;
mod commits;
#[cfg(test)]
mod contract;
pub mod failpoints;
pub mod past;
pub mod people;
pub mod postgres;
pub mod records;
pub mod revisions;
pub mod settings;
pub mod sqlite;

use std::sync::Arc;

use async_trait::async_trait;

use access::{ReadAccess, WriteAccess};
use accounts::{ReadAccounts, WriteAccounts};
use past::ReadPast;
use people::{ReadPeople, WritePeople};
use records::{ReadRecords, WriteRecords};
use revisions::{ReadRevisions, WriteRevisions};
use settings::{ReadSettings, WriteSettings};

/// A database.
#[async_trait]
pub trait Storage: Send + Sync {
    /// Begins to read; what is read belongs to one moment.
    async fn read(&self) -> Result<Box<dyn ReadUnit>, StorageError>;

    /// Begins to write; waits, within bounds, until no one else writes.
    async fn write(&self) -> Result<Box<dyn WriteUnit>, StorageError>;

    /// Whether it can be read and written now.
    async fn ready(&self) -> Result<(), StorageError>;

    /// Looks through everything for damage, where that is this program's to do: it may take a while.
    async fn look_for_damage(&self) -> Result<(), StorageError>;

    /// How many units of work can read at once.
    fn readers(&self) -> u32;

    /// Ends every connection, after the units of work that are open.
    async fn close(&self);
}

/// One moment of the data.
pub trait ReadUnit:
    ReadPeople + ReadRevisions + ReadPast + ReadAccounts + ReadAccess + ReadSettings + ReadRecords + Send
{
}

/// Changes that come true together, at [`WriteUnit::commit`], or not at all.
#[async_trait]
pub trait WriteUnit:
    ReadUnit + WritePeople + WriteRevisions + WriteAccounts + WriteAccess + WriteSettings + WriteRecords
{
    /// Makes every change of this unit durable. Once this returns `Ok`, no crash takes it back.
    async fn commit(self: Box<Self>) -> Result<(), StorageError>;
}

/// Why storage couldn't do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum StorageError {
    /// Someone else writes, or every connection is in use, for longer than we wait. Nothing was changed.
    #[error("the database is busy")]
    Busy(#[source] Cause),
    /// The database can't be reached or written: disk full, read-only, broken connection.
    #[error("the database can't be reached or written")]
    Unavailable(#[source] Cause),
    /// There is no room left where the database is kept. Nothing was changed.
    #[error("there is no room left where the database is kept")]
    NoRoom(#[source] Cause),
    /// The database, or what stands in front of it, isn't as Muster needs it: what, and what to do.
    #[error("the database can't be used as it is: {0}")]
    Unfit(String),
    /// Two people would have one username.
    #[error("two people would have one username")]
    UsernameTaken,
    /// Two people would have one employee id.
    #[error("two people would have one employee id")]
    EmployeeIdTaken,
    /// Two admins would have one e-mail address.
    #[error("two admins would have one e-mail address")]
    AdminTaken,
    /// The data isn't what this program wrote.
    #[error("the stored data can't be understood: {0}")]
    Corrupt(String),
    /// The address isn't one of a kind of database that this program knows.
    #[error("the address isn't that of a database that Muster knows; use sqlite://FILE or postgres://…")]
    Unknown,
    /// Anything else the database says.
    #[error("the database failed")]
    Failed(#[source] Cause),
}

/// What the database itself said.
pub type Cause = Box<dyn std::error::Error + Send + Sync>;

/// Opens the database that an address names: `sqlite://FILE` or `postgres://…`. Its tables are brought up to date. A server
/// for databases gets at most so many connections.
pub async fn open(address: &str, connections: u32) -> Result<Arc<dyn Storage>, StorageError> {
    match address.split(':').next() {
        Some("sqlite") => Ok(Arc::new(sqlite::SqliteStorage::open(address).await?)),
        Some("postgres" | "postgresql") => Ok(Arc::new(postgres::PostgresStorage::open(address, connections).await?)),
        _ => Err(StorageError::Unknown),
    }
}
