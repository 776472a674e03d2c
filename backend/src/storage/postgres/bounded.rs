//! One transaction on a connection, in which nothing is waited for without end.
//!
//! PostgreSQL's own time limits say nothing when the machine, or the network to it, is gone without a word: a read from such
//! a connection never returns, and the driver has no limit of its own. So each statement has one here. A connection that
//! exceeded it, or that can't be what a connection must be (one to a standby, after a failover), isn't given back: its place
//! in the pool is free at once.
//!
//! The limits on PostgreSQL's side are set with `BEGIN`, not when connecting: a pooler in between refuses or drops those.

use std::time::Duration;

use futures_util::future::BoxFuture;
use futures_util::stream::{self, BoxStream, StreamExt};
use sqlx::pool::PoolConnection;
use sqlx::postgres::{PgPool, PgQueryResult, PgRow, PgStatement, PgTypeInfo};
use sqlx::{Either, Error, Execute, Executor, Postgres, SqlStr};
use tokio::time::{Instant, timeout, timeout_at};

/// Rolling back what was dropped gets this long; then the connection itself is dropped.
const ROLLING_BACK: Duration = Duration::from_secs(5);

/// How transactions begin, and how long one waits for each of their statements.
#[derive(Debug, Clone, Copy)]
pub(super) struct Manner {
    pub(super) begin: &'static str,
    /// Longer than PostgreSQL's own limits, which say more about what was wrong.
    pub(super) limit: Duration,
    /// How long one waits for the beginning itself: a pooler lets one in before it has a connection.
    pub(super) beginning: Duration,
    /// Whether statements are kept at the server under names. Some poolers mix up whose they are.
    pub(super) keeps_statements: bool,
}

/// A transaction. Dropped, it is rolled back.
pub(super) struct Bounded(Inner);

/// What statements are given to.
#[derive(Debug)]
pub(super) struct Inner {
    connection: Option<PoolConnection<Postgres>>,
    manner: Manner,
    is_open: bool,
    is_unfit: bool,
}

impl std::ops::Deref for Bounded {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl std::ops::DerefMut for Bounded {
    fn deref_mut(&mut self) -> &mut Inner {
        &mut self.0
    }
}

impl Bounded {
    /// Begins one.
    pub(super) async fn begin(pool: &PgPool, manner: Manner) -> Result<Self, Error> {
        let connection = Some(pool.acquire().await?);
        let mut begun = Self(Inner { connection, manner, is_open: true, is_unfit: false });
        begun.0.limited(manner.beginning, manner.begin).await?;
        Ok(begun)
    }

    /// Makes it durable.
    pub(super) async fn commit(mut self) -> Result<(), Error> {
        self.0.limited(self.0.manner.limit, "COMMIT").await?;
        self.0.is_open = false;
        Ok(())
    }

    /// Ends it with its connection, which leads to a database that only reads.
    pub(super) fn give_up(mut self) {
        self.0.is_unfit = true;
    }

    /// Ends it without a trace.
    pub(super) async fn rollback(mut self) -> Result<(), Error> {
        self.0.limited(ROLLING_BACK, "ROLLBACK").await?;
        self.0.is_open = false;
        Ok(())
    }
}

impl Inner {
    /// One or several statements without parameters.
    async fn limited(&mut self, limit: Duration, sql: &'static str) -> Result<(), Error> {
        let whole = self.manner.limit;
        self.manner.limit = limit;
        let done = sqlx::raw_sql(sql).execute(&mut *self).await;
        self.manner.limit = whole;
        done.map(drop)
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        let Some(mut connection) = self.connection.take() else { return };
        if !self.is_open && !self.is_unfit {
            return;
        }
        let runtime = tokio::runtime::Handle::try_current();
        match runtime {
            Ok(runtime) if !self.is_unfit => {
                runtime.spawn(async move {
                    let rolled_back = sqlx::raw_sql("ROLLBACK").execute(&mut *connection);
                    if !matches!(timeout(ROLLING_BACK, rolled_back).await, Ok(Ok(_))) {
                        drop(connection.detach());
                    }
                });
            }
            // Closed without a word: the place in the pool is free, and PostgreSQL rolls back what it had.
            _ => drop(connection.detach()),
        }
    }
}

/// A statement that is kept at the server only where that is wanted.
struct Kept<E>(E, bool);

impl<'q, E: Execute<'q, Postgres>> Execute<'q, Postgres> for Kept<E> {
    fn sql(self) -> SqlStr {
        self.0.sql()
    }

    fn statement(&self) -> Option<&PgStatement> {
        self.0.statement()
    }

    fn take_arguments(&mut self) -> Result<Option<sqlx::postgres::PgArguments>, sqlx::error::BoxDynError> {
        self.0.take_arguments()
    }

    fn persistent(&self) -> bool {
        self.1 && self.0.persistent()
    }
}

impl<'c> Executor<'c> for &'c mut Inner {
    type Database = Postgres;

    fn fetch_many<'e, 'q, E>(self, query: E) -> BoxStream<'e, Result<Either<PgQueryResult, PgRow>, Error>>
    where
        'q: 'e,
        'c: 'e,
        E: 'q + Execute<'q, Postgres>,
    {
        let Inner { connection, manner, is_unfit, .. } = self;
        let Some(connection) = connection else { return stream::iter([Err(Error::PoolClosed)]).boxed() };
        let ends = Instant::now() + manner.limit;
        let rows = (&mut **connection).fetch_many(Kept(query, manner.keeps_statements));
        stream::unfold((rows, is_unfit, false), move |(mut rows, is_unfit, at_end)| async move {
            if at_end {
                return None;
            }
            let next = timeout_at(ends, rows.next()).await.unwrap_or_else(|_| Some(Err(silent())));
            let next = next?;
            let failed = next.as_ref().err().is_some_and(|error| {
                *is_unfit |= is_fatal(error);
                true
            });
            Some((next, (rows, is_unfit, failed)))
        })
        .boxed()
    }

    fn fetch_optional<'e, 'q, E>(self, query: E) -> BoxFuture<'e, Result<Option<PgRow>, Error>>
    where
        'q: 'e,
        'c: 'e,
        E: 'q + Execute<'q, Postgres>,
    {
        let Inner { connection, manner, is_unfit, .. } = self;
        Box::pin(async move {
            let connection = connection.as_mut().ok_or(Error::PoolClosed)?;
            let row = (&mut **connection).fetch_optional(Kept(query, manner.keeps_statements));
            let row = timeout(manner.limit, row).await.unwrap_or_else(|_| Err(silent()));
            row.inspect_err(|error| *is_unfit |= is_fatal(error))
        })
    }

    fn prepare_with<'e>(self, sql: SqlStr, parameters: &'e [PgTypeInfo]) -> BoxFuture<'e, Result<PgStatement, Error>>
    where
        'c: 'e,
    {
        let Inner { connection, manner, .. } = self;
        Box::pin(async move {
            let connection = connection.as_mut().ok_or(Error::PoolClosed)?;
            let prepared = (&mut **connection).prepare_with(sql, parameters);
            timeout(manner.limit, prepared).await.unwrap_or_else(|_| Err(silent()))
        })
    }
}

fn silent() -> Error {
    Error::Io(std::io::Error::new(std::io::ErrorKind::TimedOut, "the database said nothing for too long"))
}

/// Whether a connection is good for nothing after this: it is gone or silent, or leads to a database that only reads.
fn is_fatal(error: &Error) -> bool {
    let Some(said) = error.as_database_error() else { return !matches!(error, Error::RowNotFound) };
    said.code()
        .is_some_and(|code| matches!(&*code, "25006" | "25P03" | "57P01" | "57P02" | "57P03" | "26000" | "42P05"))
}
