//! I011: a key of which a spreadsheet took the leading zeros.

use crate::check::rule;
use crate::fix::Fix;
use crate::options::Key;
use crate::reviewed::Reviewed;
use crate::sink::{Detail, Sink};
use crate::stages::merge::RowState;
use crate::words;

rule! {
    /// ## What it finds
    /// In a file whose key is the EmployeeId: a row about nobody, whose key is somebody's EmployeeId without its leading
    /// zeros.
    ///
    /// ## Why it matters
    /// A spreadsheet took the id for a number. The row finds nobody, or would create the same person again.
    ///
    /// ## What to do
    /// Put the zeros back.
    ///
    /// ## Flagged
    /// ```csv employee-id
    /// EmployeeId,FirstName
    /// 17,Annie
    /// ```
    ///
    /// ## Fixed
    /// ```csv employee-id
    /// EmployeeId,FirstName
    /// 00017,Annie
    /// ```
    ///
    /// ## Accepted
    /// ```csv employee-id
    /// EmployeeId,FirstName
    /// 00018,Benny
    /// ```
    pub(crate) static RULE = { code: "I011", name: "key-zeros-lost", severity: Error, fixes: Always, check: Merge(check) };
}

/// How many zeros an id may have lost.
const MOST_ZEROS: usize = 12;

fn check(reviewed: &Reviewed<'_>, sink: &mut Sink) {
    let Some(column) = reviewed.schema.employee_id().filter(|_| reviewed.options.key == Key::EmployeeId) else {
        return;
    };
    let header = reviewed.schema.header_of(column);
    let about_nobody = |state: RowState| matches!(state, RowState::NotFound | RowState::Create);
    for (position, _) in reviewed.merge.rows.iter().enumerate().filter(|(_, merged)| about_nobody(merged.state)) {
        let Some(row) = reviewed.rows.row(position) else { continue };
        let key = reviewed.value(&row, column).unwrap_or_default();
        let Some(stored) = with_zeros(reviewed, &key) else { continue };
        let mut place = reviewed.cell_place(&row, column);
        place.stored = Some(stored.clone());
        let Some(edit) = reviewed.edit(&row, column, &stored) else { continue };
        sink.report(
            &RULE,
            Some(header),
            "",
            || place,
            || Detail {
                message: words!(
                    "Leading zeros lost in the key: nobody has the {header} {key}, somebody has {stored}.",
                    header,
                    key,
                    stored
                ),
                many: words!(
                    "Leading zeros lost in the key: {count} rows have an {header} of which the zeros are gone.",
                    header
                ),
                help: words!(
                    "A spreadsheet took the id for a number. Put the zeros back; sent like this, the row finds nobody."
                ),
                fixes: vec![Fix::safe(words!("Put the zeros back"), edit)],
            },
        );
    }
}

/// The one id in the directory that is this key with zeros before it.
fn with_zeros(reviewed: &Reviewed<'_>, key: &str) -> Option<String> {
    if key.is_empty() || !key.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let padded = (1..=MOST_ZEROS).map(|zeros| "0".repeat(zeros) + key);
    let mut found = padded.filter(|id| reviewed.directory.find_employee_id(id).is_some());
    let first = found.next()?;
    found.next().is_none().then_some(first)
}
