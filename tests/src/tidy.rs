//! The repository's files, as the tidiness checks read them.

pub mod imports;

use std::path::{Path, PathBuf};

/// Folders that hold nothing written by hand.
const SKIPPED: &[&str] = &["target", "dist", "screens", "node_modules"];

/// One text file of the repository.
#[derive(Debug)]
pub struct SourceFile {
    /// Its path from the top, with `/`.
    pub path: String,
    /// What it says.
    pub text: String,
}

/// The repository's top folder.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("a crate lies in the workspace").to_path_buf()
}

/// Every Rust file, in a stable order.
pub fn rust_files() -> Vec<SourceFile> {
    let mut files = Vec::new();
    collect(&root(), &mut files);
    files.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(!files.is_empty(), "no Rust file was found below {}", root().display());
    files
}

impl SourceFile {
    /// The paths after `use crate::` or `crate::` in code, such as `storage::sqlite`, with the line's number.
    pub fn crate_paths(&self) -> Vec<(usize, String)> {
        let mut found = Vec::new();
        for (number, line) in self.code_lines() {
            for rest in line.split("crate::").skip(1) {
                if let Some(group) = rest.strip_prefix('{') {
                    let names = group.split('}').next().unwrap_or_default().split(',');
                    found.extend(names.map(|name| (number, path_of(name.trim()))));
                } else {
                    found.push((number, path_of(rest)));
                }
            }
        }
        found
    }

    /// Lines that are not comments, with their numbers, up to the file's own tests.
    pub fn code_lines(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.text.lines().enumerate().map(|(index, line)| (index + 1, line.trim()));
        lines.take_while(|(_, line)| !line.starts_with("#[cfg(test)]")).filter(|(_, line)| !line.starts_with("//"))
    }
}

fn path_of(text: &str) -> String {
    let end = text.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':')).unwrap_or(text.len());
    text[..end].trim_end_matches(':').to_owned()
}

fn collect(folder: &Path, files: &mut Vec<SourceFile>) {
    let entries = std::fs::read_dir(folder).expect("a readable folder");
    for path in entries.flatten().map(|entry| entry.path()) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.starts_with('.') || SKIPPED.contains(&name.as_str()) {
            continue;
        }
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = std::fs::read_to_string(&path).expect("a readable file");
            let path = path.strip_prefix(root()).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            files.push(SourceFile { path, text });
        }
    }
}
