//! Who may read a database's file: only whom it belongs to, whatever the umask says, as it holds personal data.

use std::fs;
use std::path::Path;

/// Makes an empty file, which SQLite takes for a new database, if there is none. Where that can't be done, SQLite says
/// why when it tries itself.
pub(super) fn begin(path: &Path) {
    let mut file = fs::OpenOptions::new();
    file.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut file, 0o600);
    let _ = file.open(path);
}

/// Takes the rights from all others, which a copy of a file has from that.
pub(super) fn close_to_others(path: &Path) -> std::io::Result<()> {
    #[cfg(unix)]
    fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(0o600))?;
    // Elsewhere a file's folder decides who reads it.
    let _ = path;
    Ok(())
}

/// Gives a new file to whom the old one belongs, with its rights: root may put a backup in place for a service.
pub(super) fn belong_as(new: &Path, old: &Path) -> std::io::Result<()> {
    let facts = fs::metadata(old)?;
    fs::set_permissions(new, facts.permissions())?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt, chown};
        let now = fs::metadata(new)?;
        if (now.uid(), now.gid()) != (facts.uid(), facts.gid()) {
            chown(new, Some(facts.uid()), Some(facts.gid()))?;
        }
    }
    Ok(())
}
