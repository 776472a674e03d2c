//! Uploads as other programs write them: any separator, line end, quoting, encoding, order and notation.

use crate::dice::Dice;
use crate::people::{Person, schema};
use shared::review::Upload;
use shared::schema::Kind;
use shared::values::{guard, list};
use unicode_normalization::UnicodeNormalization;

/// How a file is written.
#[derive(Debug, Clone)]
pub(crate) struct Style {
    pub(crate) delimiter: char,
    pub(crate) line_end: &'static str,
    /// Every cell is quoted, not only those that need it.
    pub(crate) quotes_all: bool,
    pub(crate) last_line_ends: bool,
    pub(crate) encoding: Encoding,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encoding {
    Utf8,
    Utf8WithMark,
    Utf16Little,
    Utf16Big,
}

impl Style {
    pub(crate) fn any(dice: &mut Dice) -> Self {
        Self {
            delimiter: *dice.pick(&[',', ';', '\t', '|']),
            line_end: *dice.pick(&["\r\n", "\n", "\r"]),
            quotes_all: dice.once_in(4),
            last_line_ends: !dice.once_in(3),
            encoding: *dice.pick(&[Encoding::Utf8, Encoding::Utf8WithMark, Encoding::Utf16Little, Encoding::Utf16Big]),
        }
    }

    /// Writes the lines as a file.
    pub(crate) fn write(&self, lines: &[Vec<String>]) -> Vec<u8> {
        let quoted = |cell: &String| {
            let needs = cell.contains(['"', '\r', '\n', self.delimiter]);
            if needs || self.quotes_all { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.clone() }
        };
        let line = |cells: &Vec<String>| cells.iter().map(quoted).collect::<Vec<_>>().join(&self.delimiter.to_string());
        let mut text = lines.iter().map(line).collect::<Vec<_>>().join(self.line_end);
        if self.last_line_ends {
            text.push_str(self.line_end);
        }
        match self.encoding {
            Encoding::Utf8 => text.into_bytes(),
            Encoding::Utf8WithMark => format!("\u{feff}{text}").into_bytes(),
            Encoding::Utf16Little => format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect(),
            Encoding::Utf16Big => format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_be_bytes).collect(),
        }
    }
}

/// A file about people: the columns in any order, the rows in any order, each value as somebody might type it. Rows of
/// a `short` file may lack cells at their end.
pub(crate) fn upload(people: &[Person], columns: &[usize], short: bool, dice: &mut Dice) -> Upload {
    let mut columns = columns.to_vec();
    dice.shuffle(&mut columns);
    let mut rows: Vec<Vec<String>> = people
        .iter()
        .map(|person| columns.iter().map(|column| typed(*column, &person[*column], dice)).collect())
        .collect();
    dice.shuffle(&mut rows);
    for row in rows.iter_mut().filter(|_| short) {
        row.truncate(1 + dice.roll(row.len()));
    }
    let mut lines = vec![columns.iter().map(|column| header(*column, dice)).collect::<Vec<_>>()];
    lines.extend(rows);
    Upload { name: "people.csv".to_owned(), bytes: Style::any(dice).write(&lines) }
}

fn header(column: usize, dice: &mut Dice) -> String {
    let column = schema().columns[column].clone();
    match column.aliases.first() {
        Some(alias) if dice.once_in(4) => alias.clone(),
        _ if dice.once_in(6) => column.header.to_lowercase(),
        _ => column.header,
    }
}

/// A cell that says a stored value, in one of the notations that mean the same.
pub(crate) fn typed(column: usize, value: &str, dice: &mut Dice) -> String {
    if value.is_empty() {
        return if dice.once_in(5) { " ".to_owned() } else { String::new() };
    }
    // What begins with an apostrophe has one meaning only: that of its guarded form.
    if value.starts_with('\'') || dice.once_in(3) {
        return guard::guard(value).into_owned();
    }
    let schema = schema();
    let cell = match &schema.columns[column].kind {
        Kind::Username if dice.once_in(2) => value.to_ascii_uppercase(),
        Kind::Choice { .. } | Kind::Boolean if dice.once_in(2) => value.to_lowercase(),
        Kind::List { .. } if dice.once_in(2) => loosely(value, dice),
        _ => value.to_owned(),
    };
    let line_end = *dice.pick(&["\n", "\r\n", "\r"]);
    let cell = cell.replace('\n', line_end);
    match dice.roll(6) {
        0 => format!(" {cell}\u{a0}"),
        1 => cell.nfd().collect(),
        _ => cell,
    }
}

/// A list with space round its values, an empty value or a repeated one.
fn loosely(value: &str, dice: &mut Dice) -> String {
    let mut values = list::decode(value);
    match dice.roll(3) {
        0 => values.push(String::new()),
        1 => values.extend(values.first().cloned()),
        _ => values = values.into_iter().map(|value| format!(" {value} ")).collect(),
    }
    let cell = list::encode(&values);
    // Without its outer space such a cell could look guarded.
    if cell.trim_start().starts_with('\'') { value.to_owned() } else { cell }
}
