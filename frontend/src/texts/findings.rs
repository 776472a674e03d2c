//! What was noticed.

use super::numbers::{counted, number};
use crate::worker::protocol::Severity;

/// The heading.
pub const TITLE: &str = "What was noticed";
/// Nothing.
pub const NONE_TITLE: &str = "Nothing looks wrong";
/// About it.
pub const NONE: &str = "No error and no accident was found.";
/// All safe fixes at once.
pub const FIX_ALL_SAFE: &str = "Fix all that is safe";
/// To the next finding.
pub const NEXT: &str = "Next problem (n)";
/// To the finding before.
pub const PREVIOUS: &str = "Previous problem (p)";
/// Filters the table.
pub const SHOW: &str = "Show in table";
/// Takes the filter away.
pub const SHOWN: &str = "Shown in table";
/// Beside a fix that restores what certainly was meant.
pub const SAFE: &str = "safe";
/// The file's value.
pub const FILE: &str = "file";
/// The directory's value.
pub const STORED: &str = "directory";
/// The places' heading.
pub const EXAMPLES: &str = "Where";

/// A severity in a word.
pub fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "Error",
        Severity::Warning => "Warning",
        Severity::Note => "Note",
    }
}

/// What a severity means.
pub fn meaning(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "Must be mended or left out before sending.",
        Severity::Warning => "Worth a look; you confirm it before sending.",
        Severity::Note => "For your information.",
    }
}

/// A line of the file.
pub fn line(line: u32) -> String {
    format!("line {}", number(line))
}

/// How many places there are beyond those shown.
pub fn more(count: usize) -> String {
    format!("and {}", counted(count, "more place", "more places"))
}

/// How many places a finding has.
pub fn places(count: usize) -> String {
    counted(count, "place", "places")
}
