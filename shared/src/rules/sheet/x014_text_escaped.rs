//! X014: the escapes or quotes of another syntax in a value.

use crate::check::rule;
use crate::fix::Fix;
use crate::reviewed::{ChangedCell, Reviewed};
use crate::sink::Detail;
use crate::sink::Sink;
use crate::stages::rows::Row;
use crate::values::escapes;
use crate::values::text::shortened;
use crate::words;

rule! {
    /// ## What it finds
    /// A new value that is the stored one escaped as HTML, web addresses, source code or a workbook write it, or with
    /// quotes or an apostrophe put on, doubled or lost. Also a new value with HTML's or a workbook's escapes left in
    /// it.
    ///
    /// ## Why it matters
    /// `Smith &amp; Co` is no company's name. A program escaped the value for its own use and never took the escapes
    /// off.
    ///
    /// ## What to do
    /// Keep the stored value, or write the text without escapes; the fix does. If it is meant, say so.
    ///
    /// ## Directory
    /// ```csv
    /// Username,Nickname,JobCategory
    /// ann@example.com,O'Dee,R & D
    /// ben@example.com,Ben,Care
    /// ```
    ///
    /// ## Flagged
    /// ```csv
    /// Username,JobCategory
    /// ann@example.com,R &amp; D
    /// ```
    ///
    /// ## Fixed
    /// ```csv
    /// Username,JobCategory
    /// ann@example.com,R & D
    /// ```
    ///
    /// ## Flagged
    /// ```csv
    /// Username,Nickname
    /// ann@example.com,O''Dee
    /// ```
    ///
    /// ## Flagged
    /// ```csv
    /// Username,JobCategory
    /// ben@example.com,Field &amp; care
    /// ```
    ///
    /// ## Fixed
    /// ```csv
    /// Username,JobCategory
    /// ben@example.com,Field & care
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,JobCategory
    /// ben@example.com,R & D; care
    /// ```
    pub(crate) static RULE = { code: "X014", name: "text-escaped", severity: Error, fixes: Always, check: Cell(check) };
}

fn check(reviewed: &Reviewed<'_>, row: &Row<'_>, cell: &ChangedCell<'_>, sink: &mut Sink) {
    if let Some(transform) = reviewed.made_by(cell, &RULE) {
        let help = words!("A program wrote the value for its own use. Keep the stored values; if it is meant, say so.");
        let fixes = reviewed.kept_or_meant(row, cell);
        reviewed.report_made((&RULE, RULE.severity), transform, (row, cell), help, fixes, sink);
        return;
    }
    let header = &cell.column.header;
    let left_on = || escapes::html(&cell.value).or_else(|| escapes::xml(&cell.value));
    if reviewed.transform(cell).is_some() || reviewed.options.means(header, &cell.value) {
        return;
    }
    let Some(plain) = left_on() else { return };
    let place = || reviewed.changed_place(row, cell);
    sink.report(&RULE, Some(header), "left-on", place, || Detail {
        message: words!(
            "{header} holds escapes: “{value}” is “{plain}”.",
            header,
            value = shortened(&cell.value),
            plain = shortened(&plain)
        ),
        many: words!(
            "{count} cells of {header} hold escapes, such as “{value}” for “{plain}”.",
            header,
            value = shortened(&cell.value),
            plain = shortened(&plain)
        ),
        help: words!("A program wrote them for its own use. Write the text that they stand for."),
        fixes: reviewed
            .edit(row, cell.index, &plain)
            .map(|edit| Fix::needs_a_look(words!("Write what they stand for"), edit))
            .into_iter()
            .chain([reviewed.meant(cell)])
            .collect(),
    });
}
