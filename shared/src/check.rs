//! How a rule looks at its stage, and how a rule file declares itself.

use crate::reviewed::{ChangedCell, Reviewed, ReviewedRow};
use crate::sink::Sink;
use crate::stages::bytes::Bytes;
use crate::stages::columns::Columns;
use crate::stages::dialect::Dialect;
use crate::stages::records::Records;
use crate::stages::rows::Row;
/// A check, by the stage that it looks at. It sees what its stage and those before it made, and nothing else.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Check {
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

/// Declares a rule: doc comments become its documentation. Makes `RULE`, which says what it is, and `CHECK`, which looks.
macro_rules! rule {
    ($(#[doc = $line:expr])+ $vis:vis static RULE = { code: $code:literal, name: $kebab:literal, severity: $severity:ident, fixes: $fixes:ident, check: $stage:ident($check:path) $(,)? };) => {
        $(#[doc = $line])+
        $vis static RULE: $crate::rule::Rule = $crate::rule::Rule {
            code: $code,
            name: $kebab,
            severity: $crate::rule::Severity::$severity,
            fixes: $crate::rule::Fixes::$fixes,
            looks_at: $crate::rule::Stage::$stage,
            documentation: if cfg!(feature = "documentation") { concat!($($line, "\n"),+) } else { "" },
        };
        $vis static CHECK: $crate::check::Check = $crate::check::Check::$stage($check);
    };
}
pub(crate) use rule;
