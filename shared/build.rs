//! Names the engine by what it is made of, so that a desk and a server with different engines notice.

use std::path::{Path, PathBuf};

/// FNV-1a, 64 bits: small, and the same on every machine and compiler. It tells builds apart, it guards nothing.
const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

fn main() {
    let mut files = Vec::new();
    for folder in ["src", "schema"] {
        println!("cargo::rerun-if-changed={folder}");
        collect(Path::new(folder), &mut files);
    }
    files.sort();
    let mut hash = OFFSET;
    for file in files {
        let text = std::fs::read(&file).expect("a source file can be read");
        // A checkout may have its line ends turned.
        for byte in text.into_iter().filter(|byte| *byte != b'\r') {
            hash = (hash ^ u64::from(byte)).wrapping_mul(PRIME);
        }
    }
    println!("cargo::rustc-env=MUSTER_ENGINE={hash:016x}");
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a source folder can be read") {
        let path = entry.expect("a source folder can be read").path();
        if path.is_dir() {
            collect(&path, files);
        } else {
            files.push(path);
        }
    }
}
