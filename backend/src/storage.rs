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
mod error;
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

pub use error::{Cause, StorageError};

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

/// Opens the database that an address names: `sqlite://FILE` or `postgres://…`. Its tables are brought up to date. A server
/// for databases gets at most so many connections.
pub async fn open(address: &str, connections: u32) -> Result<Arc<dyn Storage>, StorageError> {
    match address.split(':').next() {
        Some("sqlite") => Ok(Arc::new(sqlite::SqliteStorage::open(address).await?)),
        Some("postgres" | "postgresql") => Ok(Arc::new(postgres::PostgresStorage::open(address, connections).await?)),
        _ => Err(StorageError::Unknown),
    }
}
