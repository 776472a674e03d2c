//! One person as one CSV line: how storage keeps her and how an extract writes her.
//!
//! The cells stand in the schema's order, guarded ([`crate::values::guard`]), quoted where needed, separated by commas,
//! without a line end. A line can be put into an extract as it is.

use crate::csv::{Field, push_record, split_record};
use crate::values::guard;

/// Writes a person's values as one line.
pub fn line_from_cells<S: AsRef<str>>(cells: &[S]) -> String {
    let mut line = String::with_capacity(cells.iter().map(|cell| cell.as_ref().len() + 1).sum());
    push_record(&mut line, cells.iter().map(|cell| guard::guard(cell.as_ref())));
    line
}

/// Reads a person's values from a line that [`line_from_cells`] wrote.
pub fn cells_from_line(line: &str) -> Vec<String> {
    let mut fields: Vec<Field> = Vec::new();
    split_record(line.as_bytes(), b',', &mut fields);
    let cell = |field: &Field| field.decoded(line).map(|text| guard::unguard(&text).to_owned()).unwrap_or_default();
    fields.iter().map(cell).collect()
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
