//! Which cells of two records differ, without splitting what doesn't.

use crate::csv::{Field, next_field};

/// How many bytes are compared at a time.
const STRIDE: usize = 32;

/// Shows each pair of cells that aren't the same bytes, by their column. Both records have the same columns; what one of
/// them lacks at its end is not shown.
pub(super) fn differing_cells(file: &[u8], stored: &[u8], delimiter: u8, mut see: impl FnMut(usize, Field, Field)) {
    let (mut at_file, mut at_stored, mut column) = (0, 0, 0);
    loop {
        let (Some(rest_file), Some(rest_stored)) = (file.get(at_file..), stored.get(at_stored..)) else { return };
        let equal = common_prefix(rest_file, rest_stored);
        if equal == rest_file.len() && equal == rest_stored.len() {
            return;
        }
        let (begin, cells) = cell_at(rest_file, equal, delimiter);
        column += cells;
        let own = next_field(rest_file, begin, delimiter);
        let other = next_field(rest_stored, begin, delimiter);
        if rest_file.get(own.start..own.end) != rest_stored.get(other.start..other.end) {
            see(column, own.moved_by(at_file), other.moved_by(at_stored));
        }
        column += 1;
        at_file += own.end + 1;
        at_stored += other.end + 1;
    }
}

/// Where the cell begins that holds a byte, and how many cells stand before it. Both records are equal up to that byte.
fn cell_at(record: &[u8], byte: usize, delimiter: u8) -> (usize, usize) {
    let before = record.get(..byte).unwrap_or_default();
    if memchr::memchr(b'"', before).is_none() {
        let begin = memchr::memrchr(delimiter, before).map_or(0, |last| last + 1);
        return (begin, memchr::memchr_iter(delimiter, before).count());
    }
    let (mut begin, mut cells) = (0, 0);
    loop {
        let end = next_field(record, begin, delimiter).end;
        if end >= byte {
            return (begin, cells);
        }
        (begin, cells) = (end + 1, cells + 1);
    }
}

/// Whether two records are the same bytes.
pub(super) fn same_bytes(one: &[u8], other: &[u8]) -> bool {
    one.len() == other.len() && common_prefix(one, other) == one.len()
}

fn common_prefix(one: &[u8], other: &[u8]) -> usize {
    let strides = one.as_chunks::<STRIDE>().0.iter().zip(other.as_chunks::<STRIDE>().0);
    let whole = strides.take_while(|(one, other)| same_stride(one, other)).count() * STRIDE;
    let tail = one.get(whole..).unwrap_or_default().iter().zip(other.get(whole..).unwrap_or_default());
    whole + tail.take_while(|(one, other)| one == other).count()
}

/// Word by word, as wasm's own comparison goes byte by byte.
fn same_stride(one: &[u8; STRIDE], other: &[u8; STRIDE]) -> bool {
    let words = one.as_chunks::<8>().0.iter().zip(other.as_chunks::<8>().0);
    words.fold(0, |sum, (one, other)| sum | (u64::from_ne_bytes(*one) ^ u64::from_ne_bytes(*other))) == 0
}

#[cfg(test)]
mod tests {
    use super::differing_cells;
    use crate::csv::split_record;
    use proptest::prelude::*;

    fn by_lockstep(one: &str, other: &str) -> Vec<(usize, String, String)> {
        let mut seen = Vec::new();
        differing_cells(one.as_bytes(), other.as_bytes(), b',', |column, own, stored| {
            seen.push((column, one[own.start..own.end].to_owned(), other[stored.start..stored.end].to_owned()));
        });
        seen
    }

    fn by_splitting(one: &str, other: &str) -> Vec<(usize, String, String)> {
        let cells = |record: &str| -> Vec<String> {
            let mut fields = Vec::new();
            split_record(record.as_bytes(), b',', &mut fields);
            fields.iter().map(|field| record[field.start..field.end].to_owned()).collect()
        };
        let pairs = cells(one).into_iter().zip(cells(other)).enumerate();
        pairs.filter(|(_, (own, stored))| own != stored).map(|(column, (own, stored))| (column, own, stored)).collect()
    }

    proptest! {
        #[test]
        fn lockstep_sees_what_splitting_sees(
            cells in proptest::collection::vec(("[a,\"\n]{0,40}", "[a,\"\n]{0,3}", 0..4_u8), 1..8)
        ) {
            let other = |(cell, edit, how): &(String, String, u8)| if *how == 0 { edit.clone() } else { cell.clone() };
            let own: Vec<String> = cells.iter().map(|(cell, ..)| cell.clone()).collect();
            let stored: Vec<String> = cells.iter().map(other).collect();
            let (own, stored) = (crate::record::line_from_cells(&own), crate::record::line_from_cells(&stored));
            prop_assert_eq!(by_lockstep(&own, &stored), by_splitting(&own, &stored));
        }
    }
}
