//! Cells → a record, quoted where a reader needs it.

/// Appends the cells of one record, separated by commas, without a line end.
pub(crate) fn push_record<S: AsRef<str>>(line: &mut String, cells: impl IntoIterator<Item = S>) {
    for (position, cell) in cells.into_iter().enumerate() {
        if position > 0 {
            line.push(',');
        }
        push_cell(line, cell.as_ref());
    }
}

/// Appends one cell, quoted where RFC 4180 or a careful reader needs it.
pub(crate) fn push_cell(line: &mut String, cell: &str) {
    if !needs_quotes(cell) {
        line.push_str(cell);
        return;
    }
    // Where every byte is a quote, each is written twice.
    let mut escaped = vec![0; cell.len() * 2];
    let (_, _, length) = csv_core::quote(cell.as_bytes(), &mut escaped, b'"', b'"', true);
    escaped.truncate(length);
    line.push('"');
    line.push_str(&String::from_utf8_lossy(&escaped));
    line.push('"');
}

fn needs_quotes(cell: &str) -> bool {
    let special = |byte: u8| matches!(byte, b'"' | b',' | b';' | b'\t' | b'\r' | b'\n');
    let outer_space = || cell.starts_with(char::is_whitespace) || cell.ends_with(char::is_whitespace);
    cell.bytes().any(special) || outer_space()
}
