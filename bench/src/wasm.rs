//! The engine in wasm, beside the `csv` crate in wasm and the parsers that JavaScript has, in Node and in Chromium.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use serde::Deserialize;

use crate::arguments::Wish;
use crate::data::{self, Upload};
use crate::report::{self, Line, Section};
use crate::timing::median;
use crate::{machine, memory, page};

/// How much smaller the file is that other parsers get: their rows of strings fill a browser's memory.
const SMALLER: u64 = 10;

/// Scripts of the measures, in the form in which they are run.
const SCRIPTS: [(&str, &str); 4] = [
    ("measure.mjs", include_str!("../js/measure.mjs")),
    ("node.mjs", include_str!("../js/node.mjs")),
    ("worker.mjs", include_str!("../js/worker.mjs")),
    ("page.html", include_str!("../js/page.html")),
];

/// What a script measured, in milliseconds and bytes.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Measured {
    read: Vec<f64>,
    plan: Vec<f64>,
    edit: Vec<f64>,
    csv: Vec<f64>,
    small_plan: Vec<f64>,
    small_csv: Vec<f64>,
    peers: std::collections::BTreeMap<String, Vec<f64>>,
    bytes: u64,
    files: usize,
}

pub(crate) fn run(wish: &Wish) -> Result<(), String> {
    let runs = wish.runs.unwrap_or(3);
    let folder = std::env::temp_dir().join(format!("muster-bench-wasm-{}", std::process::id()));
    let done = prepare(&folder, wish.rows).and_then(|()| {
        in_node(&folder, runs).and_then(|text| report(wish, runs, "node", "The engine in wasm, in Node", &text))?;
        let text = page::answer(&folder, &format!("page.html?runs={runs}"))?;
        report(wish, runs, "chromium", "The engine in wasm, in Chromium's worker", &text)
    });
    // A folder that stays behind is cleared away by the system.
    let _ = std::fs::remove_dir_all(&folder);
    done
}

fn prepare(folder: &Path, rows: u64) -> Result<(), String> {
    let named = |variable: &str| {
        std::env::var_os(variable)
            .map(PathBuf::from)
            .ok_or_else(|| format!("{variable} is not set; use `./dev bench wasm`"))
    };
    let (package, udsv, papaparse) = (named("MUSTER_PACKAGE")?, named("MUSTER_UDSV")?, named("MUSTER_PAPAPARSE")?);
    let told = |error: std::io::Error| format!("the files could not be prepared: {error}");
    std::fs::create_dir_all(folder).map_err(told)?;
    let copied = [
        (package.join("engine.js"), "engine.js"),
        (package.join("engine_bg.wasm"), "engine_bg.wasm"),
        (package.join("package.json"), "package.json"),
        (udsv, "udsv.mjs"),
        (papaparse.join("papaparse.min.js"), "papaparse.js"),
    ];
    for (from, to) in copied {
        std::fs::copy(from, folder.join(to)).map_err(told)?;
    }
    for (name, text) in SCRIPTS {
        std::fs::write(folder.join(name), text).map_err(told)?;
    }
    for (rows, prefix) in [(rows, ""), (rows / SMALLER, "small-")] {
        let directory = data::directory(rows);
        let upload = data::upload(&directory, Upload::Usual).map_err(|error| error.to_string())?;
        std::fs::write(folder.join(format!("{prefix}directory.csv")), directory).map_err(told)?;
        std::fs::write(folder.join(format!("{prefix}upload.csv")), upload).map_err(told)?;
    }
    Ok(())
}

fn in_node(folder: &Path, runs: usize) -> Result<String, String> {
    let output = Command::new("node")
        .args(["--max-old-space-size=8192", "node.mjs"])
        .arg(runs.to_string())
        .current_dir(folder)
        .stderr(std::process::Stdio::inherit())
        .output()
        .map_err(|error| format!("node could not be started: {error}"))?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn report(wish: &Wish, runs: usize, name: &str, title: &str, text: &str) -> Result<(), String> {
    let measured: Measured =
        serde_json::from_str(text).map_err(|_| format!("{title}: nothing was measured: {}", text.trim()))?;
    println!("\n{title}");
    let lines = lines(&measured);
    report::print(&lines);
    if wish.dry {
        return Ok(());
    }
    let intro = format!(
        "The same files as natively, {} rows; beside other parsers, which only parse to arrays of strings, a tenth of them. \
         Medians of {runs} runs.\n{}",
        wish.rows,
        machine::sentence()
    );
    report::write(&Section { name, title, intro: &intro, body: &report::table(&lines) })
}

fn lines(measured: &Measured) -> Vec<Line> {
    let middle = |times: &[f64]| {
        let mut times: Vec<Duration> = times.iter().map(|time| Duration::from_secs_f64(time / 1000.0)).collect();
        median(&mut times)
    };
    let (read, plan, csv) = (middle(&measured.read), middle(&measured.plan), middle(&measured.csv));
    let mut lines = vec![
        Line::times("1", "Verdict, the directory read before", plan, "`csv` parses in wasm", csv, 0.5),
        Line::times("1", "Verdict, with reading the directory", read + plan, "`csv` parses in wasm", csv, 1.0),
    ];
    lines.push(Line::times("1", "A cell edited afterwards", middle(&measured.edit), "the verdict", plan, 0.05));
    let small = middle(&measured.small_plan);
    let small_csv = middle(&measured.small_csv);
    lines.push(Line::times("1", "Verdict, a tenth of the rows", small, "`csv` parses in wasm", small_csv, 0.5));
    for (peer, times) in &measured.peers {
        lines.push(Line::times(
            "1",
            "Verdict, a tenth of the rows",
            small,
            &format!("{peer} parses"),
            middle(times),
            0.1,
        ));
    }
    lines.push(memory::line(measured.bytes, measured.files));
    lines
}
