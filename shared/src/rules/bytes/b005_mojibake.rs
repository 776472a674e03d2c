//! B005: letters that were read in the wrong encoding.

use crate::check::rule;
use crate::fix::Fix;
use crate::reviewed::{ChangedCell, Reviewed};
use crate::sink::{Detail, Sink};
use crate::stages::rows::Row;
use crate::values::{mojibake, text::shortened};
use crate::words;

rule! {
    /// ## What it finds
    /// A new value such as `JosÃ©`: the bytes of `José` in UTF-8, read as if they were Windows or Mac text.
    ///
    /// ## Why it matters
    /// A program opened the file in the wrong encoding and saved what it saw. Names are broken for everybody who has
    /// such letters.
    ///
    /// ## What to do
    /// Undo it; the fix does. Better still, open the extract again as UTF-8. If the text is meant as it stands, say so.
    ///
    /// ## Directory
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,José
    /// ```
    ///
    /// ## Flagged
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,JosÃ©
    /// ```
    ///
    /// ## Fixed
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,José
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,Ürsã
    /// ```
    pub(crate) static RULE = { code: "B005", name: "mojibake", severity: Error, fixes: Always, check: Cell(check) };
}

fn check(reviewed: &Reviewed<'_>, row: &Row<'_>, cell: &ChangedCell<'_>, sink: &mut Sink) {
    let Some(meant) = mojibake::undone(&cell.value) else { return };
    let header = &cell.column.header;
    if reviewed.options.means(header, &cell.value) {
        return;
    }
    let certain = cell.stored.as_deref() == Some(&meant);
    sink.report(&RULE, Some(header), "", || reviewed.changed_place(row, cell), || {
        let fix = |edit| {
            if certain { Fix::safe(words!("Undo it"), edit) } else { Fix::needs_a_look(words!("Undo it"), edit) }
        };
        Detail {
            message: words!("“{value}” is “{meant}”: the text was read with the wrong encoding.", value = shortened(&cell.value), meant = shortened(&meant)),
            many: words!("In {count} cells of {header} the text was read with the wrong encoding.", header),
            help: words!("A program opened the file as something else than UTF-8. Undo it, and open the extract as UTF-8 next time."),
            fixes: reviewed.edit(row, cell.index, &meant).map(fix).into_iter().chain([reviewed.meant(cell)]).collect(),
        }
    });
}
