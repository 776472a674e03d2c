//! What a rule is: its documentation, its metadata, and the stage that it looks at.

use crate::finding::{Severity, Sink};
use crate::stages::bytes::Bytes;
use crate::stages::columns::Columns;
use crate::stages::dialect::Dialect;
use crate::stages::findings::{ChangedCell, Reviewed, ReviewedRow};
use crate::stages::records::Records;
use crate::stages::rows::Row;

/// One rule. Each stands in a file of its own below `rules/`, which `rule!` begins.
#[derive(Debug)]
pub struct Rule {
    /// Stable code, never reused: a letter for what the rule looks at, and a number.
    pub code: &'static str,
    /// Kebab-case name of the defect.
    pub name: &'static str,
    /// How much its findings matter.
    pub severity: Severity,
    /// Whether its findings offer fixes.
    pub fixes: Fixes,
    /// The check, by the stage that it looks at.
    pub check: Check,
    /// Its documentation, in Markdown, with examples that the tests execute; empty without the feature `documentation`.
    pub documentation: &'static str,
}

/// Whether a rule's findings offer fixes. The tests hold every rule to what it declares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fixes {
    /// Never.
    None,
    /// At some places.
    Sometimes,
    /// At every place.
    Always,
}

/// The stage that a rule looks at. A rule sees what its stage and those before it made, and nothing else.
#[derive(Debug, Clone, Copy)]
pub enum Check {
    /// Looks at the bytes and their encoding.
    Bytes(fn(&Bytes, &mut Sink)),
    /// Looks at delimiter, quote and line ends.
    Dialect(fn(&Dialect, &mut Sink)),
    /// Looks at where records begin and end.
    Records(fn(&Records, &mut Sink)),
    /// Looks at the header.
    Header(fn(&Columns, &mut Sink)),
    /// Looks at each cell that the file would write.
    Cell(fn(&Reviewed<'_>, &Row<'_>, &ChangedCell<'_>, &mut Sink)),
    /// Looks at each row of which anything can be said: its cells that differ come with it.
    Row(fn(&Reviewed<'_>, &ReviewedRow<'_>, &mut Sink)),
    /// Looks at rows, values and people: everything that is known once the file is merged.
    Merge(fn(&Reviewed<'_>, &mut Sink)),
}

/// Declares a rule: doc comments become its documentation.
macro_rules! rule {
    ($(#[doc = $line:expr])+ $vis:vis static $name:ident = { code: $code:literal, name: $kebab:literal, severity: $severity:ident, fixes: $fixes:ident, check: $stage:ident($check:path) $(,)? };) => {
        $(#[doc = $line])+
        $vis static $name: $crate::rule::Rule = $crate::rule::Rule {
            code: $code,
            name: $kebab,
            severity: $crate::finding::Severity::$severity,
            fixes: $crate::rule::Fixes::$fixes,
            check: $crate::rule::Check::$stage($check),
            documentation: if cfg!(feature = "documentation") { concat!($($line, "\n"),+) } else { "" },
        };
    };
}
pub(crate) use rule;

/// The directory of the examples in the rules' documentation that bring none of their own.
pub const EXAMPLE_DIRECTORY: &str = "\
Username,WorkEmail,FirstName,LastName,EmployeeId,OfficialLocation,WorkMobilePhone,AccountState
ann@example.com,ann@example.com,Ann,Lee,00017,HQ,'+1 555 0117,ACTIVE
ben@example.com,ben@example.com,Ben,Ode,00018,Factory,'+1 555 0118,ACTIVE
";
