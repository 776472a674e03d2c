//! What was noticed.

use crate::worker::protocol::Severity;

pub use super::catalogue::findings::*;

/// A severity in a word.
pub fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => error(),
        Severity::Warning => warning(),
        Severity::Note => note(),
    }
}

/// What a severity means.
pub fn meaning(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => error_means(),
        Severity::Warning => warning_means(),
        Severity::Note => note_means(),
    }
}
