//! Writes the table of the desk's files that `src/http/desk.rs` embeds: the folder that `MUSTER_DESK_DIST` names, or
//! `dist` of the workspace. Without such a folder the table is empty, and the server says that it carries no desk.

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
        collect(&folder.canonicalize()?, "", &mut files)?;
    }
    let mut table = String::from("&[\n");
    for (name, forms) in &files {
        let Some(plain) = &forms.plain else { continue };
        let (brotli, gzip) = (optional(forms.brotli.as_deref()), optional(forms.gzip.as_deref()));
        let _ = writeln!(
            table,
            "    EmbeddedFile {{ path: {name:?}, plain: include_bytes!({plain:?}), brotli: {brotli}, gzip: {gzip} }},",
        );
    }
    table.push_str("]\n");
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("desk_files.rs");
    fs::write(out, table)
}

fn collect(folder: &Path, prefix: &str, files: &mut BTreeMap<String, Forms>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
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

fn optional(path: Option<&Path>) -> String {
    path.map_or_else(|| "None".to_owned(), |path| format!("Some(include_bytes!({path:?}))"))
}
