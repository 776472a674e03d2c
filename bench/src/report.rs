//! Lines of measures, printed and written into `docs/benchmarks.md`.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::time::Duration;

use crate::timing::ratio;

/// One measure beside its yardstick.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    /// Its number among the goals.
    pub(crate) measure: &'static str,
    pub(crate) what: String,
    pub(crate) took: String,
    pub(crate) yardstick: String,
    pub(crate) ratio: f64,
    /// The largest ratio that is good enough.
    pub(crate) goal: f64,
}

/// A part of the document that one command writes and the others leave alone.
pub(crate) struct Section<'a> {
    /// Its mark in the file.
    pub(crate) name: &'a str,
    pub(crate) title: &'a str,
    pub(crate) intro: &'a str,
    pub(crate) body: &'a str,
}

impl Line {
    /// A time beside another.
    pub(crate) fn times(
        measure: &'static str,
        what: &str,
        took: Duration,
        yardstick: &str,
        takes: Duration,
        goal: f64,
    ) -> Self {
        Self {
            measure,
            what: what.to_owned(),
            took: format!("{:.3} s", took.as_secs_f64()),
            yardstick: format!("{yardstick}: {:.3} s", takes.as_secs_f64()),
            ratio: ratio(took, takes),
            goal,
        }
    }
}

/// Shows lines while the rest is still being measured.
pub(crate) fn print<'a>(lines: impl IntoIterator<Item = &'a Line>) {
    for line in lines {
        let mark = if line.ratio <= line.goal { "reached" } else { "NOT reached" };
        println!(
            "{:<44} {:>10}  {:<44} {:>7.2} (at most {}: {mark})",
            line.what, line.took, line.yardstick, line.ratio, line.goal
        );
    }
}

/// The lines as a table.
pub(crate) fn table(lines: &[Line]) -> String {
    let mut table =
        "| measure | what | took | beside | ratio | goal | reached |\n|--:|---|--:|---|--:|--:|---|\n".to_owned();
    for line in lines {
        let reached = if line.ratio <= line.goal { "yes" } else { "**no**" };
        // Writing to a string does not fail.
        let _ = writeln!(
            table,
            "| {} | {} | {} | {} | {:.2} | ≤ {} | {reached} |",
            line.measure, line.what, line.took, line.yardstick, line.ratio, line.goal
        );
    }
    table
}

/// Puts a section into the document, in the place of its predecessor.
pub(crate) fn write(section: &Section<'_>) -> Result<(), String> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../docs/benchmarks.md");
    let document = std::fs::read_to_string(&path).unwrap_or_else(|_| HEAD.to_owned());
    std::fs::write(&path, with_section(&document, section))
        .map_err(|error| format!("docs/benchmarks.md could not be written: {error}"))?;
    println!("\ndocs/benchmarks.md has it.");
    Ok(())
}

const HEAD: &str = "\
# Benchmarks

Written by `./dev bench`; don't edit by hand. A ratio says how many times as long (or as large) something is as its yardstick,
taken in turns on one machine, so it can be compared with a run elsewhere; the seconds can't.
";

fn with_section(document: &str, section: &Section<'_>) -> String {
    let Section { name, title, intro, body } = section;
    let (begin, end) = (format!("<!-- {name} -->"), format!("<!-- end of {name} -->"));
    let text = format!("{begin}\n## {title}\n\n{intro}\n\n{}\n{end}", body.trim_end());
    let (before, rest) = document.split_once(&begin).unwrap_or((document, ""));
    let after = rest.split_once(&end).map_or("", |(_, after)| after);
    let (before, after) = (before.trim_end(), after.trim());
    if after.is_empty() { format!("{before}\n\n{text}\n") } else { format!("{before}\n\n{text}\n\n{after}\n") }
}

#[cfg(test)]
mod tests {
    use super::{HEAD, Section, with_section};

    #[test]
    fn a_section_replaces_only_itself() {
        let section = |name, body| Section { name, title: "T", intro: "i", body };
        let both = with_section(&with_section(HEAD, &section("one", "1")), &section("two", "2"));
        let again = with_section(&both, &section("one", "3"));
        assert_eq!(again, both.replace("\n1\n", "\n3\n"));
        assert!(again.starts_with(HEAD) && again.ends_with("\n2\n<!-- end of two -->\n"));
    }
}
