//! `muster import`: sends a file to a running Muster, for nightly feeds: looked at first, applied only within bounds.
//!
//! Exit codes: 0 applied, or nothing to do, or a dry run that would be applied; 1 errors stand in the file; 2 it couldn't
//! be done; 3 it would go over a bound, or warnings aren't acknowledged. Unless it is 0 by applying, nothing was changed.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, bail};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use shared::options::{Blanks, Create, Key, Options};
use shared::values::date::DateFormat;

use super::choices::{dates, encoding, one_of};
use super::files::upload_from_path;
use super::output::{print_plain, remark};
use super::server::{Form, Server, ServerArgs};
use crate::ids::hex_from_bytes;

/// Something didn't stay within the bounds that were given.
const OVER: u8 = 3;
/// The rule that says that a file touches more people than the risk budget allows.
const MASS_CHANGE: &str = "T006";
/// So often it is planned anew because the directory moved in between.
const TRIES: usize = 5;

/// What `muster import` is told.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The CSV file; `-` reads standard input.
    file: PathBuf,

    #[command(flatten)]
    server: ServerArgs,

    /// Say what would be done, and do nothing.
    #[arg(long)]
    dry_run: bool,

    /// Apply although warnings stand; they are printed in any case.
    #[arg(long)]
    acknowledge_warnings: bool,

    /// Apply although more people change than the risk budget allows, if they are exactly so many.
    #[arg(long, value_name = "PEOPLE")]
    acknowledge_changes: Option<u64>,

    /// Refuse if more people would be created.
    #[arg(long, value_name = "PEOPLE")]
    most_created: Option<u64>,

    /// Refuse if cells of more people would change.
    #[arg(long, value_name = "PEOPLE")]
    most_updated: Option<u64>,

    /// Refuse if more people would get another Username.
    #[arg(long, value_name = "PEOPLE")]
    most_renamed: Option<u64>,

    /// Refuse if the file has fewer rows: a feed that broke off is shorter than usual.
    #[arg(long, value_name = "ROWS")]
    fewest_rows: Option<u64>,

    /// What is written beside the revision in the history.
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,

    /// The column that says which person a row is about.
    #[arg(long, value_parser = one_of::<Key>(&["username", "employee-id"]), default_value = "username")]
    key: Key,

    /// What an empty cell means.
    #[arg(long, value_parser = one_of::<Blanks>(&["keep", "clear"]), default_value = "keep")]
    blanks: Blanks,

    /// The notation of dates, beside YYYY-MM-DD.
    #[arg(long, value_name = "FORMAT", value_parser = dates(), ignore_case = true)]
    dates: Option<DateFormat>,

    /// The file was made from no extract: it comes from another system, and what it says is meant.
    #[arg(long, conflicts_with = "base")]
    no_base: bool,

    /// Whether rows about nobody in the directory create people.
    #[arg(long, value_parser = one_of::<Create>(&["allow", "deny"]), default_value = "deny")]
    create: Create,

    /// The encoding, where the file isn't UTF-8 and has no mark: `windows-1252`, `utf-16le`, …
    #[arg(long, value_parser = encoding)]
    encoding: Option<String>,

    /// The revision of the extract that the file was made from.
    #[arg(long, value_name = "REVISION")]
    base: Option<u64>,

    /// All choices for the file, as `muster diff --choices` writes them, in place of the flags.
    #[arg(long, value_name = "FILE.json")]
    choices: Option<PathBuf>,
}

/// Looks, and applies.
#[expect(clippy::needless_pass_by_value, reason = "every command takes what it was told")]
pub(super) fn run(args: Args) -> anyhow::Result<ExitCode> {
    let server = args.server.server()?;
    let upload = upload_from_path(&args.file)?;
    let options = args.options()?;
    let engine = server.get("/api/session")?.done()?.json()?;
    let engine = engine.get("engine_version").and_then(Value::as_str).context("this isn't a Muster of this age")?;
    for _ in 0..TRIES {
        let request = json!({ "file_name": upload.name, "options": options });
        let preview = server.post_form("/api/imports/preview", &Form::new(&request, upload.bytes.clone()), None)?;
        let preview = preview.done()?;
        let revision = preview.revision.context("the server doesn't say which revision it planned against")?;
        let plan = preview.json()?;
        print_plan(&plan, revision)?;
        if let Some(code) = args.stops(&plan) {
            return Ok(code);
        }
        let request = json!({
            "file_name": upload.name,
            "options": options,
            "revision": revision,
            "digest": plan.get("digest"),
            "engine_version": engine,
            "note": args.note,
            "acknowledged": true,
            "acknowledged_changes": args.acknowledge_changes,
        });
        let key = key_of(&request, &upload.bytes);
        let form = Form::new(&request, upload.bytes.clone());
        let answer = send(&server, &form, &key)?;
        if answer.status == 409 && answer.problem() == "directory-moved" {
            remark("muster: the directory changed in between; planning again.");
            continue;
        }
        let done = answer.done()?.json()?;
        print_plain(&format!("Applied: the directory is at revision {}.", number(&done, "revision")))?;
        return Ok(ExitCode::SUCCESS);
    }
    bail!("the directory kept changing; nothing was applied")
}

impl Args {
    fn options(&self) -> anyhow::Result<Options> {
        if let Some(path) = &self.choices {
            let text = std::fs::read(path).with_context(|| format!("{} can't be read", path.display()))?;
            return serde_json::from_slice(&text).with_context(|| format!("{} can't be used", path.display()));
        }
        Ok(Options {
            key: self.key,
            blanks: self.blanks,
            dates: self.dates,
            create: self.create,
            encoding: self.encoding.clone(),
            base: self.base,
            no_base: self.no_base,
            ..Options::default()
        })
    }

    /// Why nothing is sent, if so, as an exit code; the reason is printed.
    fn stops(&self, plan: &Value) -> Option<ExitCode> {
        let counts = plan.get("counts").cloned().unwrap_or_default();
        if plan.get("digest").is_none_or(Value::is_null) {
            remark("muster: errors stand; nothing was changed.");
            return Some(ExitCode::FAILURE);
        }
        let rows = plan.get("file").map_or(0, |file| number(file, "rows"));
        let mut over = Vec::new();
        for (what, name, most) in [
            ("created", "created", self.most_created),
            ("changed", "updated", self.most_updated),
            ("renamed", "renamed", self.most_renamed),
        ] {
            let found = number(&counts, name);
            if let Some(most) = most.filter(|most| found > *most) {
                over.push(format!("{found} people would be {what}, at most {most} may"));
            }
        }
        if let Some(fewest) = self.fewest_rows.filter(|fewest| rows < *fewest) {
            over.push(format!("the file has {rows} rows, at least {fewest} were expected"));
        }
        let is_over = findings(plan).any(|finding| finding.get("code").and_then(Value::as_str) == Some(MASS_CHANGE));
        let changes = ["created", "updated", "renamed"].iter().map(|name| number(&counts, name)).sum::<u64>();
        if is_over && self.acknowledge_changes != Some(changes) {
            over.push(format!(
                "{changes} people would change, which is over the risk budget; if that is right, a system admin sends it \
                 with --acknowledge-changes {changes}"
            ));
        }
        if number(&counts, "warnings") > 0 && !self.acknowledge_warnings {
            over.push("warnings stand; look at them, then send it with --acknowledge-warnings".to_owned());
        }
        if !over.is_empty() {
            remark(&format!("muster: {}. Nothing was changed.", over.join("; ")));
            return Some(ExitCode::from(OVER));
        }
        if self.dry_run {
            remark("muster: this was a dry run; nothing was changed.");
            return Some(ExitCode::SUCCESS);
        }
        (changes == 0).then(|| {
            remark("muster: there is nothing to do.");
            ExitCode::SUCCESS
        })
    }
}

/// Sends, and asks once more with the same key where the answer was lost: the server does it once.
fn send(server: &Server, form: &Form, key: &str) -> anyhow::Result<super::server::Answer> {
    match server.post_form("/api/imports", form, Some(key)) {
        Ok(answer) if answer.status != 503 => Ok(answer),
        _ => {
            remark("muster: no answer yet; asking again.");
            server.post_form("/api/imports", form, Some(key))
        }
    }
}

/// The same feed sent twice for the same revision is one request.
fn key_of(request: &Value, file: &[u8]) -> String {
    let mut hash = Sha256::new();
    hash.update(request.to_string());
    hash.update(file);
    format!("feed-{}", hex_from_bytes(&hash.finalize()))
}

fn findings(plan: &Value) -> impl Iterator<Item = &Value> {
    plan.get("findings").and_then(Value::as_array).into_iter().flatten()
}

fn number(value: &Value, name: &str) -> u64 {
    value.get(name).and_then(Value::as_u64).unwrap_or_default()
}

/// The findings by their codes and places, and the counts. Values stay out of it: what a nightly feed prints is mailed
/// and kept.
fn print_plan(plan: &Value, revision: u64) -> anyhow::Result<()> {
    let counts = plan.get("counts").cloned().unwrap_or_default();
    let count = |name: &str| number(&counts, name);
    for finding in findings(plan) {
        let text = |name: &str| finding.get(name).and_then(Value::as_str).unwrap_or_default();
        let (severity, code, name) = (text("severity"), text("code"), text("name"));
        let (column, times) = (text("column"), number(finding, "count"));
        let line = finding.get("line").and_then(Value::as_u64).map(|line| format!(", line {line}"));
        let column = if column.is_empty() { String::new() } else { format!(", {column}") };
        print_plain(&format!("{severity} {code} {name}{}{column}: {times} in all", line.unwrap_or_default()))?;
    }
    print_plain(&format!(
        "Against revision {revision}: {} same, {} changed, {} created, {} renamed; {} errors, {} warnings.",
        count("same"),
        count("updated"),
        count("created"),
        count("renamed"),
        count("errors"),
        count("warnings")
    ))
}
