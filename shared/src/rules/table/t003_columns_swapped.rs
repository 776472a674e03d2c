//! T003: two columns that changed places.

use crate::check::rule;
use crate::reviewed::{AccidentWords, Reviewed};
use crate::sink::Sink;
use crate::stages::merge::AccidentKind;
use crate::values::words::Count;
use crate::words;

rule! {
    /// ## What it finds
    /// Two columns that hold each other's values.
    ///
    /// ## Why it matters
    /// A column that was moved without its name, or two names that were exchanged, put every value where it doesn't
    /// belong.
    ///
    /// ## What to do
    /// Put the columns back; the fix does, for both. If it is what you want, say that it is meant.
    ///
    /// ## Directory
    /// ```csv
    /// Username,FirstName,EmployeeId,HomePhone,JobCategory
    /// ann@example.com,Ann,E-63,555 0101,Office
    /// ben@example.com,Ben,E-47,555 0102,Field
    /// cem@example.com,Cem,E-31,555 0103,Care
    /// dot@example.com,Dot,E-08,555 0104,Office
    /// eva@example.com,Eva,E-12,555 0105,Field
    /// fay@example.com,Fay,E-19,555 0106,Care
    /// gus@example.com,Gus,E-25,555 0107,Office
    /// ```
    ///
    /// ## Flagged
    /// ```csv
    /// Username,FirstName,HomePhone,JobCategory
    /// ann@example.com,Ann,Office,555 0101
    /// ben@example.com,Ben,Field,555 0102
    /// cem@example.com,Cem,Care,555 0103
    /// dot@example.com,Dot,Office,555 0104
    /// eva@example.com,Eva,Field,555 0105
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,FirstName,HomePhone,JobCategory
    /// ann@example.com,Ann,555 0101,Desk
    /// ben@example.com,Ben,555 0102,Desk
    /// cem@example.com,Cem,555 0103,Desk
    /// dot@example.com,Dot,Office,555 0104
    /// eva@example.com,Eva,555 0105,Desk
    /// ```
    pub(crate) static RULE = { code: "T003", name: "columns-swapped", severity: Error, fixes: Always, check: Merge(check) };
}

fn check(reviewed: &Reviewed<'_>, sink: &mut Sink) {
    let of_pair = |one: usize, other: usize| move |kind: &AccidentKind| matches!(kind, AccidentKind::Swapped { with } if *with == one || *with == other);
    for accident in &reviewed.merge.accidents {
        let AccidentKind::Swapped { with } = accident.kind else { continue };
        // Said with the first of the two.
        if with < accident.column {
            continue;
        }
        let (header, other) = (reviewed.schema.header_of(accident.column), reviewed.schema.header_of(with));
        let words = AccidentWords {
            message: words!(
                "{header} holds the values of {other}, and the other way round, in {rows} rows.",
                header,
                other,
                rows = Count(accident.rows.len())
            ),
            help: words!("It looks as if the two columns, or their names, were exchanged. Put both back."),
            fix: words!("Put both columns back"),
        };
        for together in reviewed.accidents_like(of_pair(accident.column, with)) {
            reviewed.report_accidents(&RULE, &together, &words, sink);
        }
    }
}
