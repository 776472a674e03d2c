//! A file, what it is held against, and the choices for it: what every command that plans is told.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, bail};
use shared::options::{Blanks, Create, Key, Options};
use shared::table::Table;
use shared::values::date::DateFormat;
use shared::{Against, Directory, Review, Schema, Upload};

use super::choices::{dates, encoding, one_of};
use super::files::{shown, upload_from_path};
use super::output::remark;
use super::report::{Report, Source};

/// What a plan is made from.
#[derive(Debug, clap::Args)]
pub(super) struct Planned {
    /// The CSV file; `-` reads standard input.
    pub(super) file: PathBuf,

    /// The directory as it is now: an extract. Without one there is nobody yet.
    #[arg(long, value_name = "DIRECTORY.csv")]
    against: Option<PathBuf>,

    /// The extract that the file was made from, to tell edits from stale cells.
    #[arg(long, value_name = "EXTRACT.csv")]
    base: Option<PathBuf>,

    /// The column that says which person a row is about [default: username].
    #[arg(long, value_parser = one_of::<Key>(&["username", "employee-id"]))]
    key: Option<Key>,

    /// What an empty cell means [default: keep].
    #[arg(long, value_parser = one_of::<Blanks>(&["keep", "clear"]))]
    blanks: Option<Blanks>,

    /// A column in which an empty cell clears, whatever --blanks says; may be given several times.
    #[arg(long, value_name = "COLUMN")]
    clear: Vec<String>,

    /// The notation of dates, beside YYYY-MM-DD.
    #[arg(long, value_name = "FORMAT", value_parser = dates(), ignore_case = true)]
    dates: Option<DateFormat>,

    /// Whether rows about nobody in the directory create people [default: deny; allow without --against].
    #[arg(long, value_parser = one_of::<Create>(&["allow", "deny"]))]
    create: Option<Create>,

    /// The encoding, where the file isn't UTF-8 and has no mark: `windows-1252`, `utf-16le`, …
    #[arg(long, value_parser = encoding)]
    encoding: Option<String>,

    /// All choices for the file, as `muster diff --choices` writes them; other flags go before it.
    #[arg(long, value_name = "FILE.json")]
    choices: Option<PathBuf>,

    /// The directory's columns, where they aren't the standard ones.
    #[arg(long, value_name = "FILE.json")]
    schema: Option<PathBuf>,
}

/// A plan, and the file that it was made of.
pub(super) struct Plans {
    pub(super) review: Review,
    /// How the file is called.
    pub(super) name: String,
    raw: Vec<u8>,
    table: Table,
}

impl Planned {
    /// Reads everything and plans.
    pub(super) fn review(self) -> anyhow::Result<Plans> {
        let schema = schema_from(self.schema.as_deref())?;
        let directory = match &self.against {
            Some(path) => directory_from_path(path, &schema)?,
            None => Arc::new(Directory::empty(Arc::clone(&schema), 0)),
        };
        let base = self.base.as_deref().map(|path| directory_from_path(path, &schema)).transpose()?;
        let options = self.options(&schema, base.as_deref())?;
        let upload = upload_from_path(&self.file)?;
        let raw = upload.bytes.clone();
        let review = Review::new(Against::new(directory, base)?, upload, options);
        let table = Table::read(raw.clone(), review.schema(), review.options());
        Ok(Plans { review, name: shown(&self.file), raw, table })
    }

    fn options(&self, schema: &Schema, base: Option<&Directory>) -> anyhow::Result<Options> {
        let mut options = match &self.choices {
            Some(path) => {
                let Upload { bytes, .. } = upload_from_path(path)?;
                let read = serde_json::from_slice(&bytes);
                read.with_context(|| format!("{} doesn't hold the choices for a file", shown(path)))?
            }
            None => Options::default(),
        };
        options.key = self.key.unwrap_or(options.key);
        options.blanks = self.blanks.unwrap_or(options.blanks);
        options.dates = self.dates.or(options.dates);
        options.encoding = self.encoding.clone().or(options.encoding);
        options.base = base.map(Directory::revision);
        for header in &self.clear {
            let Some(column) = schema.index_of(header).and_then(|column| schema.column(column)) else {
                bail!("--clear {header}: the directory has no column of that name");
            };
            options.blanks_by_column.insert(column.header.clone(), Blanks::Clear);
        }
        match (self.create, &self.against) {
            (Some(create), _) => options.create = create,
            (None, Some(_)) => {}
            (None, None) => {
                remark("muster: without --against the directory is empty, so every row creates a person, and may.");
                options.create = Create::Allow;
            }
        }
        Ok(options)
    }
}

impl Plans {
    /// The file as reports show it.
    pub(super) fn source(&self) -> Source<'_> {
        source(&self.name, &self.raw, &self.table)
    }
}

/// The schema of a file, or the standard one.
pub(super) fn schema_from(path: Option<&Path>) -> anyhow::Result<Arc<Schema>> {
    let Some(path) = path else { return Ok(Arc::new(Schema::standard())) };
    let Upload { bytes, .. } = upload_from_path(path)?;
    let json = String::from_utf8(bytes).with_context(|| format!("{} isn't UTF-8", shown(path)))?;
    let schema = Schema::from_json(&json).with_context(|| format!("{} can't be used", shown(path)))?;
    Ok(Arc::new(schema))
}

/// A directory from an extract, at the revision that the extract says itself.
pub(super) fn directory_from_path(path: &Path, schema: &Arc<Schema>) -> anyhow::Result<Arc<Directory>> {
    directory_from_upload(upload_from_path(path)?, &shown(path), schema)
}

/// The same, from what was read already.
pub(super) fn directory_from_upload(
    upload: Upload,
    name: &str,
    schema: &Arc<Schema>,
) -> anyhow::Result<Arc<Directory>> {
    let options = Options::default();
    let revision = shared::facts(schema, &upload, &options).base.map_or(0, |base| base.revision);
    let raw = upload.bytes.clone();
    match Directory::from_extract(Arc::clone(schema), upload.bytes, revision) {
        Ok(directory) => Ok(Arc::new(directory)),
        Err(findings) => {
            let table = Table::read(raw.clone(), schema, &options);
            let mut report = Report::new(source(name, &raw, &table));
            report.findings(&findings);
            remark(report.text.trim_end());
            bail!("{name} can't be used as a directory");
        }
    }
}

fn source<'a>(name: &'a str, raw: &'a [u8], table: &'a Table) -> Source<'a> {
    Source { name, raw, bytes: &table.bytes, dialect: &table.dialect, records: &table.records }
}
