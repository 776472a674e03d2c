//! The styles of what is printed. Whether they reach the terminal is decided where it is printed.

use anstyle::{AnsiColor, Effects, Style};
use shared::rule::Severity;

/// What stands out.
pub(in crate::cli) const STRONG: Style = Style::new().effects(Effects::BOLD);
/// What stands back.
pub(in crate::cli) const FAINT: Style = Style::new().effects(Effects::DIMMED);
/// The lines and arrows round an excerpt.
pub(in crate::cli) const FRAME: Style = AnsiColor::BrightBlue.on_default().effects(Effects::BOLD);

/// The colour of a severity.
pub(in crate::cli) fn of(severity: Severity) -> Style {
    let color = match severity {
        Severity::Error => AnsiColor::BrightRed,
        Severity::Warning => AnsiColor::Yellow,
        Severity::Note => AnsiColor::BrightGreen,
    };
    color.on_default().effects(Effects::BOLD)
}
