//! `muster diff`: what happened between two extracts, and what would take it back.

mod between;

use std::fmt::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use serde_json::json;
use shared::options::Key;
use shared::stages::change_set::{ChangeSet, OperationKind};
use shared::values::text::counted;
use shared::{ChangeFile, Schema};

use super::choices::one_of;
use super::output::{Format, print_plain, print_styled, remark};
use super::planned::schema_from;
use super::report::{changes, style, visible};
use super::whole_file::write_whole;
use between::{Between, Side};

/// What `muster diff` is told.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The older extract; `-` reads standard input.
    old: PathBuf,

    /// The newer extract; `-` reads standard input.
    new: PathBuf,

    /// The column that says who is who [default: employee-id where everybody in both has one, else username].
    #[arg(long, value_parser = one_of::<Key>(&["username", "employee-id"]))]
    key: Option<Key>,

    /// Show and write the way back: from NEW to OLD.
    #[arg(long)]
    inverse: bool,

    /// Write the changes as a file that can be imported: the key and the changed cells.
    #[arg(short, long, value_name = "OUT")]
    output: Option<PathBuf>,

    /// Write the choices that such a file must be read with, for `muster check --choices` or the server.
    #[arg(long, value_name = "OUT.json")]
    choices: Option<PathBuf>,

    /// The directory's columns, where they aren't the standard ones.
    #[arg(long, value_name = "FILE.json")]
    schema: Option<PathBuf>,

    /// How the result is printed.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

/// Compares the extracts, prints the change set and writes what was asked for.
#[expect(clippy::needless_pass_by_value, reason = "every command takes its arguments")]
pub(super) fn run(args: Args) -> anyhow::Result<ExitCode> {
    let schema = schema_from(args.schema.as_deref())?;
    let between = Between::extracts(&args.old, &args.new, args.key, &schema)?;
    if let Some(refused) = &between.refused {
        remark(refused.trim_end());
        return Ok(ExitCode::FAILURE);
    }
    let (shown, other) =
        if args.inverse { (&between.back, &between.forth) } else { (&between.forth, &between.back) };
    if let Some(path) = &args.output {
        write_whole(path, &shown.file.bytes)?;
    }
    if let Some(path) = &args.choices {
        write_whole(path, &serde_json::to_vec_pretty(&shown.file.options)?)?;
    } else if args.output.is_some() {
        remark_choices(&shown.file);
    }
    match args.format {
        Format::Json => print_plain(&json(&between, shown, other, &schema))?,
        Format::Human => print_styled(&human(&between, shown, &schema))?,
    }
    Ok(ExitCode::SUCCESS)
}

fn human(between: &Between, shown: &Side, schema: &Schema) -> String {
    let (strong, faint) = (style::STRONG, style::FAINT);
    let mut text = String::new();
    changes::all(&mut text, &shown.change_set, schema);
    for username in &between.gone {
        let _ = writeln!(text, "{strong}- {}{strong:#}  {faint}not in the newer extract{faint:#}", visible(username));
    }
    for left in &shown.file.left {
        let what = match &left.column {
            Some(column) => format!("{column} was empty, and is never cleared"),
            None => "was created, and is only switched off: nobody is deleted by a file".to_owned(),
        };
        let _ = writeln!(text, "{strong}! {}{strong:#}  {what}", visible(&left.username));
    }
    if !text.is_empty() {
        text.push('\n');
    }
    let of = |kind: OperationKind| count(&shown.change_set, kind);
    let parts = [
        (of(OperationKind::Update), "changed"),
        (of(OperationKind::Create), "new"),
        (of(OperationKind::Rename), "renamed"),
        (between.gone.len(), "gone, which a file can't repeat"),
    ];
    let parts: Vec<String> = parts
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(people, words)| format!("{} {words}", counted(*people, "person", "people")))
        .collect();
    let good = style::of(shared::Severity::Note);
    let words = if parts.is_empty() { "No differences".to_owned() } else { parts.join(", ") };
    let _ = writeln!(text, "{good}{words}.{good:#}");
    text
}

fn json(between: &Between, shown: &Side, other: &Side, schema: &Schema) -> String {
    let of = |kind: OperationKind| count(&shown.change_set, kind);
    let left = |file: &ChangeFile| {
        let left = file.left.iter().map(|left| json!({"username": left.username, "column": left.column}));
        left.collect::<Vec<_>>()
    };
    let object = json!({
        "version": 1,
        "key": between.key,
        "counts": {
            "updated": of(OperationKind::Update),
            "created": of(OperationKind::Create),
            "renamed": of(OperationKind::Rename),
            "gone": between.gone.len(),
        },
        "changes": changes_json(&shown.change_set, schema),
        "inverse": changes_json(&other.change_set, schema),
        "gone": between.gone,
        "left": left(if shown.file.left.is_empty() { &other.file } else { &shown.file }),
        "choices": shown.file.options,
    });
    object.to_string()
}

fn changes_json(change_set: &ChangeSet, schema: &Schema) -> Vec<serde_json::Value> {
    let of_person = change_set.operations.iter().flat_map(|operation| {
        operation.changes.iter().map(move |change| {
            json!({
                "kind": operation.kind,
                "username": operation.username,
                "column": schema.header_of(change.column),
                "old": change.old,
                "new": change.new,
            })
        })
    });
    of_person.collect()
}

fn count(change_set: &ChangeSet, kind: OperationKind) -> usize {
    change_set.operations.iter().filter(|operation| operation.kind == kind).count()
}

/// Says which choices the written file needs, beside what a file is read with anyway.
fn remark_choices(file: &ChangeFile) {
    let options = &file.options;
    let mut flags: Vec<String> = Vec::new();
    if options.key == Key::EmployeeId {
        flags.push("--key employee-id".to_owned());
    }
    flags.extend(options.blanks_by_column.keys().map(|header| format!("--clear {header}")));
    if !options.new_people.is_empty() {
        flags.push("--create allow".to_owned());
    }
    if !options.renames.is_empty() {
        remark("muster: the file holds new Usernames, which only its choices can tell: write them with --choices.");
    } else if !flags.is_empty() {
        remark(&format!("muster: read the file with {}", flags.join(" ")));
    }
}
