//! One person as one CSV line: how storage keeps her and how an extract writes her.
//!
//! The cells stand in the schema's order, guarded ([`crate::values::guard`]), quoted where needed, separated by commas,
//! without a line end. A line can be put into an extract as it is.

use crate::stages::rows::{Field, split_record};
use crate::values::guard;
use std::borrow::Cow;

/// Writes a person's values as one line.
pub fn line_from_cells<S: AsRef<str>>(cells: &[S]) -> String {
    let mut line = String::with_capacity(cells.iter().map(|cell| cell.as_ref().len() + 1).sum());
    for (position, cell) in cells.iter().enumerate() {
        if position > 0 {
            line.push(',');
        }
        push_cell(&mut line, &guard::guard(cell.as_ref()));
    }
    line
}

/// Reads a person's values from a line that [`line_from_cells`] wrote.
pub fn cells_from_line(line: &str) -> Vec<String> {
    let mut fields: Vec<Field> = Vec::new();
    split_record(line.as_bytes(), b',', &mut fields);
    let cell = |field: &Field| field.decoded(line).map(|text| guard::unguard(&text).to_owned()).unwrap_or_default();
    fields.iter().map(cell).collect()
}

/// Appends one cell, quoted where RFC 4180 or a careful reader needs it.
pub(crate) fn push_cell(line: &mut String, cell: &str) {
    let quoted: Cow<'_, str> = quoted_cell(cell);
    line.push_str(&quoted);
}

fn quoted_cell(cell: &str) -> Cow<'_, str> {
    let special = |byte: u8| matches!(byte, b'"' | b',' | b';' | b'\t' | b'\r' | b'\n');
    let outer_space = cell.starts_with(char::is_whitespace) || cell.ends_with(char::is_whitespace);
    if !outer_space && !cell.bytes().any(special) {
        return Cow::Borrowed(cell);
    }
    let bytes = csv_core_quoted(cell);
    String::from_utf8(bytes).map_or_else(|_| Cow::Owned(format!("\"{}\"", cell.replace('"', "\"\""))), Cow::Owned)
}

fn csv_core_quoted(cell: &str) -> Vec<u8> {
    let mut quoted = vec![0_u8; cell.len() * 2 + 2];
    let Some((first, rest)) = quoted.split_first_mut() else { return Vec::new() };
    *first = b'"';
    let (_, _, written) = csv_core::quote(cell.as_bytes(), rest, b'"', b'"', true);
    if let Some(last) = rest.get_mut(written) {
        *last = b'"';
    }
    quoted.truncate(written + 2);
    quoted
}

#[cfg(test)]
mod tests {
    use super::{cells_from_line, line_from_cells};
    use proptest::prelude::*;

    #[test]
    fn a_line_is_what_a_spreadsheet_would_write() {
        assert_eq!(line_from_cells(&["a", "b,c", "say \"x\"", "=1", ""]), r#"a,"b,c","say ""x""",'=1,"#);
    }

    proptest! {
        #[test]
        fn reading_undoes_writing(cells in proptest::collection::vec("[a',\"\n;=é ]{0,6}|\\PC{0,6}", 1..8)) {
            prop_assert_eq!(cells_from_line(&line_from_cells(&cells)), cells);
        }
    }
}
