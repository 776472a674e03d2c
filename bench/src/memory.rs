//! The most memory that a verdict takes, measured by the kernel in a process that does nothing else.

use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use shared::{Against, Directory, Options, Review, Schema, Upload};

use crate::machine;
use crate::report::Line;

/// What a verdict may take beside its share of the files.
const FREE: f64 = 32e6;

/// The most that a verdict on these two files took, in bytes; `None` where the kernel doesn't say.
pub(crate) fn peak_of(directory: &[u8], upload: &[u8]) -> Result<Option<u64>, String> {
    let folder = std::env::temp_dir().join(format!("muster-bench-{}", std::process::id()));
    let answer = ask(&folder, directory, upload);
    // A folder that stays behind is cleared away by the system.
    let _ = std::fs::remove_dir_all(&folder);
    answer.map_err(|error| format!("memory could not be measured: {error}"))
}

fn ask(folder: &Path, directory: &[u8], upload: &[u8]) -> std::io::Result<Option<u64>> {
    std::fs::create_dir_all(folder)?;
    let paths = [folder.join("directory.csv"), folder.join("upload.csv")];
    std::fs::write(&paths[0], directory)?;
    std::fs::write(&paths[1], upload)?;
    let output = Command::new(std::env::current_exe()?).arg("peak").args(&paths).output()?;
    Ok(String::from_utf8_lossy(&output.stdout).trim().parse().ok())
}

/// Makes one verdict, and prints the most memory that this process ever held.
pub(crate) fn print_peak(directory: &Path, upload: &Path) -> Result<(), String> {
    let read = |path: &Path| std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()));
    let schema = Arc::new(Schema::standard());
    let stored = Directory::from_extract(schema, read(directory)?, 1).map_err(|_| "the directory is refused")?;
    let stored = Arc::new(stored);
    let file = Upload { name: "people.csv".to_owned(), bytes: read(upload)? };
    let options = Options { base: Some(1), ..Options::default() };
    let against = Against::new(stored.clone(), Some(stored)).map_err(|error| error.to_string())?;
    let review = Review::new(against, file, options);
    let peak = machine::field("/proc/self/status", "VmHWM");
    let kib = peak.and_then(|text| text.split_whitespace().next()?.parse::<u64>().ok());
    if let Some(kib) = kib.filter(|_| review.plan().digest.is_some()) {
        println!("{}", kib * 1024);
    }
    Ok(())
}

/// The peak in relation to the files: beyond what is free, at most 1.6 times their bytes.
pub(crate) fn line(peak: u64, files: usize) -> Line {
    #[expect(clippy::cast_precision_loss, reason = "a ratio of sizes needs no more than 52 bits")]
    let ratio = (peak as f64 - FREE) / files as f64;
    Line {
        measure: "4",
        what: "Most memory of a verdict, less 32 MB".to_owned(),
        took: format!("{} MB", peak / 1_000_000),
        yardstick: format!("both files: {} MB", files / 1_000_000),
        ratio,
        goal: 1.6,
    }
}
