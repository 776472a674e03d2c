//! The import page: dropping, reading, facts and choices.

use super::numbers::{counted, number, size};
use crate::worker::protocol::{Facts, Stage};

/// The page's title.
pub const TITLE: &str = "Import";
/// About it.
pub const LEAD: &str = "Drop the file that you edited. You'll see what it would change, and what looks like an accident, before anything happens.";
/// The promise.
pub const NOTHING_SENT: &str = "Nothing has been sent";
/// The promise, before there is a file.
pub const NOTHING_SENT_LONG: &str = "Nothing is sent. Your file is read here, in this browser, and stays here until you press Send.";
/// The drop zone.
pub const DROP: &str = "Drop a CSV file anywhere on this page";
/// While a file hovers.
pub const DROP_NOW: &str = "Let go to check this file";
/// Between dropping and choosing.
pub const OR: &str = "or";
/// The button.
pub const CHOOSE: &str = "Choose a file";
/// Later.
pub const CHOOSE_ANOTHER: &str = "Another file";
/// Under the drop zone.
pub const KINDS: &str = "CSV from Excel, LibreOffice, Numbers or Google Sheets, with commas, semicolons or tabs.";
/// The button that stops the worker.
pub const CANCEL: &str = "Cancel";
/// The progress bar's name.
pub const PROGRESS: &str = "Checking the file";
/// The facts' name.
pub const FACTS: &str = "About the file";
/// The choices' heading.
pub const CHOICES: &str = "How this file is read";
/// A question before unsent work goes.
pub const LEAVE: &str = "Your changes have not been sent. Leave this page and forget them?";
/// A question before the file goes.
pub const REPLACE: &str = "Replace the file that you are working on? Its fixes and decisions will be forgotten.";
/// Takes a step back.
pub const UNDO: &str = "Undo";
/// Takes it forward again.
pub const REDO: &str = "Redo";
/// Saves the corrected file.
pub const DOWNLOAD: &str = "Download corrected file";
/// Prints the plan.
pub const PRINT: &str = "Print";
/// After comparing anew.
pub const COMPARED_AGAIN: &str = "Compared with the directory of now. Your fixes and choices are kept.";
/// Which column names a person.
pub const KEY: &str = "People are found by";
/// The usual.
pub const KEY_USERNAME: &str = "Username";
/// The other.
pub const KEY_EMPLOYEE: &str = "EmployeeId (a different Username is then a rename)";
/// Empty cells.
pub const BLANKS: &str = "Empty cells";
/// The usual.
pub const BLANKS_KEEP: &str = "leave the field as it is";
/// The other.
pub const BLANKS_CLEAR: &str = "clear the field";
/// New people.
pub const CREATE: &str = "Rows about nobody in the directory";
/// The usual.
pub const CREATE_DENY: &str = "are reported";
/// The other.
pub const CREATE_ALLOW: &str = "create a new person";
/// Dates.
pub const DATES: &str = "Dates are written";
/// The usual.
pub const DATES_ISO: &str = "YYYY-MM-DD only";
/// The extract.
pub const BASE: &str = "Made from the extract of revision";
/// About it.
pub const BASE_HINT: &str = "Muster uses it to tell your edits from what others changed since. Leave it empty if you don't know.";
/// The encoding.
pub const ENCODING: &str = "Letters are encoded as";
/// The usual.
pub const ENCODING_AUTO: &str = "Unicode, as the file says";
/// Encodings, by their label, with the programs that write them.
pub const ENCODINGS: [(&str, &str); 6] = [
    ("windows-1252", "Western European (Excel on Windows)"),
    ("windows-1250", "Central European (Excel on Windows)"),
    ("windows-1251", "Cyrillic (Excel on Windows)"),
    ("macintosh", "Western European (older Macs)"),
    ("shift_jis", "Japanese (Shift JIS)"),
    ("gbk", "Chinese (GBK)"),
];
/// Columns left out.
pub const COLUMNS: &str = "Columns that are read";
/// About it.
pub const COLUMNS_HINT: &str = "Untick a column to leave it out of this import.";
/// An empty preview.
pub const NO_CHANGES_TITLE: &str = "This file changes nothing";
/// About it.
pub const NO_CHANGES: &str = "Every value in it is already in the directory.";

/// What the worker is at.
pub fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::File => "Reading the file",
        Stage::Directory => "Fetching the directory to compare with",
        Stage::Base => "Fetching the extract that the file was made from",
        Stage::Check => "Comparing and checking every row",
    }
}

/// Bytes done of bytes in all.
pub fn amount(done: u64, total: u64) -> String {
    if total == 0 { size(done) } else { format!("{} of {}", size(done), size(total)) }
}

/// The file in a line of facts: each a word and what it says.
pub fn facts(facts: &Facts) -> Vec<(&'static str, String)> {
    let mut lines = vec![("Size", size(facts.size as u64))];
    if facts.encoding.is_empty() {
        return lines;
    }
    lines.push(("Rows", number(facts.rows as u64)));
    lines.push(("Columns", columns(facts)));
    lines.push(("Encoding", facts.encoding.clone()));
    lines.push(("Separator", facts.delimiter.clone()));
    lines.push(("Made from", base(facts.base)));
    lines
}

fn columns(facts: &Facts) -> String {
    let recognised = counted(facts.recognised.len(), "recognised", "recognised");
    if facts.unknown.is_empty() { recognised } else { format!("{recognised}, {} unknown", number(facts.unknown.len() as u64)) }
}

fn base(base: Option<u64>) -> String {
    base.map_or_else(|| "no known extract".to_owned(), |revision| format!("extract of revision {revision}"))
}

/// What the file is compared with.
pub fn compared_with(people: usize, revision: u64, base: Option<u64>) -> String {
    let directory = format!("Compared with the directory at revision {revision} ({})", counted(people, "person", "people"));
    match base {
        Some(base) if base != revision => format!("{directory} and with the extract of revision {base}."),
        Some(_) => format!("{directory}, from which the file was made."),
        None => format!("{directory}. The extract it was made from is not known, so an old value can't be told from an edit."),
    }
}

/// What was announced to someone who can't see the preview appear.
pub fn announced(changed: usize, errors: usize, warnings: usize) -> String {
    format!(
        "Checked. {} would change. {}, {}. Nothing has been sent.",
        counted(changed, "person", "people"),
        counted(errors, "error", "errors"),
        counted(warnings, "warning", "warnings"),
    )
}
