//! What lies between two extracts, in both directions.

use std::collections::HashSet;
use std::path::Path;
use std::sync::Arc;

use shared::finding::Finding;
use shared::rule::Severity;
use shared::options::{Blanks, Conflicts, Create, Key, Options, Side as ConflictSide};
use shared::stages::change_set::ChangeSet;
use shared::table::Table;
use shared::{ChangeFile, Directory, Review, Schema, Upload};

use crate::cli::files::{shown, upload_from_path};
use crate::cli::planned::directory_from_upload;
use crate::cli::report::{Report, Source, tally};

/// The way from one extract to the other, and the way back.
pub(super) struct Between {
    pub(super) key: Key,
    pub(super) forth: Side,
    pub(super) back: Side,
    /// People of the older extract whom the newer one lacks: their Usernames.
    pub(super) gone: Vec<String>,
    /// Why the newer extract can't be compared; then the rest is empty.
    pub(super) refused: Option<String>,
}

/// One direction.
pub(super) struct Side {
    pub(super) change_set: ChangeSet,
    pub(super) file: ChangeFile,
}

impl Between {
    /// Compares two extracts.
    pub(super) fn extracts(old: &Path, new: &Path, key: Option<Key>, schema: &Arc<Schema>) -> anyhow::Result<Self> {
        let before = directory_from_upload(upload_from_path(old)?, &shown(old), schema)?;
        let upload = upload_from_path(new)?;
        let after = directory_from_upload(upload.clone(), &shown(new), schema)?;
        let key = key.unwrap_or_else(|| if has_ids(&before) && has_ids(&after) { Key::EmployeeId } else { Key::Username });
        let raw = upload.bytes.clone();
        let review = Review::new(Arc::clone(&before), upload, choices(key, schema));
        let refused = refused(&review, &shown(new), &raw);
        let inverse = review.inverse_file_for(&after);
        let back_upload = Upload { name: String::new(), bytes: inverse.bytes.clone() };
        let back = Review::new(Arc::clone(&after), back_upload, inverse.options.clone());
        Ok(Self {
            key,
            gone: gone(&before, &after, key, &review.plan().change_set),
            back: Side { change_set: back.plan().change_set.clone(), file: inverse },
            forth: Side { change_set: review.plan().change_set.clone(), file: review.change_file() },
            refused,
        })
    }
}

/// An extract says what is: an empty cell is an empty value, and whoever is new is there.
fn choices(key: Key, schema: &Schema) -> Options {
    Options {
        key,
        blanks: Blanks::Clear,
        create: Create::Allow,
        ignored_columns: schema.revision().map(|column| schema.header_of(column).to_owned()).into_iter().collect(),
        conflicts: Conflicts { all: Some(ConflictSide::Yours), ..Conflicts::default() },
        ..Options::default()
    }
}

/// Whether everybody has an `EmployeeId` of her own.
fn has_ids(directory: &Directory) -> bool {
    let Some(column) = directory.schema().employee_id() else { return false };
    let mut seen = HashSet::new();
    directory.iter().all(|person| {
        let id = person.value(column).into_owned();
        !id.is_empty() && seen.insert(id)
    })
}

fn gone(before: &Directory, after: &Directory, key: Key, change_set: &ChangeSet) -> Vec<String> {
    let id = before.schema().employee_id();
    let renamed: HashSet<&str> = change_set.operations.iter().map(|operation| operation.username.as_str()).collect();
    let there = |person: &shared::directory::Person<'_>| match (key, id) {
        (Key::EmployeeId, Some(column)) => after.find_employee_id(&person.value(column)).is_some(),
        _ => after.find_username(&person.username()).is_some() || renamed.contains(person.username().as_ref()),
    };
    before.iter().filter(|person| !there(person)).map(|person| person.username().into_owned()).collect()
}

/// What keeps the newer extract from saying who is who and what is where. What its values are worth is no matter here.
fn refused(review: &Review, name: &str, raw: &[u8]) -> Option<String> {
    let blurs = |code: &str| code.starts_with(['B', 'R', 'H']) || ["I001", "I004"].contains(&code);
    let stands = |finding: &&Finding| finding.severity == Severity::Error && blurs(&finding.code);
    let findings: Vec<Finding> = review.plan().findings.iter().filter(stands).cloned().collect();
    if findings.is_empty() {
        return None;
    }
    let table = Table::read(raw.to_vec(), review.schema(), review.options());
    let source =
        Source { name, raw, bytes: &table.bytes, dialect: &table.dialect, records: &table.records };
    let mut report = Report::new(source);
    report.findings(&findings);
    report.summary(&format!("{name} can't be compared: {}.", tally(&findings)), true);
    Some(report.text)
}
