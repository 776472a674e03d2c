//! The files that a command is given, `-` for standard input.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use anyhow::Context;
use shared::MOST_BYTES;
use shared::Upload;

/// How a file is called in what is printed.
pub(super) fn shown(path: &Path) -> String {
    if is_standard_input(path) { "standard input".to_owned() } else { path.display().to_string() }
}

/// Reads a file. One that is larger than the engine takes is read far enough for the engine to say so.
pub(super) fn upload_from_path(path: &Path) -> anyhow::Result<Upload> {
    let mut bytes = Vec::new();
    let most = MOST_BYTES as u64 + 1;
    let read = if is_standard_input(path) {
        std::io::stdin().lock().take(most).read_to_end(&mut bytes)
    } else {
        File::open(path).and_then(|file| file.take(most).read_to_end(&mut bytes))
    };
    read.with_context(|| format!("can't read {}", shown(path)))?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(Upload { name, bytes })
}

fn is_standard_input(path: &Path) -> bool {
    path.as_os_str() == "-"
}
