//! Findings for people: what, where with the line itself, why it matters, what would mend it.

mod answer;
pub(super) mod changes;
mod place;
pub(super) mod style;

use std::fmt::Write;

use shared::finding::{Finding, Place};
use shared::fix::Action;
use shared::plan::StoryLine;
use shared::rule::Severity;
use shared::stages::bytes::Bytes;
use shared::stages::dialect::Dialect;
use shared::stages::records::Records;
use shared::values::text::counted;
use unicode_width::UnicodeWidthStr;

pub(super) use place::{Spot, visible};

/// How many places of one finding are shown.
const PLACES_SHOWN: usize = 3;
/// How many findings of one kind are shown; more are counted.
const FINDINGS_SHOWN: usize = 20;
/// Where help is broken into lines.
pub(super) const COLUMNS: usize = 100;

/// The file that findings are about.
#[derive(Debug, Clone, Copy)]
pub(super) struct Source<'a> {
    /// How it is called.
    pub(super) name: &'a str,
    /// Its bytes, for places in what is no text.
    pub(super) raw: &'a [u8],
    pub(super) bytes: &'a Bytes,
    pub(super) dialect: &'a Dialect,
    pub(super) records: &'a Records,
}

/// A text that grows, with styles in it.
pub(super) struct Report<'a> {
    pub(super) text: String,
    source: Source<'a>,
}

impl<'a> Report<'a> {
    pub(super) fn new(source: Source<'a>) -> Self {
        Self { text: String::new(), source }
    }

    /// What the file does, a sentence a column, before all that was noticed.
    pub(super) fn story(&mut self, story: &[StoryLine]) {
        if story.is_empty() {
            return;
        }
        let strong = style::STRONG;
        let _ = writeln!(self.text, "{strong}What this file does{strong:#}");
        for line in story {
            let tone = style::of(line.severity);
            let sentence = visible(&line.sentence.to_string());
            for (position, part) in broken(&sentence, COLUMNS.saturating_sub(4)).iter().enumerate() {
                let mark = if position == 0 { "-" } else { " " };
                let _ = writeln!(self.text, "  {tone}{mark}{tone:#} {part}");
            }
        }
        self.text.push('\n');
    }

    /// Every finding; of a rule that found many things, the first.
    pub(super) fn findings(&mut self, findings: &[Finding]) {
        for of_rule in findings.chunk_by(|one, other| one.code == other.code) {
            for finding in of_rule.iter().take(FINDINGS_SHOWN) {
                self.finding(finding);
            }
            if let Some(rest) = of_rule.len().checked_sub(FINDINGS_SHOWN).filter(|rest| *rest > 0) {
                let name = of_rule.first().map_or("", |finding| finding.name.as_str());
                let _ = writeln!(self.text, "… and {} of {name}\n", counted(rest, "more finding", "more findings"));
            }
        }
    }

    fn finding(&mut self, finding: &Finding) {
        let (severity, strong) = (style::of(finding.severity), style::STRONG);
        let word = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        };
        let Finding { code, name, message, .. } = finding;
        let message = visible(&message.to_string());
        let _ = writeln!(self.text, "{severity}{word} {code}[{name}]{severity:#}{strong}: {message}{strong:#}");
        let shown: Vec<(&Place, Option<Spot>)> = finding
            .places
            .iter()
            .take(PLACES_SHOWN)
            .map(|place| (place, Spot::of(finding, place, &self.source)))
            .collect();
        let widest = shown.iter().filter_map(|(_, spot)| spot.as_ref().map(|spot| spot.line.to_string().len())).max();
        let gutter = widest.unwrap_or(1);
        let located = shown.iter().any(|(_, spot)| spot.is_some());
        for (place, spot) in &shown {
            if let Some(spot) = spot {
                self.spot(place, spot, finding.severity, gutter);
            }
        }
        let (blue, margin) = (style::FRAME, " ".repeat(gutter));
        if let Some(rest) = finding.count.checked_sub(shown.len()).filter(|rest| *rest > 0 && located) {
            let _ =
                writeln!(self.text, "{margin} {blue}={blue:#} … and {}", counted(rest, "more place", "more places"));
        }
        self.remark(gutter, "help", &finding.help.to_string());
        for fix in &finding.fixes {
            self.remark(gutter, "fix", &format!("{}{}", fix.title, answer::how(fix)));
        }
        self.text.push('\n');
    }

    /// A finding that a fix was applied to: what was wrong, and what stands there now.
    pub(super) fn fixed(&mut self, finding: &Finding) {
        let Some(fix) = finding.fixes.first() else { return };
        let (good, strong, name) = (style::of(Severity::Note), style::STRONG, &finding.name);
        let (code, message) = (&finding.code, visible(&finding.message.to_string()));
        let _ = writeln!(self.text, "{good}fixed {code}[{name}]{good:#}{strong}: {message}{strong:#}");
        let spots: Vec<(Spot, Option<&Action>)> = (0..finding.places.len().min(PLACES_SHOWN))
            .filter_map(|position| {
                let spot = Spot::of(finding, finding.places.get(position)?, &self.source)?;
                Some((spot, fix.actions.get(position)))
            })
            .collect();
        let gutter = spots.iter().map(|(spot, _)| spot.line.to_string().len()).max().unwrap_or(1);
        for (spot, action) in &spots {
            let now = match action {
                Some(Action::Edit { value, .. }) if value.is_empty() => "now nothing".to_owned(),
                Some(Action::Edit { value, .. }) => {
                    format!("now {}", visible(&shared::values::text::shortened(value)))
                }
                _ => String::new(),
            };
            self.marked(spot, &now, Severity::Note, gutter);
        }
        let (blue, margin) = (style::FRAME, " ".repeat(gutter));
        if let Some(rest) = finding.count.checked_sub(spots.len()).filter(|rest| *rest > 0 && !spots.is_empty()) {
            let _ =
                writeln!(self.text, "{margin} {blue}={blue:#} … and {}", counted(rest, "more place", "more places"));
        }
        self.remark(gutter, "done", &fix.title.to_string());
        self.text.push('\n');
    }

    /// The line with a mark under the cell, and the values that it is held against.
    fn spot(&mut self, place: &Place, spot: &Spot, severity: Severity, gutter: usize) {
        self.marked(spot, &values(place), severity, gutter);
    }

    fn marked(&mut self, spot: &Spot, values: &str, severity: Severity, gutter: usize) {
        let (blue, mark, name) = (style::FRAME, style::of(severity), self.source.name);
        let margin = " ".repeat(gutter);
        let position = spot.column.map(|column| format!(":{column}")).unwrap_or_default();
        let _ = writeln!(self.text, "{margin}{blue}-->{blue:#} {name}:{}{position}", spot.line);
        if let Some(excerpt) = &spot.excerpt {
            let _ = writeln!(self.text, "{margin} {blue}|{blue:#}");
            let _ = writeln!(self.text, "{blue}{:>gutter$} |{blue:#} {}", spot.line, excerpt.text);
            if excerpt.length > 0 {
                let (before, carets) = (" ".repeat(excerpt.start), "^".repeat(excerpt.length));
                let _ = writeln!(
                    self.text,
                    "{margin} {blue}|{blue:#} {before}{mark}{}{mark:#}",
                    format!("{carets} {values}").trim_end()
                );
                return;
            }
        }
        if !values.is_empty() {
            let _ = writeln!(self.text, "{margin} {blue}|{blue:#} {mark}{values}{mark:#}");
        }
    }

    fn remark(&mut self, gutter: usize, word: &str, text: &str) {
        let (blue, strong, margin) = (style::FRAME, style::STRONG, " ".repeat(gutter));
        let indent = gutter + word.len() + 5;
        let lines = broken(&visible(text), COLUMNS.saturating_sub(indent));
        for (position, line) in lines.iter().enumerate() {
            if position == 0 {
                let _ = writeln!(self.text, "{margin} {blue}={blue:#} {strong}{word}:{strong:#} {line}");
            } else {
                let _ = writeln!(self.text, "{}{line}", " ".repeat(indent));
            }
        }
    }

    /// The last line: how it stands, in words.
    pub(super) fn summary(&mut self, words: &str, blocked: bool) {
        let style = style::of(if blocked { Severity::Error } else { Severity::Note });
        let _ = writeln!(self.text, "{style}{}{style:#}", visible(words));
    }
}

/// How many findings there are of each severity, in words.
pub(super) fn tally(findings: &[Finding]) -> String {
    let of = |severity: Severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let words = [
        (of(Severity::Error), "error", "errors"),
        (of(Severity::Warning), "warning", "warnings"),
        (of(Severity::Note), "note", "notes"),
    ];
    let words: Vec<String> =
        words.iter().filter(|(count, ..)| *count > 0).map(|(count, one, many)| counted(*count, one, many)).collect();
    match words.as_slice() {
        [] => "nothing was noticed".to_owned(),
        [all @ .., last] if !all.is_empty() => format!("{} and {last}", all.join(", ")),
        _ => words.concat(),
    }
}

/// What was stored and what the extract had, where the finding knows.
fn values(place: &Place) -> String {
    let value = |name: &str, value: &Option<String>| {
        let text = value.as_deref()?;
        let text = if text.is_empty() { "nothing".to_owned() } else { visible(&shared::values::text::shortened(text)) };
        Some(format!("{name} {text}"))
    };
    let base = place.base.as_ref().filter(|_| place.base != place.stored).cloned();
    [value("stored:", &place.stored), value("in the extract:", &base)]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ")
}

/// Breaks text between words so that no line is wider than it may be, if its words allow.
pub(super) fn broken(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let Some(line) = lines.last_mut() else { break };
        if line.is_empty() {
            line.push_str(word);
        } else if line.width() + 1 + word.width() <= width {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::broken;

    #[test]
    fn help_is_broken_between_words() {
        assert_eq!(broken("one two three", 7), ["one two", "three"]);
        assert_eq!(broken("incomprehensibilities", 7), ["incomprehensibilities"]);
        assert_eq!(broken("", 7), [""]);
    }
}
