//! T010: values of other people, who keep them.

use crate::check::rule;
use crate::reviewed::{AccidentWords, Reviewed};
use crate::sink::Sink;
use crate::stages::merge::AccidentKind;
use crate::words;

rule! {
    /// ## What it finds
    /// Several cells of a column in which everybody has a value of her own, as phones and badges, that now hold the
    /// values of other people, who keep theirs.
    ///
    /// ## Why it matters
    /// A list pasted into filtered rows lands on other people, and one value pasted over a selection becomes
    /// everybody's.
    ///
    /// ## What to do
    /// Keep the stored values; the fix does. If these people share them indeed, say that it is meant.
    ///
    /// ## Directory
    /// ```csv
    /// Username,WorkMobilePhone
    /// ann@example.com,555 0101
    /// ben@example.com,555 0102
    /// cem@example.com,555 0103
    /// dot@example.com,555 0104
    /// eva@example.com,555 0105
    /// fay@example.com,555 0106
    /// gus@example.com,555 0107
    /// hal@example.com,555 0108
    /// ida@example.com,555 0109
    /// ```
    ///
    /// ## Flagged
    /// ```csv
    /// Username,WorkMobilePhone
    /// ann@example.com,555 0101
    /// ben@example.com,555 0102
    /// cem@example.com,555 0103
    /// dot@example.com,555 0104
    /// eva@example.com,555 0101
    /// fay@example.com,555 0102
    /// gus@example.com,555 0103
    /// hal@example.com,555 0104
    /// ida@example.com,555 0109
    /// ```
    ///
    /// ## Flagged
    /// ```csv
    /// Username,WorkMobilePhone
    /// ann@example.com,555 0101
    /// cem@example.com,555 0101
    /// eva@example.com,555 0101
    /// gus@example.com,555 0101
    /// ida@example.com,555 0101
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,WorkMobilePhone
    /// ann@example.com,555 0101
    /// ben@example.com,555 0102
    /// cem@example.com,555 0101
    /// dot@example.com,555 0204
    /// eva@example.com,555 0205
    /// fay@example.com,555 0206
    /// gus@example.com,555 0207
    /// hal@example.com,555 0208
    /// ida@example.com,555 0109
    /// ```
    pub(crate) static RULE = { code: "T010", name: "values-of-others", severity: Warning, fixes: Always, check: Merge(check) };
}

fn check(reviewed: &Reviewed<'_>, sink: &mut Sink) {
    for together in reviewed.accidents_like(|kind| *kind == AccidentKind::Pasted) {
        let words = AccidentWords {
            message: words!(
                "{cells} cells of {header} hold the values of other people, who keep theirs.",
                cells = together.cells(),
                header = together.headers
            ),
            help: words!(
                "It looks as if cells were pasted into filtered rows, or one over many. Keep the stored values, unless these people share the others' indeed."
            ),
            fix: words!("Keep the stored values"),
        };
        reviewed.report_accidents(&RULE, &together, &words, sink);
    }
}
