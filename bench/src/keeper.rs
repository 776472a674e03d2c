//! The server beside what a database's own tools do with the same data: extracts, imports, undos (measure 6).
//!
//! Each measure and its yardstick take turns; times are those on the clock, as several processes work at each.

mod postgres;
mod server;
mod sqlite;

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use shared::extract::{ColumnChoice, ExtractOptions, Form};

use crate::arguments::Wish;
use crate::report::{Line, Section};
use crate::timing::median;
use crate::{machine, report};
use server::Server;

/// So many people get a new value in one import.
const CHANGED: u64 = 150_000;
const COLUMN: &str = "WorkOfficePhone";
/// All columns of user data, as they are stored.
const PLAIN: &str = "/api/extract?columns=all&system=false&format=plain";
/// The form that admins take.
const SPREADSHEET: &str = "/api/extract?columns=all&system=false";
/// What the desk fetches before it can show a preview.
const DIRECTORY: &str = "/api/extract?columns=all&profile=true&system=true&format=plain";

/// What does by hand, with a database's own tools, what Muster does.
trait Yardstick {
    /// Its name in the table.
    fn name(&self) -> &str;
    /// Writes everybody as CSV; how many bytes.
    fn extract(&self) -> Result<u64, String>;
    /// Gives people new values from a file, durably, and writes down each old one.
    fn change(&self, file: &Path) -> Result<(), String>;
}

#[derive(Default)]
struct Times {
    plain: Vec<Duration>,
    spreadsheet: Vec<Duration>,
    by_hand: Vec<Duration>,
    again: Vec<Duration>,
    file: Vec<Duration>,
    preview: Vec<Duration>,
    import: Vec<Duration>,
    undo: Vec<Duration>,
    changed_by_hand: Vec<Duration>,
    folded: Vec<Duration>,
    edit: Vec<Duration>,
    search: Vec<Duration>,
}

pub(crate) fn run(wish: &Wish) -> Result<(), String> {
    let people = if wish.quick { wish.rows / 4 } else { wish.rows };
    let runs = wish.runs.unwrap_or(if wish.quick { 3 } else { 5 });
    let folder = tempfile::tempdir().map_err(|error| format!("there is no temporary folder: {error}"))?;
    let seed = folder.path().join("people.csv");
    write_company(people, &seed)?;
    let mut body = String::new();
    {
        let yardstick = sqlite::Hand::new(folder.path(), &seed)?;
        let database = format!("sqlite://{}", folder.path().join("muster.db").display());
        measure("SQLite", &database, (people, runs), &seed, &yardstick, (0.67, 2.0), &mut body)?;
    }
    if cluster::Cluster::programs().is_some() {
        let cluster = cluster::Cluster::start(cluster::Care::Durable);
        let yardstick = postgres::Hand::new(&cluster, &seed)?;
        let database = cluster.database();
        measure("PostgreSQL", &database, (people, runs), &seed, &yardstick, (1.0, 2.0), &mut body)?;
    } else {
        println!("PostgreSQL's server isn't installed (Debian: postgresql): only SQLite is measured.");
    }
    if wish.dry {
        return Ok(());
    }
    let intro = format!(
        "{people} people × 55 columns; an import changes one cell of {} of them. Times on the clock, with the answer's last byte; \
         medians of {runs} runs in which measure and yardstick take turns. By hand means: for an extract, `SELECT` from a \
         table with a column for each (`sqlite3 -csv`, `COPY … TO STDOUT` as CSV); for a change, the file loaded into a \
         temporary table, a row of history for each changed cell, and `UPDATE … FROM`, in one durable transaction.\n{}",
        people.min(CHANGED),
        machine::sentence()
    );
    report::write(&Section { name: "keeper", title: "The server", intro: &intro, body: &body })
}

fn measure(
    name: &str,
    database: &str,
    (people, runs): (u64, usize),
    seed: &Path,
    yardstick: &dyn Yardstick,
    (extract_goal, import_goal): (f64, f64),
    body: &mut String,
) -> Result<(), String> {
    let begun = Instant::now();
    let server = Server::start(database, seed)?;
    println!("{name}: {people} people are in after {:.1} s", begun.elapsed().as_secs_f64());
    let mut times = Times::default();
    let change = seed.with_file_name("change.csv");
    let (mut bytes, mut by_hand, mut folded) = (0, 0, 0);
    for run in 0..runs {
        bytes = timed(&mut times.plain, || server.get(PLAIN, &[]))?.body_bytes;
        timed(&mut times.spreadsheet, || server.get(SPREADSHEET, &[]))?;
        by_hand = timed(&mut times.by_hand, || yardstick.extract())?;
        let etag = server.get(PLAIN, &[])?.etag.ok_or("an extract has no ETag")?;
        let again = timed(&mut times.again, || server.get(PLAIN, &[("if-none-match", &etag)]))?;
        if again.status != 304 {
            return Err(format!("an unchanged extract was answered with {}", again.status));
        }
        timed(&mut times.file, || std::fs::read(seed).map_err(|error| error.to_string()))?;
        folded = timed(&mut times.folded, || server.get(DIRECTORY, &[("accept-encoding", "gzip")]))?.body_bytes;

        let text = change_file(people, run);
        std::fs::write(&change, &text).map_err(|error| error.to_string())?;
        let preview = timed(&mut times.preview, || server.preview(&text))?;
        timed(&mut times.import, || server.import(&text, &preview, run))?;
        timed(&mut times.changed_by_hand, || yardstick.change(&change))?;
        let plan = server.preview_undo()?;
        timed(&mut times.undo, || server.undo(&plan, run))?;
        timed(&mut times.search, || server.get("/api/people?search=zzz-nobody&limit=50", &[]))?;
        timed(&mut times.edit, || server.edit(&username(people / 2), run))?;
    }
    println!("{name}: {bytes} bytes of an extract, {by_hand} by hand; the desk fetches {folded} bytes");
    let lines = lines(&mut times, yardstick.name(), extract_goal, import_goal);
    report::print(&lines);
    // Writing to a string does not fail.
    let _ = writeln!(body, "\n### On {name}\n\n{}", report::table(&lines));
    let _ = writeln!(
        body,
        "For a preview, the desk fetches the directory ({} MB) as {} MB in {:.2} s, or, if it has it, learns in {:.3} s that it is \
         the same; scripts get a preview from the server in {:.2} s. A search that reads everybody takes {:.3} s, an edit of \
         one person {:.3} s.",
        bytes / 1_000_000,
        folded / 1_000_000,
        median(&mut times.folded).as_secs_f64(),
        median(&mut times.again).as_secs_f64(),
        median(&mut times.preview).as_secs_f64(),
        median(&mut times.search).as_secs_f64(),
        median(&mut times.edit).as_secs_f64(),
    );
    Ok(())
}

fn lines(times: &mut Times, hand: &str, extract_goal: f64, import_goal: f64) -> Vec<Line> {
    let by_hand = median(&mut times.by_hand);
    let changed = median(&mut times.changed_by_hand);
    let line = |what, took: &mut Vec<Duration>, beside: &str, takes, goal| {
        Line::times("6", what, median(took), beside, takes, goal)
    };
    let file = median(&mut times.file);
    vec![
        line("Extract, plain", &mut times.plain, hand, by_hand, extract_goal),
        line("Extract, for spreadsheets", &mut times.spreadsheet, hand, by_hand, extract_goal),
        line("The same extract again, unchanged", &mut times.again, "reading a file", file, 1.0),
        line("Import", &mut times.import, "by hand", changed, import_goal),
        line("Undo of it", &mut times.undo, "by hand", changed, import_goal),
    ]
}

/// What something gives, its time added to the others.
fn timed<T>(times: &mut Vec<Duration>, work: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    let begun = Instant::now();
    let made = work()?;
    times.push(begun.elapsed());
    Ok(made)
}

fn write_company(people: u64, file: &Path) -> Result<(), String> {
    let options = ExtractOptions { columns: ColumnChoice::All, profile: false, system: false, form: Form::Plain };
    let written = std::fs::File::create(file)
        .and_then(|out| company::write_extract(people, &options, &mut std::io::BufWriter::new(out)));
    written.map_err(|error| format!("the company could not be written: {error}"))
}

/// A new value for people that lie all over the directory.
fn change_file(people: u64, run: usize) -> String {
    let changed = people.min(CHANGED);
    let mut file = format!("Username,{COLUMN}\n");
    for number in 0..changed {
        let value = (number.wrapping_mul(7_919) ^ (run as u64).wrapping_mul(104_729)) % 1_000_000;
        // Writing to a string does not fail.
        let _ = writeln!(file, "{},030 23125 {value:06}", username(number * (people / changed)));
    }
    file
}

fn username(number: u64) -> String {
    company::username(number)
}

/// How much a program prints.
fn bytes_of(mut command: Command) -> Result<u64, String> {
    let failed = |error: std::io::Error| format!("a yardstick could not be run: {error}");
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(failed)?;
    let mut output = child.stdout.take().ok_or("a yardstick has no output")?;
    let bytes = std::io::copy(&mut output, &mut std::io::sink()).map_err(failed)?;
    let status = child.wait().map_err(failed)?;
    if status.success() { Ok(bytes) } else { Err(format!("a yardstick failed ({status})")) }
}
