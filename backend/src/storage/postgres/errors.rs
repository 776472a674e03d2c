//! What PostgreSQL's refusals mean for the keeper, by their SQLSTATE (PostgreSQL's documentation, appendix A).

use sqlx::migrate::MigrateError;

use crate::storage::StorageError;

/// The meaning of an error, constraints by their names.
pub(super) fn storage_error(error: sqlx::Error) -> StorageError {
    if matches!(error, sqlx::Error::PoolTimedOut) {
        return StorageError::Busy(error.into());
    }
    let out_of_reach = matches!(
        error,
        sqlx::Error::Io(_)
            | sqlx::Error::Tls(_)
            | sqlx::Error::Protocol(_)
            | sqlx::Error::PoolClosed
            | sqlx::Error::WorkerCrashed
    );
    if out_of_reach {
        return StorageError::Unavailable(error.into());
    }
    let Some(said) = error.as_database_error() else {
        return StorageError::Failed(error.into());
    };
    match said.constraint() {
        Some("people_username_form_key") => return StorageError::UsernameTaken,
        Some("people_employee_id_key") => return StorageError::EmployeeIdTaken,
        Some("admins_email_form_key") => return StorageError::AdminTaken,
        _ => {}
    }
    let code = said.code().unwrap_or_default().into_owned();
    if let Some(why) = of_a_pooler(&code, said.message()) {
        return StorageError::Unfit(why.to_owned());
    }
    match (code.as_str(), code.get(..2).unwrap_or_default()) {
        // lock_not_available, query_canceled (by a time-out), serialization_failure, deadlock_detected
        ("55P03" | "57014" | "40001" | "40P01", _) => StorageError::Busy(error.into()),
        // disk_full
        ("53100", _) => StorageError::NoRoom(error.into()),
        // data_corrupted, index_corrupted
        ("XX001" | "XX002", _) => StorageError::Corrupt("the database says that its files are damaged".to_owned()),
        // Connection exceptions; insufficient resources, as a full disk; shutting down or starting up; read-only, as
        // a standby is; idle for too long in a transaction.
        ("25006" | "25P03", _) | (_, "08" | "53" | "57" | "58") => StorageError::Unavailable(error.into()),
        _ => StorageError::Failed(error.into()),
    }
}

/// What a pooler between Muster and PostgreSQL must be told.
fn of_a_pooler(code: &str, message: &str) -> Option<&'static str> {
    match code {
        "08P01" if message.contains("startup parameter") => Some(
            "a pooler, such as PgBouncer, refuses a setting of the connection; write into pgbouncer.ini: \
             ignore_startup_parameters = extra_float_digits,options",
        ),
        "42P05" | "26000" => Some(
            "a pooler, such as PgBouncer, mixes up prepared statements; add ?statement-cache-capacity=0 to the address, or use \
             PgBouncer 1.21 or later with max_prepared_statements = 200, or pool_mode = session",
        ),
        _ if message.contains("transaction blocks not allowed in statement pooling mode") => Some(
            "PgBouncer pools by statement, which allows no transactions; write into pgbouncer.ini: pool_mode = transaction",
        ),
        _ => None,
    }
}

/// Whether a transaction was refused in favour of another one, so that it's worth trying again from its beginning.
pub(super) fn is_refused_for_another(error: &sqlx::Error) -> bool {
    let Some(said) = error.as_database_error() else { return false };
    said.code().is_some_and(|code| matches!(&*code, "40001" | "40P01"))
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
