//! A block of cells as spreadsheet programs copy it: tabs between cells, line ends between rows, quotes where needed.

/// The cells of a copied block, row by row. A cell with a tab, a line end or a quote in it is quoted, and quotes in it are
/// doubled; the line end after the last row begins no new one.
pub fn cells_from_text(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut characters = text.chars().peekable();
    let mut quoted = false;
    while let Some(character) = characters.next() {
        match character {
            '"' if quoted && characters.peek() == Some(&'"') => {
                characters.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if cell.is_empty() => quoted = true,
            '\t' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted && characters.peek() == Some(&'\n') => {}
            '\n' | '\r' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            other => cell.push(other),
        }
    }
    if !row.is_empty() || !cell.is_empty() {
        row.push(cell);
        rows.push(row);
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::cells_from_text;

    #[test]
    fn tabs_and_line_ends_divide() {
        assert_eq!(cells_from_text("a\tb\r\nc\t\r\n"), [["a", "b"], ["c", ""]]);
        assert_eq!(cells_from_text("one"), [["one"]]);
        assert!(cells_from_text("").is_empty());
    }

    #[test]
    fn quotes_keep_a_cell_together() {
        assert_eq!(cells_from_text("\"a\nb\"\t\"say \"\"hi\"\"\"\n"), [["a\nb", "say \"hi\""]]);
        assert_eq!(cells_from_text("5\" pipe\tx"), [["5\" pipe", "x"]], "a quote inside a cell is one");
    }
}
