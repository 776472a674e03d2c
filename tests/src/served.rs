//! A folder's files over HTTP, for pages that are no part of Muster's server.

use std::path::{Path, PathBuf};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// A folder that is served until this is dropped.
pub struct Served {
    /// Where: `http://127.0.0.1:…`.
    pub address: String,
    task: JoinHandle<()>,
}

impl Served {
    /// Serves a folder's files; nothing above it.
    pub async fn folder(folder: &Path) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        let folder = folder.to_path_buf();
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(answer(stream, folder.clone()));
            }
        });
        Self { address, task }
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// One request, one answer, one connection; a browser that leaves early is nobody's trouble.
async fn answer(mut stream: TcpStream, folder: PathBuf) {
    let mut request = Vec::new();
    let mut piece = [0_u8; 4096];
    while !request.windows(4).any(|end| end == b"\r\n\r\n") {
        match stream.read(&mut piece).await {
            Ok(length @ 1..) => request.extend_from_slice(&piece[..length]),
            _ => return,
        }
    }
    let request = String::from_utf8_lossy(&request).into_owned();
    let path = request.split_whitespace().nth(1).unwrap_or_default().trim_start_matches('/').to_owned();
    let (status, kind, body) = match read(&folder, &path) {
        Some(body) => ("200 OK", kind(&path), body),
        None => ("404 Not Found", "text/plain", Vec::new()),
    };
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    let _ = stream.write_all(head.as_bytes()).await;
    let _ = stream.write_all(&body).await;
}

fn read(folder: &Path, path: &str) -> Option<Vec<u8>> {
    if path.is_empty() || path == "favicon.ico" {
        // A browser asks for its icon unasked; an empty one is an answer.
        return Some(Vec::new());
    }
    let is_plain = path.split('/').all(|part| !part.is_empty() && !part.starts_with('.'));
    is_plain.then(|| std::fs::read(folder.join(path)).ok()).flatten()
}

fn kind(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("html") | None => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript",
        Some("wasm") => "application/wasm",
        Some("csv") => "text/csv",
        _ => "text/html",
    }
}
