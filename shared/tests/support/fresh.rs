//! Files that tests write from the code.

use std::path::Path;

/// Writes a file anew if it is stale, and fails then, so that the change is seen and committed.
pub(crate) fn keep(path: &Path, fresh: &str) {
    let present = std::fs::read_to_string(path).unwrap_or_default();
    if present != fresh {
        std::fs::write(path, fresh).expect("a writable file");
        panic!("{} was stale and has been written anew: look at it and commit it", path.display());
    }
}
