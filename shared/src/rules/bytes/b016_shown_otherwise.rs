//! B016: cells of a workbook that are read otherwise than the sheet shows them.

use crate::check::rule;
use crate::finding::Place;
use crate::sink::{Detail, Sink};
use crate::stages::bytes::Bytes;
use crate::values::words::{Words, counted};
use crate::words;

rule! {
    /// ## What it finds
    /// Numbers of a workbook in a format that isn't known, which are read as plain numbers; and moments of which the
    /// format shows the day alone, which are read without their time of day.
    ///
    /// ## Why it matters
    /// What is read isn't what you see. And where a column of days holds times such as 23:00, the program that wrote it
    /// most likely moved every day into another time zone.
    ///
    /// ## What to do
    /// Look whether the values are what you meant. A format that isn't known is only a note.
    ///
    /// ## Flagged
    /// ```csv workbook format-[Blue]Standard
    /// Username,EmployeeId
    /// ann@example.com,17
    /// ```
    ///
    /// ## Flagged
    /// ```csv workbook format-dd/mm/yyyy
    /// Username,Joined
    /// ann@example.com,45292.9583
    /// ```
    ///
    /// ## Accepted
    /// ```csv workbook format-dd/mm/yyyy
    /// Username,Joined
    /// ann@example.com,45292
    /// ```
    pub(crate) static RULE = { code: "B016", name: "shown-otherwise", severity: Warning, fixes: None, check: Bytes(check) };
}

fn check(bytes: &Bytes, sink: &mut Sink) {
    let Some(workbook) = &bytes.workbook else { return };
    let seen = &workbook.unknown_formats;
    if seen.count > 0 {
        sink.report_mildly(
            &RULE,
            None,
            || Place::at_line(seen.row),
            || Detail {
                message: words!(
                    "{numbers} in a format that isn't known, the first is {first}; read as plain numbers.",
                    numbers = counted(seen.count, words!("{count} number is"), words!("{count} numbers are")),
                    first = seen.name
                ),
                many: Words::default(),
                help: words!("The sheet may show them otherwise. Look whether they are what you meant."),
                fixes: Vec::new(),
            },
        );
    }
    let seen = &workbook.times_cut;
    if seen.count > 0 {
        sink.report(&RULE, None, "", || Place::at_line(seen.row), || Detail {
            message: words!(
                "{days} a time of day that the sheet doesn't show, the first is {first}; only the day is read.",
                days = counted(seen.count, words!("{count} day holds"), words!("{count} days hold")),
                first = seen.name
            ),
            many: Words::default(),
            help: words!("Where many hold a time such as 23:00, a program most likely moved them into another time zone: compare some days with the stored ones."),
            fixes: Vec::new(),
        });
    }
}
