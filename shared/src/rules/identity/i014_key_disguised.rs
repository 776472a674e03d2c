//! I014: a key that is somebody's in disguise.

use crate::check::rule;
use crate::fix::Fix;
use crate::reviewed::Reviewed;
use crate::sink::{Detail, Sink};
use crate::values::text::{shortened, without_controls};
use crate::words;

rule! {
    /// ## What it finds
    /// A row about nobody whose key is somebody's, in the form that a program made of it: as a number with decimals or
    /// separated thousands, escaped, in quotes, or with an invisible character in it.
    ///
    /// ## Why it matters
    /// The row finds nobody, or would create the same person again.
    ///
    /// ## What to do
    /// Write the key as it is stored; the fix does.
    ///
    /// ## Flagged
    /// ```csv employee-id
    /// EmployeeId,FirstName
    /// 17.0,Annie
    /// ```
    ///
    /// ## Fixed
    /// ```csv employee-id
    /// EmployeeId,FirstName
    /// 00017,Annie
    /// ```
    ///
    /// ## Flagged
    /// ```csv bytes
    /// Username,FirstName
    /// \x1Fann@example.com,Annie
    /// ben@example.com,Benny
    /// ```
    ///
    /// ## Accepted
    /// ```csv employee-id
    /// EmployeeId,FirstName
    /// 00018,Benny
    /// ```
    pub(crate) static RULE = { code: "I014", name: "key-disguised", severity: Error, fixes: Always, check: Merge(check) };
}

fn check(reviewed: &Reviewed<'_>, sink: &mut Sink) {
    let Some(column) = reviewed.schema.key(reviewed.options.key) else { return };
    let header = reviewed.schema.header_of(column);
    for (position, disguised) in reviewed.disguised() {
        let Some(row) = reviewed.rows.row(*position) else { continue };
        let Some(edit) = reviewed.edit(&row, column, &disguised.stored) else { continue };
        let mut place = reviewed.cell_place(&row, column);
        place.stored = Some(disguised.stored.clone());
        sink.report(
            &RULE,
            Some(header),
            disguised.transform.name,
            || place,
            || {
                // What nobody sees isn't printed.
                let value = without_controls(&reviewed.value(&row, column).unwrap_or_default());
                let what = (disguised.transform.says)();
                Detail {
                    message: words!(
                        "The {header} “{value}” is {stored}: {what}.",
                        header,
                        value = shortened(&value),
                        stored = disguised.stored,
                        what
                    ),
                    many: words!("{count} rows have somebody's {header} in another form: {what}.", header, what),
                    help: words!("Like this, the rows find nobody. Write the keys as they are stored."),
                    fixes: vec![Fix::safe(words!("Write the known {header}", header), edit)],
                }
            },
        );
    }
}
