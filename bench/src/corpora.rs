//! The strict reader on public files that other parsers are tested with: read as their authors expect, or refused.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::Command;

use serde::Deserialize;

use crate::arguments::Wish;
use crate::machine;
use crate::report::{self, Section};

const SCRIPT: &str = include_str!("../js/corpora.mjs");

/// What became of one corpus.
#[derive(Debug, Deserialize)]
struct Corpus {
    name: String,
    files: usize,
    right: usize,
    refused: usize,
    otherwise: Vec<String>,
}

pub(crate) fn run(wish: &Wish) -> Result<(), String> {
    let mut node = Command::new("node");
    node.args(["--input-type=module", "--eval", SCRIPT, "--"]);
    for variable in ["MUSTER_PACKAGE", "MUSTER_SPECTRUM", "MUSTER_PAPAPARSE"] {
        let path = std::env::var_os(variable).map(PathBuf::from);
        let path = path.ok_or_else(|| format!("{variable} is not set; use `./dev bench corpora`"))?;
        node.arg(std::path::absolute(&path).unwrap_or(path));
    }
    let output = node.output().map_err(|error| format!("node could not be started: {error}"))?;
    let corpora: Vec<Corpus> = serde_json::from_slice(&output.stdout)
        .map_err(|_| format!("nothing was read: {}", String::from_utf8_lossy(&output.stderr)))?;
    let mut body =
        "| corpus | files | read as expected | refused | read otherwise |\n|---|--:|--:|--:|---|\n".to_owned();
    for Corpus { name, files, right, refused, otherwise } in &corpora {
        let others = if otherwise.is_empty() { "0".to_owned() } else { otherwise.join("; ") };
        // Writing to a string does not fail.
        let _ = writeln!(body, "| {name} | {files} | {right} | {refused} | {others} |");
    }
    println!("{body}");
    if wish.dry {
        return Ok(());
    }
    let intro = format!(
        "Files that other parsers are tested with, fetched by npm. Goal: none is read otherwise than its author expects without \
         being refused. One difference is meant: PapaParse lets the first line end of a file decide and takes others for \
         text, Muster takes each of CRLF, LF and CR for a line end.\n{}",
        machine::sentence()
    );
    report::write(&Section { name: "corpora", title: "Silently wrong reads", intro: &intro, body: &body })
}
