//! The tables of a SQLite file, asked of the file itself, in an order in which each one comes after those it refers to.

use std::collections::BTreeSet;

use sqlx::sqlite::SqliteConnection;
use sqlx::{Row, SqlSafeStr};

/// A table.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) name: String,
    pub(super) columns: Vec<Column>,
    /// Whether rows refer to rows of the same table, so that they must be written together.
    pub(super) refers_to_itself: bool,
}

/// A column.
#[derive(Debug)]
pub(super) struct Column {
    pub(super) name: String,
    pub(super) kind: Kind,
    /// Its place in the primary key, counted from 1; 0 outside of it.
    pub(super) key: i64,
}

/// What a column holds in a STRICT table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Number,
    Text,
    Bytes,
}

impl Table {
    /// The columns of the primary key, in its order.
    pub(super) fn key(&self) -> Vec<&Column> {
        let mut key: Vec<&Column> = self.columns.iter().filter(|column| column.key > 0).collect();
        key.sort_by_key(|column| column.key);
        key
    }
}

/// Every table but sqlx's own list of steps.
pub(super) async fn in_order(source: &mut SqliteConnection) -> Result<Vec<Table>, sqlx::Error> {
    let names: Vec<String> = sqlx::query_scalar(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'
         AND name <> '_sqlx_migrations' ORDER BY name"
            .into_sql_str(),
    )
    .fetch_all(&mut *source)
    .await?;
    let mut waiting = Vec::new();
    for name in names {
        let refers: Vec<String> = sqlx::query_scalar("SELECT DISTINCT \"table\" FROM pragma_foreign_key_list($1)")
            .bind(&name)
            .fetch_all(&mut *source)
            .await?;
        let rows = sqlx::query("SELECT name, type, pk FROM pragma_table_info($1) ORDER BY cid")
            .bind(&name)
            .fetch_all(&mut *source)
            .await?;
        let columns = rows.iter().map(|row| {
            let kind: String = row.try_get("type")?;
            let kind = match kind.as_str() {
                "TEXT" => Kind::Text,
                "BLOB" => Kind::Bytes,
                _ => Kind::Number,
            };
            Ok(Column { name: row.try_get("name")?, kind, key: row.try_get("pk")? })
        });
        let columns = columns.collect::<Result<_, sqlx::Error>>()?;
        let refers_to_itself = refers.contains(&name);
        waiting.push((refers, Table { name, columns, refers_to_itself }));
    }
    let mut done: BTreeSet<String> = BTreeSet::new();
    let mut ordered = Vec::new();
    while !waiting.is_empty() {
        let ready = |(refers, table): &(Vec<String>, Table)| {
            refers.iter().all(|other| *other == table.name || done.contains(other))
        };
        let next = waiting.iter().position(ready).unwrap_or_default();
        let (_, table) = waiting.remove(next);
        done.insert(table.name.clone());
        ordered.push(table);
    }
    Ok(ordered)
}
