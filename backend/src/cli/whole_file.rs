//! Writes a file whole or not at all.

use std::fs::File;
use std::io::Write;
use std::path::Path;

use anyhow::Context;
use tempfile::Builder;

/// Writes a file under a name of its own beside the one that is wanted, and gives it that name when it is whole and
/// kept. What stood there before stays until then, with its permissions.
pub(super) fn write_whole(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    written(path, bytes).with_context(|| format!("can't write {}; nothing was changed", path.display()))
}

fn written(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    // A link keeps pointing where it points.
    let path = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    let there = path.metadata().ok();
    if there.as_ref().is_some_and(|there| !there.is_file()) {
        // A terminal, a pipe or another device has no name to give away.
        return File::options().write(true).open(&path)?.write_all(bytes);
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = Builder::new();
    builder.prefix(".muster-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder)?;
    if let Some(there) = there {
        if there.permissions().readonly() {
            return Err(std::io::ErrorKind::PermissionDenied.into());
        }
        file.as_file().set_permissions(there.permissions())?;
    }
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(&path)?;
    Ok(())
}
