//! How a spreadsheet names its columns, cells and ranges.

use super::Range;

/// The rows and columns of the largest sheet that there is.
pub(super) const MOST_ROWS: u32 = 1_048_576;
pub(super) const MOST_COLUMNS: u32 = 16_384;

/// The column of a cell's name: `AB7` is in the 28th.
pub(super) fn column_of(name: &str) -> Option<u32> {
    let letters = name.trim_end_matches(|character: char| character.is_ascii_digit());
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    letters.bytes().try_fold(0_u32, |column, letter| {
        let letter = letter.to_ascii_uppercase();
        letter.is_ascii_uppercase().then(|| column * 26 + u32::from(letter - b'A') + 1)
    })
}

/// The row of a cell's name.
pub(super) fn row_of(name: &str) -> Option<u32> {
    let digits = name.trim_start_matches(|character: char| character.is_ascii_alphabetic());
    digits.parse().ok().filter(|row| (1..=MOST_ROWS).contains(row))
}

/// A column's letters.
pub(super) fn letters(mut column: u32) -> String {
    let mut backwards = Vec::new();
    while column > 0 {
        let letter = u8::try_from((column - 1) % 26).unwrap_or_default();
        backwards.push(char::from(b'A' + letter));
        column = (column - 1) / 26;
    }
    backwards.iter().rev().collect()
}

/// The cells of a range such as `D4:D6`; one cell is a range, too.
pub(super) fn range_of(name: &str) -> Option<Range> {
    let name = name.replace('$', "");
    let (from, to) = name.split_once(':').unwrap_or((&name, &name));
    let rows = (row_of(from)?, row_of(to)?);
    let columns = (column_of(from)?, column_of(to)?);
    let range = Range { name, rows, columns };
    let in_order = range.rows.0 <= range.rows.1 && range.columns.0 <= range.columns.1;
    (in_order && range.columns.1 <= MOST_COLUMNS).then_some(range)
}

#[cfg(test)]
mod tests {
    use super::{column_of, letters, range_of};

    #[test]
    fn columns_have_letters() {
        for (column, name) in [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (703, "AAA"), (16_384, "XFD")] {
            assert_eq!((column_of(&format!("{name}12")), letters(column).as_str()), (Some(column), name));
        }
        assert_eq!((column_of("12"), column_of("ABCD1"), column_of("Ä1")), (None, None, None));
    }

    #[test]
    fn ranges_have_corners() {
        let corners = |name: &str| range_of(name).map(|range| (range.rows, range.columns, range.name));
        assert_eq!(corners("D4:E6"), Some(((4, 6), (4, 5), "D4:E6".to_owned())));
        assert_eq!(corners("$A$1"), Some(((1, 1), (1, 1), "A1".to_owned())));
        for name in ["", "A", "1", "B2:A1", "A0:A2", "A1:XFE2", "A1:B1048577"] {
            assert_eq!(corners(name), None, "{name}");
        }
    }
}
