//! The cells of one record: where each lies, and its text.

use std::borrow::Cow;

/// Where one cell lies within its record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// Its first byte, the opening quote included.
    pub start: usize,
    /// The byte after its last, the closing quote included.
    pub end: usize,
    /// Whether it is quoted.
    pub quoted: bool,
}

/// Splits a record, which the strict reading accepted, into its cells.
pub fn split_record(record: &[u8], delimiter: u8, fields: &mut Vec<Field>) {
    fields.clear();
    fields.extend(fields_of(record, delimiter));
}

/// The cells of a record, one after the other.
pub(crate) fn fields_of(record: &[u8], delimiter: u8) -> impl Iterator<Item = Field> {
    let mut next = Some(0);
    std::iter::from_fn(move || {
        let field = next_field(record, next?, delimiter);
        next = (field.end < record.len()).then_some(field.end + 1);
        Some(field)
    })
}

/// The cell that begins at a byte of a record.
pub(crate) fn next_field(record: &[u8], start: usize, delimiter: u8) -> Field {
    let rest = record.get(start..).unwrap_or_default();
    let quoted = rest.first() == Some(&b'"');
    let length = if quoted { quoted_length(rest, delimiter) } else { bare_length(rest, delimiter) };
    Field { start, end: start + length, quoted }
}

/// Most cells are empty or short: for those, looking byte by byte is quicker than setting up a search.
fn bare_length(rest: &[u8], delimiter: u8) -> usize {
    const SHORT: usize = 8;
    let (near, far) = rest.split_at(rest.len().min(SHORT));
    if let Some(found) = near.iter().position(|byte| *byte == delimiter) {
        return found;
    }
    near.len() + memchr::memchr(delimiter, far).unwrap_or(far.len())
}

fn quoted_length(rest: &[u8], delimiter: u8) -> usize {
    let mut at = 1;
    loop {
        let Some(found) = memchr::memchr(b'"', rest.get(at..).unwrap_or_default()) else { return rest.len() };
        let close = at + found;
        if rest.get(close + 1) == Some(&b'"') {
            at = close + 2;
            continue;
        }
        let tail = rest.get(close + 1..).unwrap_or_default();
        return close + 1 + memchr::memchr(delimiter, tail).unwrap_or(tail.len());
    }
}

impl Field {
    /// The same cell, counted from a byte further in front.
    pub(crate) fn moved_by(self, bytes: usize) -> Self {
        Self { start: self.start + bytes, end: self.end + bytes, quoted: self.quoted }
    }

    /// The cell's text without its quotes.
    pub fn decoded(self, record: &str) -> Option<Cow<'_, str>> {
        let raw = record.get(self.start..self.end)?;
        let Some(inner) = raw.strip_prefix('"').filter(|_| self.quoted) else { return Some(Cow::Borrowed(raw)) };
        let inner = inner.strip_suffix('"').unwrap_or(inner);
        if inner.contains("\"\"") { Some(Cow::Owned(inner.replace("\"\"", "\""))) } else { Some(Cow::Borrowed(inner)) }
    }
}

#[cfg(test)]
mod tests {
    use super::split_record;

    #[test]
    fn records_split_into_their_cells() {
        let record = r#"a,"b,""c""",,"""#;
        let mut fields = Vec::new();
        split_record(record.as_bytes(), b',', &mut fields);
        let cells: Vec<_> = fields.iter().filter_map(|field| field.decoded(record)).collect();
        assert_eq!(cells, ["a", "b,\"c\"", "", ""]);
    }
}
