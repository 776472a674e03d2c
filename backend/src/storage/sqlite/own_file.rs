//! Who may read a database's file: a new one only whom it belongs to, whatever the umask says, as it holds personal data.

use std::fs;
use std::path::Path;

/// Makes an empty file, which SQLite takes for a new database. An error if there is a file already.
pub(super) fn begin(path: &Path) -> std::io::Result<fs::File> {
    let mut file = fs::OpenOptions::new();
    file.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut file, 0o600);
    file.open(path)
}

/// Writes a copy under a name that is free.
pub(super) fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    std::io::copy(&mut fs::File::open(from)?, &mut begin(to)?)?;
    Ok(())
}

/// Gives a new file to whom the old one belongs, with its rights; where there is no old one, to whom the folder belongs:
/// root may put a backup in place for a service.
pub(super) fn belong_as(new: &Path, old: &Path) -> std::io::Result<()> {
    let there = fs::metadata(old).ok();
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt, chown};
        let folder = || fs::metadata(folder_of(old));
        let (as_who, now) = (there.clone().map_or_else(folder, Ok)?, fs::metadata(new)?);
        if now.uid() != as_who.uid() {
            chown(new, Some(as_who.uid()), None)?;
        }
        // Another group than one's own only root can give; without it, whom the file belongs to still has it.
        if now.gid() != as_who.gid() {
            let _ = chown(new, None, Some(as_who.gid()));
        }
    }
    there.map_or(Ok(()), |there| fs::set_permissions(new, there.permissions()))
}

/// The folder that a file lies in.
pub(super) fn folder_of(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
