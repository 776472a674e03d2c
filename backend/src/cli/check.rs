//! `muster check`: what an upload would do to a directory, and all that looks like an accident.

mod sarif;
mod summary;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context, bail};
use shared::options::{Blanks, Create, Key, Options};
use shared::table::Table;
use shared::values::date::DateFormat;
use shared::{Directory, Review, Schema, Upload};

use super::choices::{dates, encoding, one_of};
use super::files::{shown, upload_from_path};
use super::output::{print_plain, print_styled, remark};
use super::report::{Report, Source, tally};

/// What `muster check` is told.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The CSV file; `-` reads standard input.
    file: PathBuf,

    /// The directory as it is now: an extract. Without one there is nobody yet.
    #[arg(long, value_name = "DIRECTORY.csv")]
    against: Option<PathBuf>,

    /// The extract that the file was made from, to tell edits from stale cells.
    #[arg(long, value_name = "EXTRACT.csv")]
    base: Option<PathBuf>,

    /// The column that says which person a row is about.
    #[arg(long, value_parser = one_of::<Key>(&["username", "employee-id"]), default_value = "username")]
    key: Key,

    /// What an empty cell means.
    #[arg(long, value_parser = one_of::<Blanks>(&["keep", "clear"]), default_value = "keep")]
    blanks: Blanks,

    /// The notation of dates, beside YYYY-MM-DD.
    #[arg(long, value_name = "FORMAT", value_parser = dates(), ignore_case = true)]
    dates: Option<DateFormat>,

    /// Whether rows about nobody in the directory create people [default: deny; allow without --against].
    #[arg(long, value_parser = one_of::<Create>(&["allow", "deny"]))]
    create: Option<Create>,

    /// The encoding, where the file isn't UTF-8 and has no mark: `windows-1252`, `utf-16le`, …
    #[arg(long, value_parser = encoding)]
    encoding: Option<String>,

    /// The directory's columns, where they aren't the standard ones.
    #[arg(long, value_name = "FILE.json")]
    schema: Option<PathBuf>,

    /// How the result is printed.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

/// How a plan is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// For people.
    Human,
    /// For scripts: one object.
    Json,
    /// For code-review tools: the findings as SARIF 2.1.0.
    Sarif,
}

/// Plans the file and prints the plan.
pub(super) fn run(args: Args) -> anyhow::Result<ExitCode> {
    let schema = Arc::new(args.schema.as_deref().map_or_else(|| Ok(Schema::standard()), schema_from_path)?);
    let directory = match &args.against {
        Some(path) => directory_from_path(path, &schema)?,
        None => Arc::new(Directory::empty(Arc::clone(&schema), 0)),
    };
    let base = args.base.as_deref().map(|path| directory_from_path(path, &schema)).transpose()?;
    let create = args.create.unwrap_or_else(|| {
        if args.against.is_some() {
            return Create::Deny;
        }
        remark("muster: without --against the directory is empty, so every row creates a person, and may.");
        Create::Allow
    });
    let options = Options {
        key: args.key,
        blanks: args.blanks,
        dates: args.dates,
        create,
        encoding: args.encoding,
        base: base.as_ref().map(|base| base.revision()),
        ..Options::default()
    };
    let upload = upload_from_path(&args.file)?;
    let raw = upload.bytes.clone();
    let review = Review::new(schema, directory, base, upload, options);
    let plan = review.plan();
    if args.format == Format::Json {
        print_plain(&plan.to_json(review.schema()))?;
    } else {
        let name = shown(&args.file);
        let table = Table::read(raw.clone(), review.schema(), review.options());
        let source = source(&name, &raw, &table);
        match args.format {
            Format::Sarif => print_plain(&sarif::log(&plan.findings, &source))?,
            _ => print_styled(&human(&review, source))?,
        }
    }
    Ok(if review.plan().blocked() { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn human(review: &Review, source: Source<'_>) -> String {
    let plan = review.plan();
    let mut report = Report::new(source);
    report.findings(&plan.findings);
    summary::changes(&mut report.text, plan, review.schema());
    let tally = tally(&plan.findings);
    report.summary(&summary::words(plan, source.name, &tally), plan.blocked());
    report.text
}

fn source<'a>(name: &'a str, raw: &'a [u8], table: &'a Table) -> Source<'a> {
    Source { name, raw, bytes: &table.bytes, dialect: &table.dialect, records: &table.records }
}

fn schema_from_path(path: &Path) -> anyhow::Result<Schema> {
    let Upload { bytes, .. } = upload_from_path(path)?;
    let json = String::from_utf8(bytes).with_context(|| format!("{} isn't UTF-8", shown(path)))?;
    Schema::from_json(&json).with_context(|| format!("{} can't be used", shown(path)))
}

/// A directory from an extract, at the revision that the extract says itself.
fn directory_from_path(path: &Path, schema: &Arc<Schema>) -> anyhow::Result<Arc<Directory>> {
    let upload = upload_from_path(path)?;
    let options = Options::default();
    let revision = shared::facts(schema, &upload, &options).base.map_or(0, |base| base.revision);
    let raw = upload.bytes.clone();
    match Directory::from_extract(Arc::clone(schema), upload.bytes, revision) {
        Ok(directory) => Ok(Arc::new(directory)),
        Err(findings) => {
            let name = shown(path);
            let table = Table::read(raw.clone(), schema, &options);
            let mut report = Report::new(source(&name, &raw, &table));
            report.findings(&findings);
            remark(report.text.trim_end());
            bail!("{name} can't be used as a directory");
        }
    }
}
