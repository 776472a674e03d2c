//! Stage 8: the upload and the chosen fixes → the corrected file: the upload with its edits written in. It is what is sent,
//! and what "download the corrected file" gives.

use crate::csv::push_record;
use crate::edits::Edits;
use crate::options::Options;
use crate::stages::bytes::Bytes;
use crate::stages::columns::{Columns, Target};
use crate::stages::dialect::Dialect;
use crate::stages::records::Records;
use crate::stages::rows::rows_from_records;
use crate::values::guard;
use std::borrow::Cow;

/// Writes the corrected file: UTF-8 with its mark, commas, CRLF, the columns and rows that are read, in their order,
/// under the schema's own names. Only where a choice speaks of such a name, and thus not of this column, the column
/// keeps the file's name.
///
/// Reading it with the same choices gives the same plan as reading the upload with its edits. `stored` says what a row's
/// cell keeps where it keeps the stored value, by row and column of the file.
pub fn corrected_file(
    bytes: &Bytes,
    dialect: &Dialect,
    records: &Records,
    columns: &Columns,
    options: &Options,
    edits: &Edits,
    stored: &dyn Fn(usize, usize) -> Option<String>,
) -> Vec<u8> {
    written((bytes, dialect, records, columns), options, edits, stored, &|cell| Cow::Borrowed(cell))
}

/// The file as it is kept and given out again: without what isn't read, and guarded, so that a spreadsheet program runs no
/// cell of it. It means the same as the file itself, as reading takes the guard off.
pub fn kept_file(bytes: &Bytes, dialect: &Dialect, records: &Records, columns: &Columns, options: &Options) -> Vec<u8> {
    written((bytes, dialect, records, columns), options, &Edits::default(), &|_, _| None, &guarded)
}

/// A cell with its guard, whether or not it had one.
fn guarded(cell: &str) -> Cow<'_, str> {
    guard::guard(guard::unguard(cell))
}

/// The four stages that a file was read in.
type Stages<'a> = (&'a Bytes, &'a Dialect, &'a Records, &'a Columns);

fn written(
    (bytes, dialect, records, columns): Stages<'_>,
    options: &Options,
    edits: &Edits,
    stored: &dyn Fn(usize, usize) -> Option<String>,
    as_written: &dyn for<'a> Fn(&'a str) -> Cow<'a, str>,
) -> Vec<u8> {
    let mut file = String::with_capacity(bytes.text.len() + bytes.text.len() / 8);
    file.push('\u{feff}');
    let kept: Vec<usize> =
        (0..).zip(&columns.cells).filter(|(_, cell)| cell.target.is_kept()).map(|(position, _)| position).collect();
    let chosen = |name: &&String| options.ignored_columns.contains(*name) || options.read_as.contains_key(*name);
    let texts = columns.cells.iter().filter(|cell| cell.target.is_kept()).map(|cell| match cell.target {
        Target::Column { index, .. } => columns.expected.get(index).filter(|name| !chosen(name)).unwrap_or(&cell.text),
        _ => &cell.text,
    });
    push_line(&mut file, texts.map(|text| as_written(text)));
    let rows = rows_from_records(bytes, dialect, records, columns, edits);
    for row in rows.iter() {
        // Cells that are missing at the end of a row stay missing: an empty cell may mean "clear".
        let cell = |position: &usize| {
            if row.is_covered(*position) && edits.cell(row.position, *position).is_none() {
                return Some(Cow::Owned(stored(row.position, *position).unwrap_or_default()));
            }
            if edits.is_kept(row.position, *position) {
                return stored(row.position, *position).map(Cow::Owned).or_else(|| row.own_cell(*position));
            }
            row.cell(*position)
        };
        let cells: Vec<_> = kept.iter().map_while(cell).collect();
        // A line without any text is no row at all, as a row that says nothing is.
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        push_line(&mut file, cells.iter().map(|cell| as_written(cell)));
    }
    file.into_bytes()
}

fn push_line<'a>(file: &mut String, cells: impl Iterator<Item = Cow<'a, str>>) {
    push_record(file, cells);
    file.push_str("\r\n");
}
