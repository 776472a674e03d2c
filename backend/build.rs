//! Writes the table of the desk's files that `src/http/desk.rs` embeds: the folder that `MUSTER_DESK_DIST` names, or
//! `dist` of the workspace. Without such a folder the table is empty, and the server says that it carries no desk.
//!
//! The files are copied first: whoever builds the desk at the same moment can't take them away under the compiler.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// One file and its compressed forms.
#[derive(Default)]
struct Forms {
    plain: Option<PathBuf>,
    brotli: Option<PathBuf>,
    gzip: Option<PathBuf>,
}

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-env-changed=MUSTER_DESK_DIST");
    println!("cargo::rerun-if-changed=build.rs");
    let here = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let folder = env::var_os("MUSTER_DESK_DIST").map_or_else(|| here.join("../dist"), PathBuf::from);
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut files = BTreeMap::new();
    if folder.is_dir() {
        collect(&folder, "", &mut files)?;
    }
    if !files.contains_key("/index.html") {
        files.clear();
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let mut copies = Copies { folder: out.join("desk"), made: 0 };
    fs::create_dir_all(&copies.folder)?;
    let mut table = String::from("&[\n");
    for (name, forms) in &files {
        let Some(plain) = &forms.plain else { continue };
        let plain = copies.included(plain)?;
        let brotli = copies.included_if_any(forms.brotli.as_deref())?;
        let gzip = copies.included_if_any(forms.gzip.as_deref())?;
        let _ =
            writeln!(table, "    EmbeddedFile {{ path: {name:?}, plain: {plain}, brotli: {brotli}, gzip: {gzip} }},");
    }
    table.push_str("]\n");
    fs::write(out.join("desk_files.rs"), table)
}

fn collect(folder: &Path, prefix: &str, files: &mut BTreeMap<String, Forms>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        // A name that begins with a dot is someone's workshop, not a part of the desk.
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        let name = format!("{prefix}/{}", entry.file_name().to_string_lossy());
        if path.is_dir() {
            collect(&path, &name, files)?;
        } else if let Some(stem) = name.strip_suffix(".br") {
            files.entry(stem.to_owned()).or_default().brotli = Some(path);
        } else if let Some(stem) = name.strip_suffix(".gz") {
            files.entry(stem.to_owned()).or_default().gzip = Some(path);
        } else {
            files.entry(name).or_default().plain = Some(path);
        }
    }
    Ok(())
}

/// The copies of the desk's files, numbered.
struct Copies {
    folder: PathBuf,
    made: usize,
}

impl Copies {
    /// Copies a file; the expression that embeds it.
    fn included(&mut self, file: &Path) -> io::Result<String> {
        let copy = self.folder.join(self.made.to_string());
        self.made += 1;
        fs::copy(file, &copy)?;
        Ok(format!("include_bytes!({})", literal(&copy.to_string_lossy())))
    }

    fn included_if_any(&mut self, file: Option<&Path>) -> io::Result<String> {
        match file {
            Some(file) => Ok(format!("Some({})", self.included(file)?)),
            None => Ok("None".to_owned()),
        }
    }
}

/// A text as Rust writes it, whatever is in it.
fn literal(text: &str) -> String {
    format!("{text:?}")
}
