//! `muster read`: a file by the strict reading alone, or why it is refused.
//!
//! The file is held once, as its last line may be what refuses it; the records are split and written one by one.

use std::path::PathBuf;
use std::process::ExitCode;

use anstyle::Style;
use shared::Reading;
use shared::values::text::counted;

use super::choices::encoding;
use super::files::{shown, upload_from_path};
use super::output::{Format, print_json, print_pieces};
use super::report::{Report, Source, style, tally, visible};

/// What `muster read` is told.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The CSV file; `-` reads standard input.
    file: PathBuf,

    /// The encoding, where the file isn't UTF-8 and has no mark: `windows-1252`, `utf-16le`, …
    #[arg(long, value_parser = encoding)]
    encoding: Option<String>,

    /// How the result is printed.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

/// Reads the file and prints its records.
pub(super) fn run(args: Args) -> anyhow::Result<ExitCode> {
    let Args { file, encoding, format } = args;
    let upload = upload_from_path(&file)?;
    // The bytes are only shown where they are no text.
    let raw = if std::str::from_utf8(&upload.bytes).is_ok() { Vec::new() } else { upload.bytes.clone() };
    let reading = Reading::of(upload.bytes, encoding.as_deref());
    match format {
        Format::Json => print_json(&reading)?,
        Format::Human => print_pieces(lines(&reading).chain([human(&reading, &shown(&file), &raw)]))?,
    }
    Ok(if reading.refused() { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn human(reading: &Reading, name: &str, raw: &[u8]) -> String {
    let mut report =
        Report::new(Source { name, raw, bytes: &reading.bytes, dialect: &reading.dialect, records: &reading.records });
    report.findings(&reading.findings);
    let tally = tally(&reading.findings);
    let Reading { bytes, dialect, records, .. } = reading;
    let how = format!("{}, separated by {}", bytes.encoding, dialect.delimiter_name());
    let rows = counted(records.rows.len(), "row", "rows");
    let words = if reading.refused() {
        format!("{name} is refused: {tally}. Nothing of it was taken for a record.")
    } else if reading.findings.is_empty() {
        format!("{name}: {rows} below the header. {how}.")
    } else {
        format!("{name}: {rows} below the header, {tally}. {how}.")
    };
    report.summary(&words, reading.refused());
    report.text
}

/// The records, each with its physical line; none of a file that is refused.
fn lines(reading: &Reading) -> impl Iterator<Item = String> {
    let last = reading.records.rows.last().or(reading.records.header.as_ref()).map_or(0, |span| span.line);
    let width = last.to_string().len();
    let (faint, strong) = (style::FAINT, style::STRONG);
    let read = !reading.refused();
    let records = reading.lines().take_while(move |_| read).enumerate().map(move |(position, (span, cells))| {
        let cells: Vec<String> = cells.iter().map(|cell| visible(cell)).collect();
        let cells = cells.join(&format!(" {faint}│{faint:#} "));
        let style = if position == 0 { strong } else { Style::new() };
        format!("{faint}{:>width$}{faint:#}  {style}{}{style:#}\n", span.line, cells.trim_end())
    });
    records.chain(read.then(|| "\n".to_owned()))
}
