//! Storage in PostgreSQL, for one server or many side by side.
//!
//! Writers take turns: each begins by adding one to a row that all of them share, in a SERIALIZABLE transaction. Whoever
//! comes second waits for that row and is then told that it changed (40001); she begins anew, with a new view of the
//! data. So every conflict shows at the first statement, before any work is done, and is settled here, within a bound in
//! time. It needs neither advisory locks nor LISTEN, which distributed engines with PostgreSQL's protocol may lack.
//! Readers see one moment (REPEATABLE READ) and never wait.

#[expect(clippy::duplicate_mod, reason = "one text for both kinds of database")]
#[path = "portable/access.rs"]
mod access;
#[expect(clippy::duplicate_mod, reason = "one text for both kinds of database")]
#[path = "portable/accounts.rs"]
mod accounts;
mod bounded;
mod errors;
mod migrations;
#[expect(clippy::duplicate_mod, reason = "one text for both kinds of database")]
#[path = "portable/numbers.rs"]
mod numbers;
#[expect(clippy::duplicate_mod, reason = "one text for both kinds of database")]
#[path = "portable/past.rs"]
mod past;
#[expect(clippy::duplicate_mod, reason = "one text for both kinds of database")]
#[path = "portable/people.rs"]
mod people;
mod queries;
#[expect(clippy::duplicate_mod, reason = "one text for both kinds of database")]
#[path = "portable/records.rs"]
mod records;
#[expect(clippy::duplicate_mod, reason = "one text for both kinds of database")]
#[path = "portable/revisions.rs"]
mod revisions;
#[expect(clippy::duplicate_mod, reason = "one text for both kinds of database")]
#[path = "portable/settings.rs"]
mod settings;
mod start;
mod writing;

use std::sync::Arc;
use std::time::{Duration, Instant};

use async_trait::async_trait;
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};

use super::commits::Commits;
use super::{ReadUnit, Storage, StorageError, WriteUnit};
use bounded::{Bounded, Manner};
use errors::storage_error;

const WAIT_FOR_CONNECTION: Duration = Duration::from_secs(5);
/// How long a writer waits for her turn, with all her tries.
const WAIT_FOR_TURN: Duration = Duration::from_secs(15);
/// Before she tries again she pauses for up to so many milliseconds, so that those who wait don't all come at once.
const LONGEST_PAUSE: u32 = 20;

/// PostgreSQL ends what takes longer; each is said with the beginning, as a pooler drops what is said when connecting. A
/// server that is gone without a word must not keep the others from writing.
macro_rules! begin {
    ($how:literal) => {
        concat!(
            "BEGIN ISOLATION LEVEL ",
            $how,
            "; SET LOCAL lock_timeout = '10s'; SET LOCAL statement_timeout = '300s';
             SET LOCAL idle_in_transaction_session_timeout = '60s'"
        )
    };
}

const TO_READ: Manner = Manner {
    begin: begin!("REPEATABLE READ, READ ONLY"),
    limit: Duration::from_secs(310),
    beginning: WAIT_FOR_CONNECTION,
    keeps_statements: true,
};
const TO_WRITE: Manner = Manner { begin: begin!("SERIALIZABLE"), ..TO_READ };
/// Taking one's turn: longer than PostgreSQL lets anybody wait for a lock.
const TURN: Duration = Duration::from_secs(12);
/// How long one waits for the answer to whether the database can work.
const LOOK: Duration = Duration::from_secs(4);

/// How one connects to the database that an address names, whatever stands in front of it.
pub fn connect_options(address: &str) -> Result<PgConnectOptions, StorageError> {
    start::options(address).map(|(options, _)| options)
}

/// A PostgreSQL database.
#[derive(Debug)]
pub struct PostgresStorage {
    writers: PgPool,
    readers: PgPool,
    keeps_statements: bool,
    commits: Arc<Commits>,
}

impl PostgresStorage {
    /// Connects to the database that a `postgres://` address names, with at most so many connections, and brings its tables
    /// up to date.
    pub async fn open(address: &str, connections: u32) -> Result<Self, StorageError> {
        let (options, keeps_statements) = start::options(address)?;
        start::prepare(&options).await?;
        let pool = |size| {
            PgPoolOptions::new()
                .max_connections(size)
                .acquire_timeout(WAIT_FOR_CONNECTION)
                .connect_lazy_with(options.clone())
        };
        // One writes and the others wait for their turn, so a third is plenty.
        let (connections, writers) = (connections.max(2), (connections / 3).max(1));
        let (writers, readers) = (pool(writers), pool(connections - writers));
        Ok(Self { writers, readers, keeps_statements, commits: Arc::default() })
    }

    fn manner(&self, manner: Manner) -> Manner {
        Manner { keeps_statements: self.keeps_statements, ..manner }
    }

    async fn looks_well(&self) -> Result<(), StorageError> {
        let mut transaction = Bounded::begin(&self.readers, self.manner(TO_READ)).await.map_err(storage_error)?;
        // Its own transaction only reads, so it is asked how others begin.
        let only_reads: bool = sqlx::query_scalar(
            "SELECT pg_is_in_recovery() OR current_setting('default_transaction_read_only')::boolean",
        )
        .fetch_one(&mut *transaction)
        .await
        .map_err(storage_error)?;
        if only_reads {
            transaction.give_up();
            return Err(StorageError::Unavailable("the database only reads".into()));
        }
        transaction.rollback().await.map_err(storage_error)
    }
}

#[async_trait]
impl Storage for PostgresStorage {
    async fn read(&self) -> Result<Box<dyn ReadUnit>, StorageError> {
        let mut transaction = Bounded::begin(&self.readers, self.manner(TO_READ)).await.map_err(storage_error)?;
        // A transaction fixes its moment when it first reads, so it reads at once.
        sqlx::query("SELECT 1 FROM layouts LIMIT 1").fetch_optional(&mut *transaction).await.map_err(storage_error)?;
        Ok(Box::new(PostgresUnit { transaction, commits: Arc::clone(&self.commits) }))
    }

    async fn write(&self) -> Result<Box<dyn WriteUnit>, StorageError> {
        let begun = Instant::now();
        loop {
            let mut transaction = Bounded::begin(&self.writers, self.manner(TO_WRITE)).await.map_err(storage_error)?;
            let turn = sqlx::query("UPDATE writer SET turn = turn + 1").execute(&mut *transaction);
            let turn = tokio::time::timeout(TURN, turn).await.unwrap_or_else(|_| Err(sqlx::Error::PoolTimedOut));
            match turn {
                Ok(_) => return Ok(Box::new(PostgresUnit { transaction, commits: Arc::clone(&self.commits) })),
                Err(error) if errors::is_refused_for_another(&error) && begun.elapsed() < WAIT_FOR_TURN => {
                    transaction.rollback().await.map_err(storage_error)?;
                    let dice = getrandom::u32().unwrap_or_default();
                    tokio::time::sleep(Duration::from_millis(u64::from(dice % LONGEST_PAUSE))).await;
                }
                Err(error) => return Err(storage_error(error)),
            }
        }
    }

    fn readers(&self) -> u32 {
        self.readers.options().get_max_connections()
    }

    /// PostgreSQL looks after its own files.
    async fn look_for_damage(&self) -> Result<(), StorageError> {
        Ok(())
    }

    async fn ready(&self) -> Result<(), StorageError> {
        self.commits.look()?;
        let looked = tokio::time::timeout(LOOK, self.looks_well()).await;
        looked.unwrap_or_else(|_| Err(StorageError::Unavailable("the database says nothing".into())))
    }

    async fn close(&self) {
        self.readers.close().await;
        self.writers.close().await;
    }
}

/// What the files in `portable` call the two; they are compiled once for each kind of database.
type Unit = PostgresUnit;
type Row = sqlx::postgres::PgRow;

/// One transaction. Dropping it rolls back.
struct PostgresUnit {
    transaction: Bounded,
    commits: Arc<Commits>,
}

impl ReadUnit for PostgresUnit {}

#[async_trait]
impl WriteUnit for PostgresUnit {
    async fn commit(self: Box<Self>) -> Result<(), StorageError> {
        let Self { transaction, commits } = *self;
        let _begun = commits.begin();
        transaction.commit().await.map_err(storage_error)
    }
}
