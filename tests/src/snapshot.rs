//! Small texts that are kept beside the tests, and compared.

use std::path::{Path, PathBuf};

/// Whether texts are kept anew: `MUSTER_SNAPSHOTS=write`. Look at the difference before it is committed.
pub fn is_written() -> bool {
    std::env::var_os("MUSTER_SNAPSHOTS").is_some_and(|wish| wish == "write")
}

/// Keeps a text under a name.
pub fn keep(name: &str, text: &str) {
    let path = place(name);
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder for snapshots");
    std::fs::write(&path, format!("{text}\n")).expect("a writable folder for snapshots");
}

/// Whether a text is the one that is kept under a name.
pub fn is_kept(name: &str, text: &str) -> bool {
    std::fs::read_to_string(place(name)).is_ok_and(|kept| kept.trim_end() == text.trim_end())
}

/// Where a text is kept.
pub fn place(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("snapshots").join(format!("{name}.txt"))
}
