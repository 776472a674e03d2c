//! What is looked at when a server starts: whether the database is one that Muster can live in, and the one it lived in.

use std::str::FromStr;
use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgConnection};
use sqlx::{ConnectOptions, Connection, Row};

use super::errors::{migration_error, storage_error};
use super::migrations;
use crate::storage::StorageError;

/// One server brings the tables up to date at a time; the number is Muster's own.
const LOCK: i64 = 0x6d75_7374_6572;
/// Bringing the tables up to date may take long on a large directory; nobody waits longer for the database to say something.
const LONGEST: Duration = Duration::from_mins(30);
/// How long a server that just starts waits for the database to let it in.
const CONNECTING: Duration = Duration::from_secs(10);

/// The options to connect with, and whether statements may be kept at the server.
pub(super) fn options(address: &str) -> Result<(PgConnectOptions, bool), StorageError> {
    let (before, query) = address.split_once('?').unwrap_or((address, ""));
    let settings: Vec<(&str, &str)> = query.split('&').filter_map(|part| part.split_once('=')).collect();
    let host = before.split_once("://").map_or("", |(_, rest)| rest.rsplit('@').next().unwrap_or_default());
    let names_several = host.split('/').next().is_some_and(|host| host.contains(','))
        || settings.iter().any(|(name, value)| matches!(*name, "host" | "hostaddr" | "port") && value.contains(','));
    if names_several {
        return Err(unfit(
            "the address names several hosts, which isn't read; put one address in front of them, as HAProxy does",
        ));
    }
    for (name, _) in &settings {
        if matches!(*name, "ssl_mode" | "target_session_attrs" | "connect_timeout" | "keepalives") {
            return Err(unfit(&format!(
                "the address has the setting {name}, which isn't known; TLS is said by sslmode"
            )));
        }
    }
    let options = PgConnectOptions::from_str(address).map_err(|error| {
        unfit(&format!(
            "the address can't be read: {error}. In user and password write / as %2F, # as %23, ? as %3F, @ as %40, : as %3A"
        ))
    })?;
    let keeps = !settings.iter().any(|(name, value)| *name == "statement-cache-capacity" && *value == "0");
    // Poolers refuse what they don't know when one connects; limits are set with each transaction.
    Ok((options.extra_float_digits(None).disable_statement_logging(), keeps))
}

/// Looks at the database, and brings its tables up to date.
pub(super) async fn prepare(options: &PgConnectOptions) -> Result<(), StorageError> {
    let connecting = tokio::time::timeout(CONNECTING, options.connect()).await;
    let connecting = connecting.map_err(|_| StorageError::Unavailable("it lets nobody in".into()))?;
    let mut connection = connecting.map_err(storage_error)?;
    let work = async {
        look(&mut connection).await?;
        migrate(&mut connection).await
    };
    let done = tokio::time::timeout(LONGEST, work).await;
    let done = done.map_err(|_| StorageError::Unavailable("it says nothing".into()))?;
    done?;
    // What is prepared is done; how the connection ends doesn't matter.
    let _ = tokio::time::timeout(CONNECTING, connection.close()).await;
    Ok(())
}

async fn look(connection: &mut PgConnection) -> Result<(), StorageError> {
    let row = sqlx::raw_sql(
        "SELECT current_setting('server_encoding') AS encoding, pg_is_in_recovery()::text AS standby,
                current_setting('transaction_read_only') AS read_only, coalesce(current_schema(), '') AS here,
                coalesce((SELECT min(nspname) FROM pg_namespace WHERE nspname <> coalesce(current_schema(), '')
                    AND 3 = (SELECT count(*) FROM pg_class WHERE relnamespace = pg_namespace.oid
                             AND relname IN ('_sqlx_migrations', 'revisions', 'writer'))), '') AS elsewhere,
                (SELECT count(*) FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
                 WHERE nspname = current_schema() AND relname = '_sqlx_migrations')::text AS tables",
    );
    let row = sqlx::Executor::fetch_one(&mut *connection, row).await.map_err(storage_error)?;
    let said = |name: &str| row.try_get_unchecked::<String, _>(name).map_err(storage_error);
    if said("encoding")? != "UTF8" {
        return Err(unfit(&format!(
            "it is encoded in {}, which lacks most names' letters; make one with ENCODING 'UTF8' TEMPLATE template0",
            said("encoding")?
        )));
    }
    if said("standby")? == "true" || said("standby")? == "t" {
        return Err(unfit("it is a standby, which only reads; Muster needs the primary"));
    }
    if said("read_only")? == "on" {
        return Err(unfit("it is set to read only (default_transaction_read_only)"));
    }
    let (here, elsewhere) = (said("here")?, said("elsewhere")?);
    if !elsewhere.is_empty() && said("tables")? == "0" {
        return Err(unfit(&format!(
            "a directory's tables are in the schema {elsewhere}, and this account would make new ones in the schema \
             {here}; set its search_path to {elsewhere}, or move the tables"
        )));
    }
    Ok(())
}

/// In one transaction, which a pooler leaves on one connection, with a lock that ends with it.
async fn migrate(connection: &mut PgConnection) -> Result<(), StorageError> {
    let mut transaction = connection.begin().await.map_err(storage_error)?;
    // Behind a pooler, statements that somebody else kept may be there under the names that are about to be used.
    sqlx::raw_sql("DEALLOCATE ALL").execute(&mut *transaction).await.map_err(storage_error)?;
    let lock = sqlx::AssertSqlSafe(format!("SELECT pg_advisory_xact_lock({LOCK})"));
    sqlx::raw_sql(lock).execute(&mut *transaction).await.map_err(storage_error)?;
    let mut steps = migrations::all();
    steps.set_locking(false);
    steps.run_direct(None, &mut *transaction, false).await.map_err(migration_error)?;
    sqlx::raw_sql("DEALLOCATE ALL").execute(&mut *transaction).await.map_err(storage_error)?;
    transaction.commit().await.map_err(storage_error)
}

fn unfit(why: &str) -> StorageError {
    StorageError::Unfit(why.to_owned())
}
