//! What is known of a file before it is held against a directory: shown at once, while the rest is read.

use crate::edits::Edits;
use crate::schema::Schema;
use crate::stages::bytes::WORKBOOK;
use crate::stages::columns::Target;
use crate::stages::dialect::LineEnd;
use crate::table::Table;
use crate::values::words::Words;
use crate::words;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What is known of a file itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FileFacts {
    /// The file's name, as the upload gave it.
    pub name: String,
    /// Its size in bytes.
    pub size: usize,
    /// Its encoding's name.
    pub encoding: String,
    /// What separates its cells.
    pub delimiter: char,
    /// The separator's name, such as `comma`.
    pub delimiter_name: Words,
    /// How its first line ends.
    pub line_end: String,
    /// How many rows it has, without the header.
    pub rows: usize,
    /// Its columns.
    pub columns: Vec<ColumnFact>,
    /// The revision of the extract that it was made from, where the file says so.
    pub base: Option<BaseFact>,
}

/// One column of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnFact {
    /// Its header, as the file has it.
    pub header: String,
    /// The schema's column that it is read as.
    pub read_as: Option<String>,
    /// The schema's name that it resembles, where it is none.
    pub nearest: Option<String>,
    /// Whether the admin left it out.
    pub ignored: bool,
    /// Whether it is a list, whose values are shown one by one.
    pub list: bool,
}

/// Where a file says which extract it was made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct BaseFact {
    /// The revision.
    pub revision: u64,
    /// How it was found.
    pub source: BaseSource,
}

/// How the revision of a file's extract was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BaseSource {
    /// The highest number in its Revision column. Everybody in the extract stood then as she stands in the file.
    RevisionColumn,
    /// The file's name (`…-r184.csv`).
    FileName,
}

impl FileFacts {
    /// The columns of which it helps to know what cells held before: all that are read, where the file's extract isn't known.
    pub fn columns_to_remember(&self, has_base: bool) -> BTreeSet<String> {
        if has_base {
            return BTreeSet::new();
        }
        self.columns.iter().filter_map(|column| column.read_as.clone()).collect()
    }

    /// Its encoding's name, as shown to a person.
    pub fn encoding_name(&self) -> Words {
        if self.encoding == WORKBOOK {
            words!("Excel workbook")
        } else {
            words!("{encoding}", encoding = self.encoding)
        }
    }
}

impl ColumnFact {
    /// The schema's name where it has one, else the file's.
    pub fn name(&self) -> &str {
        self.read_as.as_deref().unwrap_or(&self.header)
    }
}

/// Reads the facts of a file.
pub fn facts_from_table(name: &str, table: &Table, schema: &Schema) -> FileFacts {
    let column = |cell: &crate::stages::columns::HeaderCell| {
        let index = match cell.target {
            Target::Column { index, .. } => Some(index),
            _ => None,
        };
        let nearest = match &cell.target {
            Target::Unknown { nearest } => nearest.clone(),
            _ => None,
        };
        let kind = index.and_then(|index| schema.column(index)).map(|column| &column.kind);
        ColumnFact {
            header: cell.text.clone(),
            read_as: index.map(|index| schema.header_of(index).to_owned()),
            nearest,
            ignored: cell.target == Target::Ignored,
            list: matches!(kind, Some(crate::schema::Kind::List { .. })),
        }
    };
    let line_end = match table.dialect.line_end {
        LineEnd::CrLf => "CRLF",
        LineEnd::Lf => "LF",
        LineEnd::Cr => "CR",
        LineEnd::None => "none",
    };
    FileFacts {
        name: name.to_owned(),
        size: table.bytes.size,
        encoding: table.bytes.encoding.to_owned(),
        delimiter: char::from(table.dialect.delimiter),
        delimiter_name: table.dialect.delimiter_name(),
        line_end: line_end.to_owned(),
        rows: table.records.rows.len(),
        columns: table.columns.cells.iter().map(column).collect(),
        base: base_of(name, table, schema),
    }
}

fn base_of(name: &str, table: &Table, schema: &Schema) -> Option<BaseFact> {
    let of_column = schema
        .revision()
        .and_then(|column| table.columns.file_column_of(column))
        .and_then(|column| highest_number(table, column));
    if let Some(revision) = of_column {
        return Some(BaseFact { revision, source: BaseSource::RevisionColumn });
    }
    revision_from_name(name).map(|revision| BaseFact { revision, source: BaseSource::FileName })
}

/// The highest number in a column of the file. Where it is the last one, as extracts have it, most rows end as the row
/// before: those are not read.
fn highest_number(table: &Table, column: usize) -> Option<u64> {
    let edits = Edits::default();
    let is_last =
        column + 1 == table.records.width && table.records.short.is_empty() && table.records.end_with_the_last_name();
    let (mut highest, mut ending) = (None, &[][..]);
    let rows = table.rows(&edits);
    for position in 0..rows.len() {
        let record = rows.record(position).unwrap_or_default().as_bytes();
        if !ending.is_empty() && record.ends_with(ending) {
            continue;
        }
        let row = rows.row(position);
        let cell = row.and_then(|row| row.cell(column)).unwrap_or_default();
        highest = highest.max(cell.trim().parse::<u64>().ok());
        let digits_only = is_last && cell.bytes().all(|byte| byte.is_ascii_digit());
        // The separator before it stands outside quotes: behind it are only digits.
        ending = record
            .len()
            .checked_sub(cell.len() + 1)
            .filter(|_| digits_only && !cell.is_empty())
            .and_then(|start| record.get(start..))
            .filter(|ending| ending.first() == Some(&table.dialect.delimiter))
            .unwrap_or_default();
    }
    highest
}

/// The revision in a file name such as `muster-people-2026-11-22-r184 (2).csv`.
fn revision_from_name(name: &str) -> Option<u64> {
    let from = name.rfind("-r")?;
    let rest = name.get(from + 2..)?;
    let digits: &str = rest.split(|character: char| !character.is_ascii_digit()).next()?;
    digits.parse().ok()
}

/// The name of an extract: when it was taken, of which revision, and that revision's mark, by which it is known even if a
/// database loses it and gives its number to another one.
pub fn name_of_extract(day: &str, revision: u64, mark: &str) -> String {
    let mark = if mark.is_empty() { String::new() } else { format!("-{mark}") };
    format!("muster-people-{day}-r{revision}{mark}.csv")
}

/// The revision and its mark in a name that [`name_of_extract`] made, whatever was added behind it.
pub fn marked_extract(name: &str) -> Option<(u64, String)> {
    let revision = revision_from_name(name)?;
    let from = name.rfind("-r")?;
    let rest = name.get(from + 2..)?.trim_start_matches(|character: char| character.is_ascii_digit());
    let is_digit = |character: &char| character.is_ascii_digit() || ('a'..='f').contains(character);
    let mark: String = rest.strip_prefix('-')?.chars().take_while(is_digit).collect();
    (mark.len() == MARK_DIGITS).then_some((revision, mark))
}

/// So many hexadecimal digits tell a lost revision from the one that has its number now, and still fit into a file's name.
pub const MARK_DIGITS: usize = 8;

#[cfg(test)]
mod tests {
    use super::{marked_extract, name_of_extract, revision_from_name};

    #[test]
    fn extracts_name_their_revision() {
        assert_eq!(revision_from_name("muster-people-2026-11-22-r184.csv"), Some(184));
        assert_eq!(revision_from_name("muster-people-2026-11-22-r184 (2).csv"), Some(184));
        assert_eq!(revision_from_name("people-report.csv"), None);
    }

    #[test]
    fn extracts_name_their_revisions_mark() {
        let name = name_of_extract("2026-11-22", 184, "3f9a2c81");
        assert_eq!(name, "muster-people-2026-11-22-r184-3f9a2c81.csv");
        assert_eq!(revision_from_name(&name), Some(184));
        let found = Some((184, "3f9a2c81".to_owned()));
        assert_eq!(marked_extract(&name), found);
        assert_eq!(marked_extract("muster-people-2026-11-22-r184-3f9a2c81 (2) edited.xlsx"), found);
        assert_eq!(marked_extract("muster-people-2026-11-22-r184.csv"), None);
        assert_eq!(marked_extract("muster-people-2026-11-22-r184-old.csv"), None);
        assert_eq!(name_of_extract("2026-11-22", 0, ""), "muster-people-2026-11-22-r0.csv");
    }
}
