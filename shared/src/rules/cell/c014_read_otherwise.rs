//! C014: a cell that is read as another text than it shows.

use crate::check::rule;
use crate::reviewed::{Reviewed, ReviewedRow};
use crate::schema::Kind;
use crate::sink::{Detail, Sink};
use crate::stages::rows::is_reread;
use crate::values::{clock, date, formula, text::shortened};
use crate::words;

rule! {
    /// ## What it finds
    /// A day with a midnight behind it or with its year first in another notation than YYYY-MM-DD, and a text that an
    /// exporter wrote as a formula: `="00123"`.
    ///
    /// ## Why it matters
    /// Each of them can be read in one way only, and is read so.
    ///
    /// ## What to do
    /// Nothing.
    ///
    /// ## Flagged
    /// ```csv
    /// Username,Joined
    /// ann@example.com,2020-04-03 00:00:00
    /// ```
    ///
    /// ## Flagged
    /// ```csv
    /// Username,Joined
    /// ann@example.com,2020/4/3
    /// ```
    ///
    /// ## Flagged
    /// ```csv
    /// Username,EmployeeId
    /// ann@example.com,"=""00017"""
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,Joined,EmployeeId
    /// ann@example.com,2020-04-03,00017
    /// ```
    pub(crate) static RULE = { code: "C014", name: "read-otherwise", severity: Note, fixes: None, check: Row(check) };
}

fn check(reviewed: &Reviewed<'_>, changed: &ReviewedRow<'_>, sink: &mut Sink) {
    if !changed.merged.is_reread() {
        return;
    }
    let row = &changed.row;
    for (index, column) in reviewed.schema.columns.iter().enumerate() {
        let Some(text) = row.cell_of(index).filter(|text| is_reread(column, text)) else { continue };
        let text = text.trim();
        let header = &column.header;
        let place = || reviewed.cell_place(row, index);
        if let Some(read) = formula::text_of(text) {
            sink.report(&RULE, Some(header), "formula", place, || Detail {
                message: words!(
                    "{header} is written as a formula, {value}: read as the text in it, {read}.",
                    header,
                    value = shortened(text),
                    read = shortened(&read)
                ),
                many: words!(
                    "{count} cells of {header} are written as formulas, such as {value}: read as the texts in them.",
                    header,
                    value = shortened(text)
                ),
                help: words!("Nothing needs to be done."),
                fixes: Vec::new(),
            });
            continue;
        }
        let Kind::Date { yearless } = column.kind else { continue };
        let midnight = clock::without_midnight(text).len() < text.len();
        // What the admin picked needs no note.
        let format = reviewed.options.dates.filter(|_| midnight);
        let Some(day) = date::parse(text, format, yearless).filter(|day| day != text) else { continue };
        let cause = if midnight { "midnight" } else { "year-first" };
        sink.report(&RULE, Some(header), cause, place, || {
            let value = shortened(text);
            let (message, many) = if midnight {
                (
                    words!("{header} has a midnight behind its day, {value}: read as {day}.", header, value, day),
                    words!(
                        "{count} days of {header} have a midnight behind them, such as {value}: read as the days.",
                        header,
                        value
                    ),
                )
            } else {
                (
                    words!("{header} has its year first, {value}: read as {day}.", header, value, day),
                    words!(
                        "{count} days of {header} have their year first, such as {value}: read as {day}.",
                        header,
                        value,
                        day
                    ),
                )
            };
            Detail { message, many, help: words!("Nothing needs to be done."), fixes: Vec::new() }
        });
    }
}
