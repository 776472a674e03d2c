//! Cuts the chosen cells out of stored lines, without reading or writing any of them anew.
//!
//! A stored line is what an extract has for the person, guarded and quoted. Whichever columns are chosen, their cells are
//! therefore pieces of it: columns that stand side by side are copied in one go. Only "protect numbers and dates" changes
//! what stands in a cell, and has to take the other way.

use shared::extract::{ExtractOptions, Form};
use shared::schema::Schema;

/// What to keep of each line.
pub(super) struct Cut {
    /// First and last column of each run of chosen columns.
    runs: Vec<(usize, usize)>,
    line_end: &'static [u8],
    /// Whether everything is kept, and the lines end as they are stored.
    nothing_to_do: bool,
}

impl Cut {
    /// The cut for these choices; `None` where cells have to be written anew.
    pub(super) fn from_options(schema: &Schema, options: &ExtractOptions) -> Option<Self> {
        // A stored line and its revision have the schema's columns in order only if Muster's own column is the last.
        let own = schema.columns.iter().position(|column| column.system)?;
        if own + 1 != schema.columns.len() || schema.revision() != Some(own) {
            return None;
        }
        let line_end: &[u8] = match options.form {
            Form::Plain => b"\n",
            Form::Spreadsheet { protect: false } => b"\r\n",
            Form::Spreadsheet { protect: true } => return None,
        };
        let mut runs: Vec<(usize, usize)> = Vec::new();
        for column in options.chosen(schema) {
            match runs.last_mut() {
                Some((_, last)) if *last + 1 == column => *last = column,
                _ => runs.push((column, column)),
            }
        }
        let nothing_to_do = runs == [(0, own)] && options.form == Form::Plain;
        Some(Self { runs, line_end, nothing_to_do })
    }

    /// Whether a stored line and its revision are kept as they are.
    pub(super) fn keeps_whole_lines(&self) -> bool {
        self.nothing_to_do
    }

    /// The chosen cells of each line, as an extract has them.
    pub(super) fn cut(&self, lines: String) -> Vec<u8> {
        let lines = lines.into_bytes();
        if self.nothing_to_do {
            let mut kept = lines;
            kept.extend_from_slice(self.line_end);
            return kept;
        }
        let mut kept = Vec::with_capacity(lines.len());
        let mut at = 0;
        while at < lines.len() {
            at = self.cut_line(&lines, at, &mut kept);
            kept.extend_from_slice(self.line_end);
        }
        kept
    }

    /// Copies what is chosen of the line that begins at `at`; where the next one begins.
    fn cut_line(&self, lines: &[u8], mut at: usize, kept: &mut Vec<u8>) -> usize {
        let mut runs = self.runs.iter();
        let mut run = runs.next();
        let mut run_begins = at;
        let mut first = true;
        for column in 0.. {
            let begins = at;
            let ends = end_of_cell(lines, begins);
            if let Some((from, to)) = run {
                if column == *from {
                    run_begins = begins;
                }
                if column == *to {
                    if !first {
                        kept.push(b',');
                    }
                    first = false;
                    kept.extend_from_slice(lines.get(run_begins..ends).unwrap_or_default());
                    run = runs.next();
                }
            }
            at = ends + 1;
            if lines.get(ends) != Some(&b',') {
                break;
            }
        }
        at
    }
}

/// The position behind a cell: of its comma, its line feed, or the end.
fn end_of_cell(lines: &[u8], begins: usize) -> usize {
    let rest = lines.get(begins..).unwrap_or_default();
    if rest.first() != Some(&b'"') {
        return begins + memchr::memchr2(b',', b'\n', rest).unwrap_or(rest.len());
    }
    let mut inside = 1;
    while let Some(quote) = memchr::memchr(b'"', rest.get(inside..).unwrap_or_default()) {
        inside += quote + 1;
        if rest.get(inside) != Some(&b'"') {
            return begins + inside;
        }
        inside += 1;
    }
    lines.len()
}

#[cfg(test)]
mod tests {
    use shared::Schema;
    use shared::extract::{ColumnChoice, Extract, ExtractOptions, Form};
    use shared::record::line_from_cells;

    use super::Cut;

    #[test]
    fn what_is_cut_out_is_what_would_be_written() {
        let schema = Schema::standard();
        let width = schema.columns.len() - 1;
        let awkward = ["", "a", "a,b", "\"q\"", "two\nlines", "=1", "'t", " x ", "\"", "007", ",", "\r\n"];
        let people: Vec<Vec<String>> = (0..30)
            .map(|person| (0..width).map(|column| awkward[(person * 7 + column * person) % 12].to_owned()).collect())
            .collect();
        let lines: Vec<String> = people.iter().map(|cells| format!("{},41", line_from_cells(cells))).collect();
        let only = |headers: &[&str]| ColumnChoice::Only(headers.iter().map(|header| (*header).to_owned()).collect());
        let choices =
            [ColumnChoice::All, only(&[]), only(&["EmployeeId", "FirstName", "LastName"]), only(&["Language"])];
        for columns in choices {
            for (profile, system) in [(true, true), (true, false), (false, true), (false, false)] {
                for form in [Form::Plain, Form::Spreadsheet { protect: false }] {
                    let options = ExtractOptions { columns: columns.clone(), profile, system, form };
                    let mut extract = Extract::new(&schema, &options);
                    extract.take();
                    for cells in &people {
                        extract.write_person(cells, 41);
                    }
                    let cut = Cut::from_options(&schema, &options).expect("can be cut").cut(lines.join("\n"));
                    assert!(cut == extract.into_bytes(), "{options:?}");
                }
            }
        }
    }
}
