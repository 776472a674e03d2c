//! T012: a column that another one was copied over.

use crate::check::rule;
use crate::reviewed::{AccidentWords, Reviewed, Together};
use crate::sink::Sink;
use crate::stages::merge::{Accident, AccidentKind};
use crate::values::words::Count;
use crate::words;

rule! {
    /// ## What it finds
    /// A column that held values of its own, and now holds those of another column of the same rows. A column that
    /// was empty may be filled from another, and a mail address may be the Username: that is no accident.
    ///
    /// ## Why it matters
    /// A column pasted one too far to the left or right replaces what stood there, and each value looks like one.
    ///
    /// ## What to do
    /// Keep the stored values; the fix does. If the two columns are to say the same, say that it is meant.
    ///
    /// ## Directory
    /// ```csv
    /// Username,FirstName,Nickname,WorkOfficePhone,WorkMobilePhone
    /// ann@example.com,Ann,Nan,555 0101,555 0201
    /// ben@example.com,Ben,Benny,555 0102,555 0202
    /// cem@example.com,Cem,,555 0103,555 0203
    /// dot@example.com,Dot,Dottie,555 0104,555 0204
    /// eva@example.com,Eva,,555 0105,555 0205
    /// ```
    ///
    /// ## Flagged
    /// ```csv
    /// Username,WorkMobilePhone
    /// ann@example.com,555 0101
    /// ben@example.com,555 0102
    /// cem@example.com,555 0103
    /// dot@example.com,555 0104
    /// eva@example.com,555 0105
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,Nickname,WorkMobilePhone
    /// ann@example.com,Nan,555 0201
    /// ben@example.com,Benny,555 0202
    /// cem@example.com,Cem,555 0303
    /// dot@example.com,Dot,555 0304
    /// eva@example.com,Eva,555 0305
    /// ```
    pub(crate) static RULE = { code: "T012", name: "column-copied", severity: Warning, fixes: Always, check: Merge(check) };
}

fn check(reviewed: &Reviewed<'_>, sink: &mut Sink) {
    for together in reviewed.accidents_like(|kind| matches!(kind, AccidentKind::Copied { .. })) {
        let words = match together.accidents.as_slice() {
            [Accident { kind: AccidentKind::Copied { from }, column, rows, .. }] => {
                one(reviewed.schema.header_of(*column), reviewed.schema.header_of(*from), rows.len())
            }
            _ => several(&together),
        };
        reviewed.report_accidents(&RULE, &together, &words, sink);
    }
}

fn one(header: &str, other: &str, rows: usize) -> AccidentWords {
    AccidentWords {
        message: words!(
            "{header} holds the values of {other} in {rows} rows, in place of its own.",
            header,
            other,
            rows = Count(rows)
        ),
        help: words!(
            "It looks as if {other} was pasted over it. Keep the stored values, unless the two columns are to say the same.",
            other
        ),
        fix: words!("Keep the stored values"),
    }
}

fn several(together: &Together<'_>) -> AccidentWords {
    AccidentWords {
        message: words!(
            "{headers} hold the values of other columns, in place of their own: {cells} cells.",
            headers = together.headers,
            cells = together.cells()
        ),
        help: words!(
            "It looks as if columns were moved or pasted without their names. Keep the stored values, unless they are to say what the others say."
        ),
        fix: words!("Keep the stored values"),
    }
}
