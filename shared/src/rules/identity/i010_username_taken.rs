//! I010: a Username that somebody else has.

use crate::check::rule;
use crate::reviewed::Reviewed;
use crate::schema::Kind;
use crate::sink::Sink;

rule! {
    /// ## What it finds
    /// A Username that another person would hold, too, once every row has done what it does. Two people may swap
    /// theirs.
    ///
    /// ## Why it matters
    /// A Username belongs to one person at most.
    ///
    /// ## What to do
    /// Correct it, or keep the stored value.
    ///
    /// ## Flagged
    /// ```csv employee-id
    /// EmployeeId,Username
    /// 00017,ben@example.com
    /// ```
    ///
    /// ## Accepted
    /// ```csv employee-id
    /// EmployeeId,Username
    /// 00017,ben@example.com
    /// 00018,ann@example.com
    /// ```
    pub(crate) static RULE = { code: "I010", name: "username-taken", severity: Error, fixes: Sometimes, check: Merge(check) };
}

fn check(reviewed: &Reviewed<'_>, sink: &mut Sink) {
    reviewed.report_taken(&RULE, |column| column.kind == Kind::Username, sink);
}
