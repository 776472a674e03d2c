//! What would an edited file do? `cargo run -p shared --example check -- DIRECTORY.csv UPLOAD.csv`

use shared::{Directory, Options, Review, Schema, Upload};
use std::error::Error;
use std::sync::Arc;

fn main() -> Result<(), Box<dyn Error>> {
    let paths: Vec<String> = std::env::args().skip(1).collect();
    let [directory, upload] = paths.as_slice() else {
        return Err("usage: check DIRECTORY.csv UPLOAD.csv".into());
    };
    print!("{}", verdict(std::fs::read(directory)?, std::fs::read(upload)?)?);
    Ok(())
}

/// The verdict in words, a line for each finding and each changed cell.
pub(crate) fn verdict(directory: Vec<u8>, upload: Vec<u8>) -> Result<String, String> {
    let schema = Arc::new(Schema::standard());
    let stored = Directory::from_extract(schema.clone(), directory, 1).map_err(|findings| {
        findings.into_iter().map(|finding| finding.message.to_string()).collect::<Vec<_>>().join(" ")
    })?;
    let upload = Upload { name: "upload.csv".to_owned(), bytes: upload };
    let review = Review::new(Arc::new(stored), upload, Options::default());
    let plan = review.plan();
    let mut lines: Vec<String> =
        plan.findings.iter().map(|finding| format!("{}: {} {}", finding.code, finding.message, finding.help)).collect();
    for operation in &plan.change_set.operations {
        for change in &operation.changes {
            let header = schema.header_of(change.column);
            lines.push(format!("{}: {header}: {:?} becomes {:?}", operation.username, change.old, change.new));
        }
    }
    lines.push(plan.digest.clone().unwrap_or_else(|| "An error stands: nothing can be sent.".to_owned()));
    Ok(lines.join("\n") + "\n")
}
