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
mod errors;
mod migrations;
#[expect(clippy::duplicate_mod, reason = "one text for both kinds of database")]
#[path = "portable/numbers.rs"]
mod numbers;
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
mod writing;

use std::str::FromStr;
use std::time::{Duration, Instant};

use async_trait::async_trait;
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::{ConnectOptions, Postgres, Transaction};

use super::{ReadUnit, Storage, StorageError, WriteUnit};
use errors::storage_error;

const READERS: u32 = 8;
const WRITERS: u32 = 4;
const WAIT_FOR_CONNECTION: Duration = Duration::from_secs(5);
/// How long a writer waits for her turn, with all her tries.
const WAIT_FOR_TURN: Duration = Duration::from_secs(15);
/// Before she tries again she pauses for up to so many milliseconds, so that those who wait don't all come at once.
const LONGEST_PAUSE: u32 = 20;

/// A PostgreSQL database.
#[derive(Debug)]
pub struct PostgresStorage {
    writers: PgPool,
    readers: PgPool,
}

impl PostgresStorage {
    /// Connects to the database that a `postgres://` address names, and brings its tables up to date.
    pub async fn open(address: &str) -> Result<Self, StorageError> {
        let options =
            PgConnectOptions::from_str(address).map_err(storage_error)?.disable_statement_logging().options([
                // A server that is gone without a word must not keep the others from writing.
                ("idle_in_transaction_session_timeout", "60s"),
                ("lock_timeout", "10s"),
                ("statement_timeout", "300s"),
            ]);
        let pool = |size| {
            PgPoolOptions::new()
                .max_connections(size)
                .acquire_timeout(WAIT_FOR_CONNECTION)
                .connect_with(options.clone())
        };
        let writers = pool(WRITERS).await.map_err(storage_error)?;
        migrations::all().run(&writers).await.map_err(errors::migration_error)?;
        let readers = pool(READERS).await.map_err(storage_error)?;
        Ok(Self { writers, readers })
    }
}

#[async_trait]
impl Storage for PostgresStorage {
    async fn read(&self) -> Result<Box<dyn ReadUnit>, StorageError> {
        let begin = "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY";
        let mut transaction = self.readers.begin_with(begin).await.map_err(storage_error)?;
        // A transaction fixes its moment when it first reads, so it reads at once.
        sqlx::query("SELECT 1 FROM layouts LIMIT 1").fetch_optional(&mut *transaction).await.map_err(storage_error)?;
        Ok(Box::new(PostgresUnit { transaction }))
    }

    async fn write(&self) -> Result<Box<dyn WriteUnit>, StorageError> {
        let begun = Instant::now();
        loop {
            let begin = "BEGIN ISOLATION LEVEL SERIALIZABLE";
            let mut transaction = self.writers.begin_with(begin).await.map_err(storage_error)?;
            let turn = sqlx::query("UPDATE writer SET turn = turn + 1").execute(&mut *transaction).await;
            match turn {
                Ok(_) => return Ok(Box::new(PostgresUnit { transaction })),
                Err(error) if errors::is_refused_for_another(&error) && begun.elapsed() < WAIT_FOR_TURN => {
                    transaction.rollback().await.map_err(storage_error)?;
                    let dice = getrandom::u32().unwrap_or_default();
                    tokio::time::sleep(Duration::from_millis(u64::from(dice % LONGEST_PAUSE))).await;
                }
                Err(error) => return Err(storage_error(error)),
            }
        }
    }

    async fn close(&self) {
        self.readers.close().await;
        self.writers.close().await;
    }
}

/// What the files in `portable` call the two; they are compiled once for each kind of database.
type Unit = PostgresUnit;
type Row = sqlx::postgres::PgRow;

/// One transaction. Dropping it rolls back, which is what sqlx does with a transaction that wasn't committed.
struct PostgresUnit {
    transaction: Transaction<'static, Postgres>,
}

impl ReadUnit for PostgresUnit {}

#[async_trait]
impl WriteUnit for PostgresUnit {
    async fn commit(self: Box<Self>) -> Result<(), StorageError> {
        self.transaction.commit().await.map_err(storage_error)
    }
}
