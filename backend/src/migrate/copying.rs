//! Copies one table row by row, many at once, and hashes it on either side.

use futures_util::TryStreamExt;
use sha2::{Digest, Sha256};
use sqlx::postgres::{PgArguments, PgConnection, PgRow};
use sqlx::sqlite::{SqliteConnection, SqliteRow};
use sqlx::{Arguments, AssertSqlSafe, Row};

use super::tables::{Column, Kind, Table};
use crate::ids::hex_from_bytes;

/// So many rows, or bytes, are written at once.
const ROWS: usize = 10_000;
pub(super) const BYTES: usize = 16 * 1024 * 1024;

/// One value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Cell {
    Nothing,
    Number(i64),
    Text(String),
    Bytes(Vec<u8>),
}

impl Cell {
    pub(super) fn size(&self) -> usize {
        match self {
            Self::Nothing | Self::Number(_) => 8,
            Self::Text(text) => text.len(),
            Self::Bytes(bytes) => bytes.len(),
        }
    }

    /// Every value is preceded by its kind and length, so that no two rows have the same bytes.
    fn hash_into(&self, hash: &mut Sha256) {
        let (kind, number);
        let bytes: &[u8] = match self {
            Self::Nothing => {
                kind = b'0';
                &[]
            }
            Self::Number(value) => {
                kind = b'n';
                number = value.to_be_bytes();
                &number
            }
            Self::Text(text) => {
                kind = b't';
                text.as_bytes()
            }
            Self::Bytes(bytes) => {
                kind = b'b';
                bytes
            }
        };
        hash.update([kind]);
        hash.update(u64::try_from(bytes.len()).unwrap_or_default().to_be_bytes());
        hash.update(bytes);
    }
}

/// Copies the rows. Those of a table that refers to itself go in one statement, at whose end references are checked.
pub(super) async fn copy(
    table: &Table,
    source: &mut SqliteConnection,
    target: &mut PgConnection,
) -> Result<(), sqlx::Error> {
    let booleans = booleans_of(table, target).await?;
    let read = select_in_key_order(table, "");
    let mut rows = sqlx::query(AssertSqlSafe(read)).fetch(source);
    let (mut waiting, mut size) = (Vec::new(), 0);
    while let Some(row) = rows.try_next().await? {
        let cells = cells_of_sqlite(table, &row)?;
        size += cells.iter().map(Cell::size).sum::<usize>();
        waiting.push(cells);
        if !table.refers_to_itself && (waiting.len() >= ROWS || size >= BYTES) {
            insert(table, &booleans, std::mem::take(&mut waiting), target).await?;
            size = 0;
        }
    }
    insert(table, &booleans, waiting, target).await
}

/// How many rows there are, and the hash over them in the order of the key.
pub(super) async fn hash_in_sqlite(table: &Table, source: &mut SqliteConnection) -> Result<(u64, String), sqlx::Error> {
    let read = select_in_key_order(table, "");
    let mut rows = sqlx::query(AssertSqlSafe(read)).fetch(source);
    let (mut count, mut hash) = (0, Sha256::new());
    while let Some(row) = rows.try_next().await? {
        cells_of_sqlite(table, &row)?.iter().for_each(|cell| cell.hash_into(&mut hash));
        count += 1;
    }
    Ok((count, hex_from_bytes(&hash.finalize())))
}

/// The same of the copy.
pub(super) async fn hash_in_postgres(table: &Table, target: &mut PgConnection) -> Result<(u64, String), sqlx::Error> {
    let booleans = booleans_of(table, target).await?;
    // Bytes in their own order, as SQLite has it, whatever the database's language.
    let read = select_in_key_order(table, " COLLATE \"C\"");
    let mut rows = sqlx::query(AssertSqlSafe(read)).fetch(target);
    let (mut count, mut hash) = (0, Sha256::new());
    while let Some(row) = rows.try_next().await? {
        cells_of_postgres(table, &booleans, &row)?.iter().for_each(|cell| cell.hash_into(&mut hash));
        count += 1;
    }
    Ok((count, hex_from_bytes(&hash.finalize())))
}

pub(super) fn select_in_key_order(table: &Table, of_text: &str) -> String {
    let columns: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
    let key = table.key().into_iter().map(|column| {
        let collation = if column.kind == Kind::Text { of_text } else { "" };
        format!("{}{collation}", column.name)
    });
    format!("SELECT {} FROM {} ORDER BY {}", columns.join(", "), table.name, key.collect::<Vec<_>>().join(", "))
}

/// Which of its columns PostgreSQL keeps as true or false, where SQLite has 1 or 0.
pub(super) async fn booleans_of(table: &Table, target: &mut PgConnection) -> Result<Vec<String>, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT column_name::text FROM information_schema.columns
         WHERE table_schema = current_schema() AND table_name = $1 AND data_type = 'boolean'",
    )
    .bind(&table.name)
    .fetch_all(target)
    .await
}

fn cells_of_sqlite(table: &Table, row: &SqliteRow) -> Result<Vec<Cell>, sqlx::Error> {
    let cell = |(place, column): (usize, &Column)| {
        Ok(match column.kind {
            Kind::Number => row.try_get::<Option<i64>, _>(place)?.map(Cell::Number),
            Kind::Text => row.try_get::<Option<String>, _>(place)?.map(Cell::Text),
            Kind::Bytes => row.try_get::<Option<Vec<u8>>, _>(place)?.map(Cell::Bytes),
        }
        .unwrap_or(Cell::Nothing))
    };
    table.columns.iter().enumerate().map(cell).collect()
}

pub(super) fn cells_of_postgres(table: &Table, booleans: &[String], row: &PgRow) -> Result<Vec<Cell>, sqlx::Error> {
    let cell = |(place, column): (usize, &Column)| {
        Ok(match column.kind {
            Kind::Number if booleans.contains(&column.name) => {
                row.try_get::<Option<bool>, _>(place)?.map(|is_so| Cell::Number(i64::from(is_so)))
            }
            Kind::Number => row.try_get::<Option<i64>, _>(place)?.map(Cell::Number),
            Kind::Text => row.try_get::<Option<String>, _>(place)?.map(Cell::Text),
            Kind::Bytes => row.try_get::<Option<Vec<u8>>, _>(place)?.map(Cell::Bytes),
        }
        .unwrap_or(Cell::Nothing))
    };
    table.columns.iter().enumerate().map(cell).collect()
}

/// Writes rows as one array for each column.
async fn insert(
    table: &Table,
    booleans: &[String],
    rows: Vec<Vec<Cell>>,
    target: &mut PgConnection,
) -> Result<(), sqlx::Error> {
    if rows.is_empty() {
        return Ok(());
    }
    let mut columns: Vec<Vec<Cell>> = table.columns.iter().map(|_| Vec::with_capacity(rows.len())).collect();
    for row in rows {
        for (cell, column) in row.into_iter().zip(&mut columns) {
            column.push(cell);
        }
    }
    let (mut names, mut arrays, mut chosen) = (Vec::new(), Vec::new(), Vec::new());
    let mut arguments = PgArguments::default();
    for (place, (column, cells)) in table.columns.iter().zip(columns).enumerate() {
        let kind = match column.kind {
            Kind::Number => "bigint",
            Kind::Text => "text",
            Kind::Bytes => "bytea",
        };
        names.push(column.name.as_str());
        arrays.push(format!("${}::{kind}[]", place + 1));
        let truth = if booleans.contains(&column.name) { " <> 0" } else { "" };
        chosen.push(format!("c{place}{truth}"));
        add(&mut arguments, column.kind, cells)?;
    }
    let aliases: Vec<String> = (0..names.len()).map(|place| format!("c{place}")).collect();
    let statement = format!(
        "INSERT INTO {} ({}) SELECT {} FROM unnest({}) AS copied ({})",
        table.name,
        names.join(", "),
        chosen.join(", "),
        arrays.join(", "),
        aliases.join(", ")
    );
    sqlx::query_with(AssertSqlSafe(statement), arguments).execute(target).await?;
    Ok(())
}

fn add(arguments: &mut PgArguments, kind: Kind, cells: Vec<Cell>) -> Result<(), sqlx::Error> {
    let added = match kind {
        Kind::Number => {
            let number = |cell| if let Cell::Number(number) = cell { Some(number) } else { None };
            arguments.add(cells.into_iter().map(number).collect::<Vec<Option<i64>>>())
        }
        Kind::Text => {
            let text = |cell| if let Cell::Text(text) = cell { Some(text) } else { None };
            arguments.add(cells.into_iter().map(text).collect::<Vec<Option<String>>>())
        }
        Kind::Bytes => {
            let bytes = |cell| if let Cell::Bytes(bytes) = cell { Some(bytes) } else { None };
            arguments.add(cells.into_iter().map(bytes).collect::<Vec<Option<Vec<u8>>>>())
        }
    };
    added.map_err(sqlx::Error::Encode)
}
