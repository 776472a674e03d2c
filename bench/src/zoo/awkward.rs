//! The company that is taken through the programs: few people, whose cells are what programs like to change.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use shared::Schema;
use shared::extract::{ColumnChoice, Extract, ExtractOptions, Form};

/// Few enough for a quick look, many enough for a program that guesses a column's type from its first rows.
const PEOPLE: u64 = 40;

/// When everybody last changed; no number that a program could take for a truth value.
const REVISION: u64 = 41;

/// Every so many cells one is empty, as in real life; a prime, so that they fall on each row and each column.
const HOLE: usize = 7;

/// The values, by column; each is taken in its turn, down the rows.
const VALUES: &str = include_str!("../../../zoo/awkward.json");

/// A company as files.
pub(crate) struct Company {
    pub(crate) name: &'static str,
    /// What an admin downloads for a spreadsheet.
    pub(crate) extract: PathBuf,
    /// The same for `--against`.
    pub(crate) directory: PathBuf,
    /// Everybody's Username, in the order of the rows.
    pub(crate) usernames: Vec<String>,
}

impl Company {
    /// Every column that has awkward values has one in each row.
    pub(crate) fn full(folder: &Path) -> Result<Self, String> {
        Self::make(folder, "full", false)
    }

    /// Blanks among the values, which make some programs choose another type for the whole column.
    pub(crate) fn with_holes(folder: &Path) -> Result<Self, String> {
        Self::make(folder, "holes", true)
    }

    fn make(folder: &Path, name: &'static str, holes: bool) -> Result<Self, String> {
        let schema = Schema::standard();
        let rows = rows(&schema, holes)?;
        let write = |file: &str, form: Form| {
            let options = ExtractOptions { columns: ColumnChoice::All, profile: true, system: true, form };
            let mut extract = Extract::new(&schema, &options);
            for row in &rows {
                extract.write_person(row, REVISION);
            }
            let path = folder.join(format!("{name}-{file}"));
            fs::write(&path, extract.into_bytes())
                .map_err(|error| format!("{} wasn't written: {error}", path.display()))?;
            Ok::<_, String>(path)
        };
        let usernames = rows.iter().filter_map(|row| row.get(schema.username()).cloned()).collect();
        Ok(Self {
            name,
            extract: write("extract.csv", Form::Spreadsheet { protect: false })?,
            directory: write("directory.csv", Form::Plain)?,
            usernames,
        })
    }
}

/// The fictional company's people in the schema's order, with awkward values over theirs.
fn rows(schema: &Schema, holes: bool) -> Result<Vec<Vec<String>>, String> {
    let values: BTreeMap<String, Vec<String>> =
        serde_json::from_str(VALUES).map_err(|error| format!("zoo/awkward.json can't be read: {error}"))?;
    let mut bytes = Vec::new();
    let options = ExtractOptions { system: false, ..ExtractOptions::everything() };
    company::write_extract(PEOPLE, &options, &mut bytes).map_err(|error| format!("no company: {error}"))?;
    let mut reader = csv::Reader::from_reader(bytes.as_slice());
    let headers = reader.headers().cloned().map_err(|error| error.to_string())?;
    let mut rows = Vec::new();
    for (number, record) in reader.records().enumerate() {
        let record = record.map_err(|error| error.to_string())?;
        let mut row = vec![String::new(); schema.columns.len()];
        for (place, header) in headers.iter().enumerate() {
            let Some(column) = schema.index_of(header) else { continue };
            let awkward = values.get(header).and_then(|values| values.get(number % values.len().max(1)));
            let described = schema.column(column);
            let unique = described.is_some_and(|column| column.unique);
            let hole = holes && (number + 3 * place) % HOLE == 0 && described.is_some_and(|column| !column.required);
            row[column] = match awkward {
                Some(_) if hole => String::new(),
                // Two people may not have the same.
                Some(value) if unique => format!("{value}{number:02}"),
                Some(value) => value.clone(),
                None => record.get(place).unwrap_or_default().to_owned(),
            };
        }
        rows.push(row);
    }
    Ok(rows)
}
