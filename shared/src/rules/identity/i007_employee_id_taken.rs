//! I007: an EmployeeId that somebody else has.

use crate::check::rule;
use crate::reviewed::Reviewed;
use crate::schema::Kind;
use crate::sink::Sink;

rule! {
    /// ## What it finds
    /// An EmployeeId that another person would hold, too, once every row has done what it does. Two people may swap
    /// theirs. The same goes for every other column that the schema calls unique, but for the Username.
    ///
    /// ## Why it matters
    /// An EmployeeId belongs to one person at most.
    ///
    /// ## What to do
    /// Correct it, or keep the stored value.
    ///
    /// ## Flagged
    /// ```csv
    /// Username,EmployeeId
    /// ann@example.com,00018
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,EmployeeId
    /// ann@example.com,00018
    /// ben@example.com,00017
    /// ```
    pub(crate) static RULE = { code: "I007", name: "employee-id-taken", severity: Error, fixes: Sometimes, check: Merge(check) };
}

fn check(reviewed: &Reviewed<'_>, sink: &mut Sink) {
    reviewed.report_taken(&RULE, |column| column.kind != Kind::Username, sink);
}
