//! Fills a new SQLite file from PostgreSQL: the way of a backup.

use futures_util::TryStreamExt;
use sqlx::postgres::PgConnection;
use sqlx::sqlite::{SqliteArguments, SqliteConnection};
use sqlx::{Arguments, AssertSqlSafe, Connection};

use super::copying::{self, BYTES, Cell};
use super::tables::{self, Table};
use super::{Copied, MigrateError};
use crate::storage::failpoints;

/// So many rows are written in one statement; with the widest table that is well below what SQLite binds at once.
const ROWS: usize = 400;

/// Copies every table as one moment of the source has it, and holds each against its copy.
pub(super) async fn fill(
    source: &mut PgConnection,
    target: &mut SqliteConnection,
) -> Result<Vec<Copied>, MigrateError> {
    let mut reading = source.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY").await?;
    let mut writing = target.begin_with("BEGIN IMMEDIATE").await?;
    // Rows may refer to later ones of their own table, so references are looked at when everything is there.
    sqlx::query("PRAGMA defer_foreign_keys = ON").execute(&mut *writing).await?;
    let tables = tables::in_order(&mut writing).await?;
    for table in &tables {
        let there: bool =
            sqlx::query_scalar("SELECT to_regclass($1) IS NOT NULL").bind(&table.name).fetch_one(&mut *reading).await?;
        if !there {
            return Err(MigrateError::Missing(table.name.clone()));
        }
        // A row that the steps themselves put there comes from the source, too.
        let empty = format!("DELETE FROM {}", table.name);
        sqlx::query(AssertSqlSafe(empty)).execute(&mut *writing).await?;
        copy(table, &mut reading, &mut writing).await?;
        set_next_number(table, &mut reading, &mut writing).await?;
    }
    let mut copied = Vec::new();
    for table in &tables {
        let (rows, theirs) = copying::hash_in_postgres(table, &mut reading).await?;
        let (found, ours) = copying::hash_in_sqlite(table, &mut writing).await?;
        if (rows, &theirs) != (found, &ours) {
            return Err(MigrateError::Differs(table.name.clone()));
        }
        copied.push(Copied { table: table.name.clone(), rows, sha256: ours });
    }
    failpoints::pass("tables-copied").await?;
    writing.commit().await?;
    Ok(copied)
}

async fn copy(table: &Table, source: &mut PgConnection, target: &mut SqliteConnection) -> Result<(), sqlx::Error> {
    let booleans = copying::booleans_of(table, source).await?;
    let read = copying::select_in_key_order(table, " COLLATE \"C\"");
    let mut rows = sqlx::query(AssertSqlSafe(read)).fetch(source);
    let (mut waiting, mut size) = (Vec::new(), 0);
    while let Some(row) = rows.try_next().await? {
        let cells = copying::cells_of_postgres(table, &booleans, &row)?;
        size += cells.iter().map(Cell::size).sum::<usize>();
        waiting.push(cells);
        if waiting.len() >= ROWS || size >= BYTES {
            insert(table, std::mem::take(&mut waiting), target).await?;
            size = 0;
        }
    }
    insert(table, waiting, target).await
}

async fn insert(table: &Table, rows: Vec<Vec<Cell>>, target: &mut SqliteConnection) -> Result<(), sqlx::Error> {
    if rows.is_empty() {
        return Ok(());
    }
    let names: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
    let row = format!("({})", vec!["?"; names.len()].join(", "));
    let statement =
        format!("INSERT INTO {} ({}) VALUES {}", table.name, names.join(", "), vec![row; rows.len()].join(", "));
    let mut arguments = SqliteArguments::default();
    for cell in rows.into_iter().flatten() {
        let added = match cell {
            Cell::Nothing => arguments.add(None::<i64>),
            Cell::Number(number) => arguments.add(number),
            Cell::Text(text) => arguments.add(text),
            Cell::Bytes(bytes) => arguments.add(bytes),
        };
        added.map_err(sqlx::Error::Encode)?;
    }
    sqlx::query_with(AssertSqlSafe(statement), arguments).execute(target).await?;
    Ok(())
}

/// Numbers that were given once are never given again, also after the backup was restored.
async fn set_next_number(
    table: &Table,
    source: &mut PgConnection,
    target: &mut SqliteConnection,
) -> Result<(), sqlx::Error> {
    if table.columns.iter().all(|column| column.name != "id") {
        return Ok(());
    }
    let asked = "SELECT pg_get_serial_sequence($1, 'id')";
    let sequence: Option<String> = sqlx::query_scalar(asked).bind(&table.name).fetch_one(&mut *source).await?;
    let Some(sequence) = sequence else { return Ok(()) };
    let newest = format!("SELECT CASE WHEN is_called THEN last_value ELSE last_value - 1 END FROM {sequence}");
    let newest: i64 = sqlx::query_scalar(AssertSqlSafe(newest)).fetch_one(source).await?;
    // Tables without AUTOINCREMENT have no line in that list, and give numbers by what is there.
    sqlx::query("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?")
        .bind(newest)
        .bind(&table.name)
        .execute(&mut *target)
        .await?;
    sqlx::query(
        "INSERT INTO sqlite_sequence (name, seq) SELECT name, ?1 FROM sqlite_master
         WHERE type = 'table' AND name = ?2 AND sql LIKE '%AUTOINCREMENT%' AND ?1 > 0
           AND NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = ?2)",
    )
    .bind(newest)
    .bind(&table.name)
    .execute(target)
    .await?;
    Ok(())
}
