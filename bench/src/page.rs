//! A page in a headless Chromium that works and then says what came of it: no driver is needed for that.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc::{Sender, channel};
use std::time::Duration;

/// Long enough for a million rows on a busy machine.
const LIMIT: Duration = Duration::from_mins(30);

const FLAGS: [&str; 9] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

/// Serves a folder, opens one of its pages, and waits for what the page posts to `/result`.
pub(crate) fn answer(folder: &Path, page: &str) -> Result<String, String> {
    let told = |error: std::io::Error| format!("Chromium could not be asked: {error}");
    let listener = TcpListener::bind("127.0.0.1:0").map_err(told)?;
    let address = listener.local_addr().map_err(told)?;
    let (sender, receiver) = channel();
    let served = folder.to_path_buf();
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let (folder, sender) = (served.clone(), sender.clone());
            // A browser that leaves early is nobody's trouble here.
            std::thread::spawn(move || serve(&stream, &folder, &sender));
        }
    });
    let mut chromium = Command::new("chromium")
        .args(FLAGS)
        .arg(format!("--user-data-dir={}", folder.join("profile").display()))
        .arg(format!("http://{address}/{page}"))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(told)?;
    let said = receiver.recv_timeout(LIMIT).map_err(|_| "Chromium did not answer in time".to_owned());
    // It may have ended by itself.
    let _ = chromium.kill();
    let _ = chromium.wait();
    said
}

fn serve(stream: &TcpStream, folder: &Path, sender: &Sender<String>) -> Option<()> {
    let mut reader = BufReader::new(stream);
    let mut first = String::new();
    reader.read_line(&mut first).ok()?;
    let mut length = 0;
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        if line.trim().is_empty() {
            break;
        }
        if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().ok()?;
        }
    }
    let mut words = first.split_whitespace();
    let (method, path) = (words.next()?, words.next()?.trim_start_matches('/'));
    let path = path.split('?').next().unwrap_or_default();
    let body = if method == "POST" {
        let mut body = vec![0; length];
        reader.read_exact(&mut body).ok()?;
        sender.send(String::from_utf8_lossy(&body).into_owned()).ok()?;
        Vec::new()
    } else {
        file(folder, path).unwrap_or_default()
    };
    let head = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: {}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        kind(path),
        body.len()
    );
    let mut stream = stream;
    stream.write_all(head.as_bytes()).ok()?;
    stream.write_all(&body).ok()
}

fn file(folder: &Path, path: &str) -> Option<Vec<u8>> {
    let is_plain = !path.is_empty() && !path.contains(['/', '\\']);
    is_plain.then(|| std::fs::read(PathBuf::from(folder).join(path)).ok()).flatten()
}

fn kind(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    }
}
