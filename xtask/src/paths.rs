//! Where things lie: the checkout, its build folders, and the two homes of tools.

use std::path::{Path, PathBuf};

/// The checkout's top folder.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map_or_else(PathBuf::new, Path::to_path_buf)
}

/// Where native builds go; `CARGO_TARGET_DIR` is heeded.
pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |folder| root().join(folder))
}

/// Where the desk is compiled: apart from native builds, as another compiler may be at work here.
pub(crate) fn wasm_target() -> PathBuf {
    target().join("wasm")
}

/// The built desk, which the keeper's binary carries inside it; `MUSTER_DESK_DIST` is heeded.
pub(crate) fn dist() -> PathBuf {
    std::env::var_os("MUSTER_DESK_DIST").map_or_else(|| root().join("dist"), |folder| root().join(folder))
}

/// A binary as `./dev start` builds and runs it.
pub(crate) fn binary(name: &str) -> PathBuf {
    target().join("release").join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// Tools of this checkout, ignored by git, one folder for each name and version.
pub(crate) fn tools() -> PathBuf {
    root().join(".tools")
}

/// Tools shared by all checkouts of one user; `None` where she has no home.
pub(crate) fn tool_cache() -> Option<PathBuf> {
    let caches = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from).or_else(|| {
        let home = std::env::var_os("HOME").or_else(|| std::env::var_os("USERPROFILE"))?;
        Some(PathBuf::from(home).join(".cache"))
    })?;
    let kind = format!("{}-{}", std::env::consts::OS, std::env::consts::ARCH);
    Some(caches.join("muster-tools").join(kind))
}
