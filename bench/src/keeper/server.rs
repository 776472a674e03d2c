//! A running Muster, and what a script says to it: one connection for each request, its answer read to the last byte.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use serde_json::{Value, json};

const ADMIN: &str = "bench@example.com";
const EDGE: &str = "muster-bench-edge";

/// A server; dropping it ends it.
pub(super) struct Server {
    child: Child,
    address: String,
    token: String,
}

/// What was answered.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) etag: Option<String>,
    /// The size of the body as it was sent.
    pub(super) body_bytes: u64,
    /// The body, unless it is an extract.
    body: Vec<u8>,
}

/// What a preview saw: revision and digest.
pub(super) struct Preview {
    revision: Value,
    digest: Value,
    /// How many people change, so that the risk budget is gone over as it is meant.
    people: Value,
}

impl Server {
    /// Starts on an empty database with the people of a file.
    pub(super) fn start(database: &str, seed: &Path) -> Result<Self, String> {
        let binary = std::env::var_os("MUSTER_BINARY").map(PathBuf::from);
        let binary = binary.ok_or("MUSTER_BINARY is not set; use `./dev bench keeper`")?;
        let failed = |error: std::io::Error| format!("{} could not be started: {error}", binary.display());
        let mut child = Command::new(&binary)
            .args([
                "serve",
                "--listen",
                "127.0.0.1:0",
                "--database",
                database,
                "--max-upload-mb",
                "1024",
                "--log",
                "error",
            ])
            .arg("--seed")
            .arg(seed)
            .stdout(Stdio::piped())
            .spawn()
            .map_err(failed)?;
        let mut first = String::new();
        let output = child.stdout.take().ok_or("muster has no output")?;
        let read = BufReader::new(output).read_line(&mut first);
        let address = first.trim().strip_prefix("Muster listens on http://").unwrap_or_default().to_owned();
        let mut server = Self { child, address, token: String::new() };
        read.map_err(failed)?;
        if server.address.is_empty() {
            return Err(format!("muster didn't start: {first}"));
        }
        let muster = |words: &[&str]| {
            let output = Command::new(&binary).args(words).args(["--database", database]).output().map_err(failed)?;
            if !output.status.success() {
                return Err(String::from_utf8_lossy(&output.stderr).into_owned());
            }
            Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
        };
        muster(&["admin", "invite", ADMIN, "--name", "Bench", "--role", "system-admin"])?;
        let scopes = ["--scope", "read", "--scope", "import"];
        server.token = muster(&[&["token", "create", "--admin", ADMIN, "--name", "bench"], &scopes[..]].concat())?;
        Ok(server)
    }

    /// Reads what is at an address.
    pub(super) fn get(&self, path: &str, headers: &[(&str, &str)]) -> Result<Answer, String> {
        let answer = self.ask("GET", path, headers, &[])?;
        if answer.status >= 400 { Err(answer.text()) } else { Ok(answer) }
    }

    /// What a file would do.
    pub(super) fn preview(&self, file: &str) -> Result<Preview, String> {
        let session = self.get("/api/session", &[])?.json()?;
        let plan = self.send_file("/api/imports/preview", "-", &request(), file)?;
        Ok(Preview {
            revision: session["revision"].clone(),
            digest: plan["digest"].clone(),
            people: plan["counts"]["updated"].clone(),
        })
    }

    /// Applies a file.
    pub(super) fn import(&self, file: &str, preview: &Preview, run: usize) -> Result<(), String> {
        let mut request = request();
        request["revision"] = preview.revision.clone();
        request["digest"] = preview.digest.clone();
        request["acknowledged_changes"] = preview.people.clone();
        self.send_file("/api/imports", &format!("import {run}"), &request, file).map(drop)
    }

    /// What undoing the newest revision would do.
    pub(super) fn preview_undo(&self) -> Result<Preview, String> {
        let newest = self.get("/api/session", &[])?.json()?["revision"].clone();
        let plan = self.post(&format!("/api/revisions/{newest}/undo/preview"), "-", &json!({}))?;
        Ok(Preview {
            revision: plan["revision"].clone(),
            digest: plan["digest"].clone(),
            people: plan["over_budget"].clone(),
        })
    }

    /// Undoes the newest revision.
    pub(super) fn undo(&self, Preview { revision, digest, people }: &Preview, run: usize) -> Result<(), String> {
        let request =
            json!({ "revision": revision, "digest": digest, "acknowledged": true, "acknowledged_changes": people });
        self.post(&format!("/api/revisions/{revision}/undo"), &format!("undo {run}"), &request).map(drop)
    }

    /// Gives one person another nickname.
    pub(super) fn edit(&self, username: &str, run: usize) -> Result<(), String> {
        let path = format!("/api/people/{username}");
        let revision = self.get(&path, &[])?.json()?["revision"].clone();
        let request =
            json!({ "changes": { "Nickname": format!("Nick {run}") }, "revision": revision, "acknowledged": true });
        self.write("PATCH", &path, &format!("edit {run}"), &request).map(drop)
    }

    fn post(&self, path: &str, key: &str, body: &Value) -> Result<Value, String> {
        self.write("POST", path, key, body)
    }

    fn write(&self, method: &str, path: &str, key: &str, body: &Value) -> Result<Value, String> {
        let headers = [("content-type", "application/json"), ("idempotency-key", key)];
        self.ask(method, path, &headers, body.to_string().as_bytes())?.json()
    }

    fn send_file(&self, path: &str, key: &str, request: &Value, file: &str) -> Result<Value, String> {
        let part = |name: &str| format!("--{EDGE}\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n");
        let body = format!("{}{request}\r\n{}{file}\r\n--{EDGE}--\r\n", part("request"), part("file"));
        let kind = format!("multipart/form-data; boundary={EDGE}");
        self.ask("POST", path, &[("content-type", &kind), ("idempotency-key", key)], body.as_bytes())?.json()
    }

    fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Result<Answer, String> {
        self.try_ask(method, path, headers, body).map_err(|error| format!("{method} {path}: {error}"))
    }

    fn try_ask(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> std::io::Result<Answer> {
        let mut head = format!(
            "{method} {path} HTTP/1.1\r\nhost: {}\r\nauthorization: Bearer {}\r\nconnection: close\r\ncontent-length: {}\r\n",
            self.address,
            self.token,
            body.len()
        );
        for (name, value) in headers {
            head.extend([name, ": ", value, "\r\n"]);
        }
        head.push_str("\r\n");
        let mut stream = TcpStream::connect(&self.address)?;
        stream.write_all(head.as_bytes())?;
        stream.write_all(body)?;
        let mut answer = BufReader::with_capacity(1 << 18, stream);
        let mut line = String::new();
        answer.read_line(&mut line)?;
        let status = line.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default();
        let (mut etag, mut is_extract) = (None, false);
        loop {
            line.clear();
            answer.read_line(&mut line)?;
            let Some((name, value)) = line.trim_end().split_once(": ") else { break };
            match name {
                "etag" => etag = Some(value.to_owned()),
                "content-type" => is_extract = value.starts_with("text/csv"),
                _ => {}
            }
        }
        let mut body = Vec::new();
        let body_bytes = if is_extract {
            std::io::copy(&mut answer, &mut std::io::sink())?
        } else {
            answer.read_to_end(&mut body)? as u64
        };
        Ok(Answer { status, etag, body_bytes, body })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // If it can't be ended, it has ended.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Answer {
    fn text(&self) -> String {
        format!("{}: {}", self.status, String::from_utf8_lossy(&self.body))
    }

    /// The JSON of an answer that says that it was done. It may come in chunks, whose sizes stand between its parts.
    fn json(&self) -> Result<Value, String> {
        if self.status >= 400 {
            return Err(self.text());
        }
        let whole = unchunked(&self.body).unwrap_or_else(|| self.body.clone());
        serde_json::from_slice(&whole).map_err(|error| format!("{error} in {}", self.text()))
    }
}

fn unchunked(mut body: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::new();
    loop {
        let end = body.windows(2).position(|two| two == b"\r\n")?;
        let size = usize::from_str_radix(std::str::from_utf8(body.get(..end)?).ok()?, 16).ok()?;
        if size == 0 {
            return Some(whole);
        }
        let rest = body.get(end + 2..)?;
        whole.extend_from_slice(rest.get(..size)?);
        body = rest.get(size + 2..)?;
    }
}

fn request() -> Value {
    json!({ "file_name": "change.csv", "options": {}, "engine_version": shared::VERSION, "acknowledged": true })
}
