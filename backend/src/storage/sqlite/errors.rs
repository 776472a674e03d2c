//! What SQLite's refusals mean for the keeper.

use sqlx::error::DatabaseError;
use sqlx::migrate::MigrateError;

use crate::storage::StorageError;

/// The meaning of an error, constraints by their names.
pub(super) fn storage_error(error: sqlx::Error) -> StorageError {
    if matches!(error, sqlx::Error::PoolTimedOut) {
        return StorageError::Busy(error.into());
    }
    if matches!(error, sqlx::Error::Io(_) | sqlx::Error::PoolClosed | sqlx::Error::WorkerCrashed) {
        return StorageError::Unavailable(error.into());
    }
    let Some(said) = error.as_database_error() else {
        return StorageError::Failed(error.into());
    };
    if said.is_unique_violation()
        && let Some(taken) = taken(said)
    {
        return taken;
    }
    match primary_code(said) {
        // SQLITE_BUSY, SQLITE_LOCKED
        Some(5 | 6) => StorageError::Busy(error.into()),
        // SQLITE_FULL
        Some(13) => StorageError::NoRoom(error.into()),
        // SQLITE_READONLY, SQLITE_IOERR, SQLITE_CANTOPEN
        Some(8 | 10 | 14) => StorageError::Unavailable(error.into()),
        // SQLITE_CORRUPT, SQLITE_NOTADB
        Some(11 | 26) => StorageError::Corrupt("the file is damaged or isn't a database".to_owned()),
        _ => StorageError::Failed(error.into()),
    }
}

/// The meaning of an error while the tables are brought up to date.
pub(super) fn migration_error(error: MigrateError) -> StorageError {
    match error {
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => storage_error(error),
        MigrateError::VersionMissing(_) | MigrateError::VersionMismatch(_) | MigrateError::VersionTooNew(..) => {
            StorageError::Corrupt(format!("the tables are not of this program's version: {error}"))
        }
        other => StorageError::Failed(other.into()),
    }
}

fn taken(said: &dyn DatabaseError) -> Option<StorageError> {
    let message = said.message();
    let named = |column: &str| message.ends_with(column);
    if named("people.username_form") {
        Some(StorageError::UsernameTaken)
    } else if named("people.employee_id") {
        Some(StorageError::EmployeeIdTaken)
    } else if named("admins.email_form") {
        Some(StorageError::AdminTaken)
    } else {
        None
    }
}

/// SQLite's extended codes carry the primary code in their lowest byte.
fn primary_code(said: &dyn DatabaseError) -> Option<u32> {
    said.code()?.parse::<u32>().ok().map(|code| code & 0xff)
}
