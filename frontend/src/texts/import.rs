//! The import page: dropping, reading, facts and choices.

use super::numbers::{self, number, size};
use crate::state::offer::Refusal;
use crate::worker::protocol::{Facts, Stage};

pub use super::catalogue::import::*;

/// Encodings, by their label, with the programs that write them.
pub fn encodings() -> [(&'static str, &'static str); 6] {
    [
        ("windows-1252", encoding_western()),
        ("windows-1250", encoding_central()),
        ("windows-1251", encoding_cyrillic()),
        ("macintosh", encoding_mac()),
        ("shift_jis", encoding_japanese()),
        ("gbk", encoding_chinese()),
    ]
}

/// What the worker is at.
pub fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::File => stage_file(),
        Stage::Directory => stage_directory(),
        Stage::Base => stage_base(),
        Stage::Check => stage_check(),
    }
}

/// Bytes done of bytes in all.
pub fn amount(done: u64, total: u64) -> String {
    if total == 0 { size(done) } else { amount_of(size(done), size(total)) }
}

/// The file in a line of facts: each a word and what it says.
pub fn fact_lines(facts: &Facts, base: Option<u64>) -> Vec<(&'static str, String)> {
    let mut lines = vec![(fact_size(), size(facts.size as u64))];
    if facts.encoding.is_empty() {
        return lines;
    }
    lines.extend(facts.rows.map(|rows| (fact_rows(), number(rows as u64))));
    lines.push((fact_columns(), columns_of(facts)));
    lines.push((fact_encoding(), facts.encoding.clone()));
    lines.push((fact_separator(), separator(&facts.delimiter)));
    if facts.rows.is_some() {
        lines.push((fact_base(), base.map_or_else(|| no_base().to_owned(), of_base)));
    }
    lines
}

fn columns_of(facts: &Facts) -> String {
    if facts.unknown.is_empty() {
        recognised(facts.recognised.len())
    } else {
        recognised_and_unknown(facts.recognised.len(), facts.unknown.len())
    }
}

/// The engine's name of a separator, in the language.
fn separator(name: &str) -> String {
    let known = match name {
        "comma" => comma(),
        "semicolon" => semicolon(),
        "tab" => tab(),
        "pipe" => pipe(),
        other => other,
    };
    known.to_owned()
}

/// What the file is compared with.
pub fn compared_with(people: usize, revision: u64, base: Option<u64>) -> String {
    let people = numbers::people(people);
    match base {
        Some(base) if base != revision => compared_base(base, people, revision),
        Some(_) => compared_same(people, revision),
        None => compared_none(people, revision),
    }
}

/// Why nothing of what was dropped or pasted was taken.
pub fn refusal(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::OneLine => pasted_one_line(),
        Refusal::Picture => pasted_picture(),
        Refusal::NoFile => dropped_no_file(),
        Refusal::NoCells => pasted_no_cells(),
    }
}

/// What was announced to someone who can't see the preview appear.
pub fn announcement(changed: usize, errors: usize, warnings: usize) -> String {
    announced(numbers::errors(errors), numbers::people(changed), numbers::warnings(warnings))
}
