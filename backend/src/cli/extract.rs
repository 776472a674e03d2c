//! `muster extract`: a running Muster's directory as a CSV file, for backups and other systems.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;

use super::output::remark;
use super::server::ServerArgs;

/// What `muster extract` is told.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    server: ServerArgs,

    /// Where it is written: a file, a folder (then under its own name), or `-` for standard output.
    #[arg(long, short, value_name = "FILE", default_value = ".")]
    output: PathBuf,

    /// Only these columns, by their headers, separated by commas.
    #[arg(long, value_name = "COLUMNS")]
    columns: Option<String>,

    /// With the profile columns.
    #[arg(long)]
    profile: bool,

    /// Without the column Revision.
    #[arg(long)]
    no_revision: bool,

    /// In the form for programs: UTF-8 without a mark, lines that end with LF.
    #[arg(long)]
    plain: bool,

    /// As the directory was at a revision.
    #[arg(long, value_name = "REVISION")]
    at: Option<u64>,
}

/// Fetches it, and puts it in place when it is whole.
pub(super) fn run(args: Args) -> anyhow::Result<ExitCode> {
    let server = args.server.server()?;
    let mut query = vec![format!("profile={}", args.profile), format!("system={}", !args.no_revision)];
    query.extend(args.plain.then(|| "format=plain".to_owned()));
    query.extend(args.at.map(|at| format!("at={at}")));
    query.extend(args.columns.as_deref().map(|columns| format!("columns={}", escaped(columns))));
    let answer = server.get(&format!("/api/extract?{}", query.join("&")))?.done()?;
    if args.output.as_os_str() == "-" {
        std::io::stdout().lock().write_all(&answer.body).context("can't write to standard output")?;
        return Ok(ExitCode::SUCCESS);
    }
    let name = answer.file_name.unwrap_or_else(|| "muster-people.csv".to_owned());
    let file = if args.output.is_dir() { args.output.join(name) } else { args.output };
    put_in_place(&file, &answer.body).with_context(|| format!("{} can't be written", file.display()))?;
    remark(&format!("muster: wrote {}, revision {}.", file.display(), answer.revision.unwrap_or_default()));
    Ok(ExitCode::SUCCESS)
}

/// A reader of the file finds the old one or the new one, never half of it.
fn put_in_place(file: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut beside = file.as_os_str().to_owned();
    beside.push(".part");
    let mut part = std::fs::File::create(&beside)?;
    part.write_all(bytes)?;
    part.sync_all()?;
    std::fs::rename(&beside, file)
}

/// A text as a value of a query.
fn escaped(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.,".contains(&byte);
    text.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}
