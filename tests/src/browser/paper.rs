//! The page on paper, as text: what is on each sheet.

use std::io::Write as _;
use std::process::{Command, Stdio};

use serde_json::json;

use super::Browser;
use super::driver::DriverCommand;
use crate::base64::bytes_from_base64;

impl Browser {
    /// The text of each printed page; nothing where Poppler's `pdftotext` isn't installed.
    pub async fn printed_text(&self) -> Option<Vec<String>> {
        let printed = self.command(DriverCommand::post("print", json!({}))).await;
        let pdf = bytes_from_base64(printed.as_str().expect("a PDF in base64"));
        let mut reader = Command::new("pdftotext")
            .args(["-layout", "-", "-"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        let mut into = reader.stdin.take().expect("a piped input");
        let writer = std::thread::spawn(move || into.write_all(&pdf));
        let output = reader.wait_with_output().expect("its output");
        writer.join().expect("a thread that ends").expect("it reads all");
        let text = String::from_utf8_lossy(&output.stdout);
        Some(text.split('\u{c}').map(str::to_owned).filter(|page| !page.trim().is_empty()).collect())
    }
}
