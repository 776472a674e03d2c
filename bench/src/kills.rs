//! What was found after servers and commands were killed in the middle of their work, as a section of the document.

use std::fmt::Write as _;
use std::path::Path;

use serde::Deserialize;

use crate::machine;
use crate::report::{self, Section};

/// The counts of one kind of work on one kind of database.
#[derive(Debug, Deserialize)]
struct Counted {
    database: String,
    work: String,
    before: u64,
    after: u64,
}

/// Writes the counts that the kills left in a file, a line of JSON each.
pub(crate) fn write(counts: &Path) -> Result<(), String> {
    let text = std::fs::read_to_string(counts).map_err(|error| format!("{}: {error}", counts.display()))?;
    let counted: Result<Vec<Counted>, _> = text.lines().map(serde_json::from_str).collect();
    let counted = counted.map_err(|error| format!("the counts can't be read: {error}"))?;
    let mut body =
        "| database | killed during | kills | before | after | between |\n|---|---|--:|--:|--:|--:|\n".to_owned();
    for Counted { database, work, before, after } in &counted {
        // Writing to a string does not fail. What lies between fails the run, so that it can't be in the file.
        let _ = writeln!(body, "| {database} | {work} | {} | {before} | {after} | 0 |", before + after);
    }
    let kills: u64 = counted.iter().map(|counted| counted.before + counted.after).sum();
    let _ = writeln!(body, "| | all | {kills} | | | 0 |");
    let intro = format!(
        "Measure 11. `kill -9` at moments spread over the time that the work takes, each time another one. Afterwards the \
         directory must be the one from before or from after, every state before it must be there, what was answered must \
         be kept, and the same request, sent again, must complete the work once; else the run fails. A server is killed \
         during imports, undos and restores; the commands `muster backup` and `muster restore` are killed while they run.\n{}",
        machine::sentence()
    );
    report::write(&Section { name: "kills", title: "Killed in the middle", intro: &intro, body: &body })
}
