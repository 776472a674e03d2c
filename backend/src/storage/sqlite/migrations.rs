//! The steps that bring a SQLite file's tables up to date; each runs once, in order, and never changes afterwards.

use sqlx::SqlSafeStr;
use sqlx::migrate::{Migration, MigrationType, Migrator};

/// Every step. The files have the same numbers and names for every kind of database.
const STEPS: [(i64, &str, &str); 9] = [
    (1, "directory", include_str!("../../../migrations/sqlite/0001_directory.sql")),
    (2, "accounts", include_str!("../../../migrations/sqlite/0002_accounts.sql")),
    (10, "taking_back", include_str!("../../../migrations/sqlite/0010_taking_back.sql")),
    (20, "access", include_str!("../../../migrations/sqlite/0020_access.sql")),
    (21, "settings", include_str!("../../../migrations/sqlite/0021_settings.sql")),
    (22, "fewer_checks", include_str!("../../../migrations/sqlite/0022_fewer_checks.sql")),
    (23, "lines_in_place", include_str!("../../../migrations/sqlite/0023_lines_in_place.sql")),
    (30, "identities", include_str!("../../../migrations/sqlite/0030_identities.sql")),
    (40, "points", include_str!("../../../migrations/sqlite/0040_points.sql")),
];

/// The steps as sqlx runs them.
pub(super) fn all() -> Migrator {
    let migrations = STEPS.into_iter().map(|(number, name, sql)| {
        Migration::new(number, name.into(), MigrationType::Simple, sql.into_sql_str(), false)
    });
    Migrator::with_migrations(migrations.collect())
}
