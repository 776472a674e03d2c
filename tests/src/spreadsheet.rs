//! A real spreadsheet program: LibreOffice Calc opens a CSV file, edits cells as a person would, and saves it.

mod profile;

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use tempfile::TempDir;
use tokio::process::Command;

/// A first start on a slow machine takes several seconds.
const LIMIT: Duration = Duration::from_mins(2);

/// How Calc is told to read the cells of a CSV file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// Every column as text: what a careful person chooses in the import dialog.
    AllText,
    /// Numbers and dates are recognised: what happens to everybody else.
    Detect,
}

/// One cell that is typed over.
#[derive(Debug, Clone)]
pub struct Edit {
    /// The column's position, from 0.
    pub column: usize,
    /// The row's position, from 0 for the header.
    pub row: usize,
    /// What is typed.
    pub text: String,
}

/// Calc with a profile of its own.
pub struct Spreadsheet {
    folder: TempDir,
}

impl Spreadsheet {
    /// Makes an empty profile.
    pub async fn start() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let spreadsheet = Self { folder };
        // The first start fills the profile, and would overwrite a macro put there before.
        spreadsheet.run(&["--terminate_after_init"]).await;
        spreadsheet
    }

    /// Opens a CSV file, types over some cells, and saves it as CSV: what comes back is all Calc's.
    pub async fn edit(&self, csv: &[u8], reading: Reading, edits: &[Edit]) -> Vec<u8> {
        self.save(csv, reading, edits, "", "after.csv").await
    }

    /// Opens a CSV file and saves it as a workbook, as who forgets “Save as CSV” does. `more` is Basic that does more to
    /// `sheet` and `book` before that.
    pub async fn workbook(&self, csv: &[u8], reading: Reading, edits: &[Edit], more: &str) -> Vec<u8> {
        self.save(csv, reading, edits, more, "after.xlsx").await
    }

    async fn save(&self, csv: &[u8], reading: Reading, edits: &[Edit], more: &str, name: &str) -> Vec<u8> {
        let before = self.folder.path().join("before.csv");
        let after = self.folder.path().join(name);
        std::fs::write(&before, csv).expect("a file for Calc");
        if after.exists() {
            std::fs::remove_file(&after).expect("the last file goes");
        }
        let columns = first_line_cells(csv);
        let macro_text = profile::edit_macro(&before, &after, &import_filter(reading, columns), edits, more);
        profile::write_macro(&self.profile(), &macro_text);
        self.run(&["macro:///Standard.Muster.Edit"]).await;
        std::fs::read(&after).expect("Calc saved the file")
    }

    /// Opens a CSV file, copies all of its cells, and gives what Calc would put on the clipboard: each form's kind and bytes.
    pub async fn copied(&self, csv: &[u8]) -> Vec<(String, Vec<u8>)> {
        let forms = self.folder.path().join("copied");
        if forms.exists() {
            std::fs::remove_dir_all(&forms).expect("the last copy goes");
        }
        std::fs::create_dir_all(&forms).expect("a folder for Calc");
        let rows = csv.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).count();
        self.save(csv, Reading::AllText, &[], &profile::copy_macro(&forms, first_line_cells(csv), rows), "after.csv")
            .await;
        let kinds = std::fs::read_to_string(forms.join("kinds")).expect("Calc lists the kinds");
        let bytes = |place: usize| std::fs::read(forms.join(place.to_string())).unwrap_or_default();
        let forms = kinds.lines().enumerate().map(|(place, kind)| (kind.to_owned(), bytes(place)));
        let forms: Vec<_> = forms.filter(|(_, bytes)| !bytes.is_empty()).collect();
        assert!(forms.len() > 5, "Calc offers many forms at once: {kinds}");
        // On X11 it gives out its text as UTF-8, under the names by which programs ask there.
        forms
            .into_iter()
            .flat_map(|(kind, bytes)| {
                let names: &[&str] = if kind.starts_with("text/plain") {
                    &["text/plain;charset=utf-8", "UTF8_STRING"]
                } else {
                    &[&kind]
                };
                names.iter().map(|name| ((*name).to_owned(), bytes.clone())).collect::<Vec<_>>()
            })
            .collect()
    }

    fn profile(&self) -> PathBuf {
        self.folder.path().join("profile")
    }

    async fn run(&self, arguments: &[&str]) {
        let profile = format!("-env:UserInstallation={}", file_url(&self.profile()));
        let run = Command::new("soffice")
            .args(["--headless", "--norestore", "--nologo", "--nodefault", &profile])
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .status();
        let status = tokio::time::timeout(LIMIT, run).await.expect("Calc ends in time").expect("soffice starts");
        assert!(status.success(), "soffice {arguments:?} ended with {status}");
    }
}

/// Comma, double quote, UTF-8, from line 1, then how each column is read.
fn import_filter(reading: Reading, columns: usize) -> String {
    match reading {
        Reading::AllText => {
            let text: Vec<String> = (1..=columns).map(|column| format!("{column}/2")).collect();
            format!("44,34,76,1,{},0,false,false", text.join("/"))
        }
        Reading::Detect => "44,34,76,1,,0,false,true".to_owned(),
    }
}

fn first_line_cells(csv: &[u8]) -> usize {
    csv.iter().take_while(|byte| **byte != b'\n').filter(|byte| **byte == b',').count() + 1
}

fn file_url(path: &Path) -> String {
    url::Url::from_file_path(path).expect("an absolute path").to_string()
}
