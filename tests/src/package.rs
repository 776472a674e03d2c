//! The npm package, as `./dev package` built it, in Node and before TypeScript's compiler.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::tidy::root;

/// The package's folder, which `MUSTER_PACKAGE` names.
pub fn folder() -> PathBuf {
    let folder = std::env::var_os("MUSTER_PACKAGE").map(PathBuf::from);
    folder
        .filter(|folder| folder.is_dir())
        .expect("MUSTER_PACKAGE names the package's folder; `./dev package` says which")
}

/// A folder in which scripts find the package by its name, as in anybody's project.
pub fn project() -> tempfile::TempDir {
    let project = tempfile::tempdir().expect("a temporary folder");
    let installed = project.path().join("node_modules/muster-engine");
    std::fs::create_dir_all(&installed).expect("a folder in it");
    for entry in std::fs::read_dir(folder()).expect("a readable package").flatten() {
        std::fs::copy(entry.path(), installed.join(entry.file_name())).expect("the package's files are copied");
    }
    for entry in std::fs::read_dir(root().join("tests/node")).expect("scripts").flatten() {
        std::fs::copy(entry.path(), project.path().join(entry.file_name())).expect("the scripts are copied");
    }
    project
}

/// Lets a folder's TypeScript find the types of SARIF, which `MUSTER_SARIF_TYPES` names.
pub fn with_sarif_types(folder: &Path) {
    let types = std::env::var_os("MUSTER_SARIF_TYPES").expect("MUSTER_SARIF_TYPES names the types of SARIF");
    let home = folder.join("node_modules/@types/sarif");
    std::fs::create_dir_all(&home).expect("a folder in it");
    std::fs::copy(types, home.join("index.d.ts")).expect("the types are copied");
    // A module finds its types by their manifest alone.
    let manifest = r#"{ "name": "@types/sarif", "version": "0.0.0", "types": "index.d.ts" }"#;
    std::fs::write(home.join("package.json"), manifest).expect("a writable folder");
}

/// What a script in a folder prints, given this input; panics with its own words if it fails.
pub fn node(folder: &Path, script: &str, arguments: &[&str], input: &str) -> String {
    let (text, status) = node_with_status(folder, script, arguments, input);
    assert_eq!(status, 0, "{script}:\n{text}");
    text
}

/// What a script prints, and how it ends.
pub fn node_with_status(folder: &Path, script: &str, arguments: &[&str], input: &str) -> (String, i32) {
    let mut child = Command::new("node")
        .arg(script)
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node starts");
    child.stdin.take().expect("a piped input").write_all(input.as_bytes()).expect("node reads");
    let output = child.wait_with_output().expect("node ends");
    (String::from_utf8(output.stdout).expect("text"), output.status.code().unwrap_or(-1))
}

/// What TypeScript's compiler has against files in a folder: nothing, if all is well.
pub fn type_errors(folder: &Path, files: &[&str]) -> String {
    let compiler = std::env::var_os("MUSTER_TSC").expect("MUSTER_TSC names TypeScript's compiler");
    let output = Command::new("node")
        .arg(compiler)
        .args(["--noEmit", "--strict", "--allowJs", "--checkJs", "--noUnusedLocals", "--exactOptionalPropertyTypes"])
        .args(["--target", "es2022", "--module", "nodenext", "--lib", "es2023"])
        .args(files)
        .current_dir(folder)
        .output()
        .expect("node starts");
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}
