//! The page: for each program what it does to a file, and what Muster says of it.

use std::fmt::Write as _;
use std::path::PathBuf;

use super::verdict::{Damage, Verdict};
use super::{Seen, Trial};
use crate::machine;

/// So many kinds of damage are shown of one way.
const SHOWN: usize = 40;

/// A longer value is cut.
const LONGEST: usize = 28;

const HEAD: &str = "\
# What real programs do to a file

Written by `./dev zoo`; don't edit by hand. An extract of a made-up company of 40 people with awkward values
([zoo/awkward.json](../zoo/awkward.json)) is opened and saved by each program in its plainest way, once with a value in every
cell and once with blanks in between; the counts are of both. Nobody edits anything, so each changed cell is damage.

- **changed**: cells that the file would change if it were sent. 0: the program leaves the file alone.
- **silent**: those of them that no finding names.
- **left**: those that `muster fix --safe` doesn't put back.
- **false**: warnings and errors about cells that are as they were.
";

/// Prints one program's table.
pub(crate) fn print(seen: &Seen) {
    match &seen.outcome {
        Err(why) => println!("    skipped: {why}"),
        Ok((_, trials)) => {
            for trial in trials {
                println!("    {}: {}", trial.title, counts(&trial.verdict));
            }
        }
    }
}

/// Writes `docs/programs.md`.
pub(crate) fn write(programs: &[Seen]) -> Result<(), String> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../docs/programs.md");
    std::fs::write(&path, page(programs, &machine::sentence()))
        .map_err(|error| format!("docs/programs.md could not be written: {error}"))?;
    println!("\ndocs/programs.md has it.");
    Ok(())
}

fn page(programs: &[Seen], machine: &str) -> String {
    let mut page = format!("{HEAD}\n{machine}\n\n## All of them\n\n{TABLE}");
    let mut skipped = String::new();
    for seen in programs {
        match &seen.outcome {
            // Writing to a string does not fail.
            Err(why) => _ = writeln!(skipped, "- {}: {why}", seen.name),
            Ok((version, trials)) => {
                for trial in trials {
                    _ = writeln!(page, "| {} {version} | {} | {} |", seen.name, trial.title, cells(&trial.verdict));
                }
            }
        }
    }
    if !skipped.is_empty() {
        _ = write!(page, "\nSkipped, as they couldn't be had or run on this machine:\n\n{skipped}");
    }
    for seen in programs {
        let Ok((version, trials)) = &seen.outcome else { continue };
        if trials.iter().any(|trial| !trial.verdict.damage.is_empty()) {
            _ = writeln!(page, "\n## {} {version}", seen.name);
            for trial in trials {
                detail(&mut page, trial);
            }
        }
    }
    page
}

const TABLE: &str = "| program | way | changed | silent | left | false | refused |\n|---|---|--:|--:|--:|--:|---|\n";

fn cells(verdict: &Verdict) -> String {
    if let Some(trouble) = &verdict.trouble {
        return format!("– | – | – | – | {}", trouble.lines().next().unwrap_or_default());
    }
    let refused: Vec<&str> = verdict.refused.iter().map(String::as_str).collect();
    let alarms: Vec<String> = verdict.alarms.iter().map(|(code, count)| format!("{count} {code}")).collect();
    let alarms = if alarms.is_empty() { "0".to_owned() } else { alarms.join(", ") };
    format!("{} | {} | {} | {alarms} | {}", verdict.changed, verdict.silent, verdict.left, refused.join(", "))
}

fn counts(verdict: &Verdict) -> String {
    cells(verdict)
        .split(" | ")
        .zip(["changed", "silent", "left", "false", "refused"])
        .map(|(count, what)| format!("{what} {count}"))
        .collect::<Vec<_>>()
        .join(", ")
}

fn detail(page: &mut String, trial: &Trial) {
    if trial.verdict.damage.is_empty() {
        return;
    }
    _ = writeln!(page, "\n{}:\n", trial.title);
    let (silent, named): (Vec<_>, Vec<_>) = trial.verdict.damage.iter().partition(|((_, code), _)| code.is_none());
    for ((column, code), damage) in silent.into_iter().chain(named).take(SHOWN) {
        let code = code.as_deref().unwrap_or("**silent**");
        let Damage { cells, example: (old, new) } = damage;
        _ = writeln!(page, "- {column}: {} → {} ×{cells} {code}", quoted(old), quoted(new));
    }
    if let more @ 1.. = trial.verdict.damage.len().saturating_sub(SHOWN) {
        _ = writeln!(page, "- and {more} more");
    }
}

/// A value as code, on one line and not too long; nothing as a word.
fn quoted(value: &str) -> String {
    if value.is_empty() {
        return "blank".to_owned();
    }
    let shown: String = value.chars().take(LONGEST).map(|c| if c == '\n' { '⏎' } else { c }).collect();
    let cut = if shown.chars().count() < value.chars().count() { "…" } else { "" };
    let ticks = if shown.contains('`') { "``" } else { "`" };
    format!("{ticks}{}{cut}{ticks}", shown.replace('\t', "⇥"))
}

#[cfg(test)]
mod tests {
    use super::super::verdict::{Damage, Verdict};
    use super::super::{Seen, Trial};
    use super::page;

    #[test]
    fn the_page_names_what_is_silent_and_who_was_skipped() {
        let damage = Damage { cells: 3, example: ("01067".to_owned(), "1067\n".to_owned()) };
        let verdict = Verdict {
            changed: 3,
            silent: 3,
            left: 3,
            damage: [(("Zip".to_owned(), None), damage)].into(),
            ..Verdict::default()
        };
        let trials = vec![Trial { title: "saved".to_owned(), verdict }];
        let programs = [
            Seen { name: "Sheet".to_owned(), outcome: Ok(("1.0".to_owned(), trials)) },
            Seen { name: "other".to_owned(), outcome: Err("not here".to_owned()) },
        ];
        let page = page(&programs, "here.");
        assert!(page.contains("| Sheet 1.0 | saved | 3 | 3 | 3 | 0 |  |"), "{page}");
        assert!(page.contains("- Zip: `01067` → `1067⏎` ×3 **silent**"), "{page}");
        assert!(page.contains("- other: not here"), "{page}");
    }
}
