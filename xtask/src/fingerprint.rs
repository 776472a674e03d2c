//! Whether something has to be built again: a hash over what it is made from and what was made.

use std::path::{Path, PathBuf};

use crate::assets::files_below;
use crate::paths;
use crate::tools::Tools;

/// Changes when any input, any output or the way of building does.
pub(crate) fn fingerprint(tools: &Tools, inputs: &[&str], output: &Path) -> String {
    let root = paths::root();
    let mut files: Vec<PathBuf> = inputs.iter().flat_map(|input| files_below(&root.join(input))).collect();
    files.extend(files_below(output));
    files.sort();
    let mut hash = Fnv::new();
    for path in files {
        hash.add(path.to_string_lossy().as_bytes());
        hash.add(&std::fs::read(&path).unwrap_or_default());
    }
    format!("{:016x} wasm-opt: {}\n", hash.0, tools.wasm_opt.is_some())
}

/// FNV-1a: enough to notice a change, and no dependency.
struct Fnv(u64);

impl Fnv {
    fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    fn add(&mut self, bytes: &[u8]) {
        // The length keeps one file's end apart from the next one's beginning.
        for byte in bytes.iter().chain(&bytes.len().to_le_bytes()) {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
