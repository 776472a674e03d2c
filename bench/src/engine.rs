//! The engine natively, beside the `csv` crate, which only parses the same upload.

use std::sync::Arc;
use std::time::Duration;

use shared::{Against, Directory, Options, Review, Schema, Upload as File};

use crate::arguments::Wish;
use crate::data::{self, Upload};
use crate::report::{Line, Section};
use crate::timing::{median, timed};
use crate::{machine, memory, report};

/// Medians of what takes turns.
struct Times {
    parse: Duration,
    directory: Duration,
    verdict: Duration,
}

pub(crate) fn run(wish: &Wish) -> Result<(), String> {
    let runs = wish.runs.unwrap_or(if wish.quick { 3 } else { 5 });
    let directory = data::directory(wish.rows);
    let mut lines = Vec::new();
    let usual = upload(&directory, Upload::Usual)?;
    let times = measure(&directory, &usual, Upload::Usual, runs)?;
    lines.push(Line::times("1", "Verdict, the directory read before", times.verdict, "`csv` parses", times.parse, 0.5));
    let whole = times.directory + times.verdict;
    lines.push(Line::times("1", "Verdict, with reading the directory", whole, "`csv` parses", times.parse, 1.0));
    report::print(&lines);
    if !wish.quick {
        more(&directory, &usual, &times, runs, &mut lines)?;
    }
    if wish.dry {
        return Ok(());
    }
    let intro = format!(
        "{} rows × 55 columns; directory {} MB, upload {} MB: rows shuffled, a cell edited in one row of a hundred, saved as \
         spreadsheet programs save. Processor time; medians of {runs} runs in which measure and yardstick take turns.\n{}",
        wish.rows,
        directory.len() / 1_000_000,
        usual.len() / 1_000_000,
        machine::sentence(),
    );
    report::write(&Section {
        name: "engine",
        title: "The engine, natively",
        intro: &intro,
        body: &report::table(&lines),
    })
}

/// The measures beyond the first.
fn more(directory: &[u8], usual: &[u8], times: &Times, runs: usize, lines: &mut Vec<Line>) -> Result<(), String> {
    if let Some(peak) = memory::peak_of(directory, usual)? {
        lines.push(memory::line(peak, directory.len() + usual.len()));
        report::print(lines.last());
    }
    for (kind, what) in [
        (Upload::OneCell, "Verdict, one cell changed in every row"),
        (Upload::TenCells, "Verdict, ten cells changed in every row"),
        (Upload::Wrong, "Verdict, every row wrong"),
        (Upload::Quoted, "Verdict, everything quoted differently"),
    ] {
        let upload = upload(directory, kind)?;
        let hard = measure(directory, &upload, kind, runs.min(3))?;
        lines.push(Line::times("2", what, hard.verdict, "`csv` parses", hard.parse, 3.0));
        report::print(lines.last());
    }
    let tenth = tenth_of(directory)?;
    let small = measure(&tenth, &upload(&tenth, Upload::Usual)?, Upload::Usual, runs.max(5))?;
    lines.push(Line::times("2", "Verdict", times.verdict, "the same on a tenth of the rows", small.verdict, 11.0));
    report::print(lines.last());
    Ok(())
}

fn upload(directory: &[u8], kind: Upload) -> Result<Vec<u8>, String> {
    data::upload(directory, kind).map_err(|error| format!("the upload could not be made: {error}"))
}

/// The header and the first tenth of the people.
fn tenth_of(directory: &[u8]) -> Result<Vec<u8>, String> {
    let mut reader = csv::Reader::from_reader(directory);
    let people = reader.byte_records().count() as u64;
    if people < 10 { Err("too few rows to take a tenth".to_owned()) } else { Ok(data::directory(people / 10)) }
}

fn measure(directory: &[u8], upload: &[u8], kind: Upload, runs: usize) -> Result<Times, String> {
    let schema = Arc::new(Schema::standard());
    let (mut parse, mut read, mut verdict) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..runs {
        parse.push(timed(|| parse_with_csv(upload)).0);
        let (extract, bytes) = (directory.to_vec(), upload.to_vec());
        let (took, stored) = timed(|| Directory::from_extract(schema.clone(), extract, 1));
        read.push(took);
        let stored = Arc::new(stored.map_err(|_| "the engine refuses the directory")?);
        let against = Against::new(stored.clone(), Some(stored.clone())).map_err(|error| error.to_string())?;
        let (took, review) = timed(|| {
            let file = File { name: "people.csv".to_owned(), bytes };
            let options = Options { base: Some(1), ..Options::default() };
            Review::new(against, file, options)
        });
        verdict.push(took);
        expect(&review, kind, stored.people())?;
    }
    Ok(Times { parse: median(&mut parse), directory: median(&mut read), verdict: median(&mut verdict) })
}

/// The yardstick: every cell found, none looked at.
fn parse_with_csv(upload: &[u8]) -> usize {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(upload);
    let mut record = csv::ByteRecord::new();
    let mut cells = 0;
    while reader.read_byte_record(&mut record).unwrap_or(false) {
        cells += record.len();
    }
    cells
}

/// A fast wrong verdict would be worth nothing.
fn expect(review: &Review, kind: Upload, people: usize) -> Result<(), String> {
    let counts = review.plan().counts;
    let right = match kind {
        Upload::Usual => counts.updated > 0 && counts.updated < people / 50,
        Upload::OneCell | Upload::TenCells => counts.updated == people,
        Upload::Wrong => counts.errors > 0,
        Upload::Quoted => counts.same == people,
    };
    let sendable = review.plan().digest.is_some() == (kind != Upload::Wrong);
    let added_up = counts.same + counts.updated == people;
    if right && sendable && (added_up || kind == Upload::Wrong) {
        return Ok(());
    }
    let first: Vec<String> = review.plan().findings.iter().take(3).map(|finding| finding.message.to_string()).collect();
    Err(format!("{kind:?}: a verdict that can't be right: {counts:?} {first:?}"))
}
