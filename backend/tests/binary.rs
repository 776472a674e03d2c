//! The binary itself: killed in the middle of an import, and stopped politely.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;

const PEOPLE: usize = 1_500;
const RUNS: u32 = 8;

/// A running server. Dropping it kills it.
struct Server {
    child: Child,
    client: Client,
    link: Option<String>,
}

/// Someone who speaks with a server.
#[derive(Clone)]
struct Client {
    address: String,
}

/// An HTTP answer.
struct Answer {
    status: u16,
    cookie: Option<String>,
    body: String,
}

impl Server {
    fn start(folder: &TempDir) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_muster"))
            .current_dir(folder.path())
            .args(["serve", "--listen", "127.0.0.1:0", "--database", "sqlite://muster.db", "--seed", "people.csv"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("muster starts");
        let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines().map_while(Result::ok);
        let first = lines.next().expect("it says where it listens");
        let address = first.strip_prefix("Muster listens on http://").expect(&first).to_owned();
        let client = Client { address };
        let new = client.send("GET", "/api/session", "", &[], b"").json()["setup_needed"] == json!(true);
        let link = if new { lines.next() } else { None };
        Self { child, client, link }
    }
}

impl Client {
    fn send(&self, method: &str, path: &str, cookie: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
        self.try_send(method, path, cookie, headers, body).expect("an answer")
    }

    /// One request on one connection; `None` if the server is gone before it has answered.
    fn try_send(
        &self,
        method: &str,
        path: &str,
        cookie: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> Option<Answer> {
        let mut head = format!(
            "{method} {path} HTTP/1.1\r\nhost: {0}\r\norigin: http://{0}\r\nx-muster: desk\r\ncookie: {cookie}\r\n\
             connection: close\r\ncontent-length: {1}\r\n",
            self.address,
            body.len()
        );
        for (name, value) in headers {
            head.extend([name, ": ", value, "\r\n"]);
        }
        let mut stream = TcpStream::connect(&self.address).ok()?;
        stream.write_all(head.as_bytes()).ok()?;
        stream.write_all(b"\r\n").ok()?;
        stream.write_all(body).ok()?;
        let mut received = Vec::new();
        stream.read_to_end(&mut received).ok()?;
        let received = String::from_utf8(received).ok()?;
        let (head, body) = received.split_once("\r\n\r\n")?;
        let status = head.split(' ').nth(1)?.parse().ok()?;
        let named = |name: &str| head.lines().find_map(|line| line.strip_prefix(name));
        let cookie = named("set-cookie: ").and_then(|line| line.split(';').next()).map(str::to_owned);
        let chunked = named("transfer-encoding: ").is_some();
        Some(Answer { status, cookie, body: if chunked { unchunked(body)? } else { body.to_owned() } })
    }

    fn import(&self, cookie: &str, path: &str, key: &str, request: &Value, file: &str) -> Option<Answer> {
        let part = |name: &str| format!("--edge\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n");
        let body = format!("{}{request}\r\n{}{file}\r\n--edge--\r\n", part("request"), part("file"));
        let headers = [("content-type", "multipart/form-data; boundary=edge"), ("idempotency-key", key)];
        self.try_send("POST", path, cookie, &headers, body.as_bytes())
    }

    fn revision(&self, cookie: &str) -> u64 {
        self.send("GET", "/api/session", cookie, &[], b"").json()["revision"].as_u64().expect("a revision")
    }

    fn phones(&self, cookie: &str) -> String {
        let path = "/api/extract?columns=WorkOfficePhone&system=true&format=plain";
        self.send("GET", path, cookie, &[], b"").body
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Answer {
    fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.body))
    }
}

#[cfg(unix)]
#[test]
fn killed_in_the_middle_of_an_import_it_is_before_or_after_and_a_retry_completes_it_once() {
    let folder = folder_with_people();
    let (mut before, mut after) = (0, 0);
    let cookie = signed_in(&Server::start(&folder));
    let mut usual = Duration::from_millis(500);
    for run in 0..RUNS {
        let server = Server::start(&folder);
        assert!(server.link.is_none(), "there is an admin, so there is no link");
        let revision = server.client.revision(&cookie);
        let file = phones_file(run);
        let mut request = json!({ "file_name": "phones.csv", "options": {}, "engine_version": shared::VERSION });
        let preview = server.client.import(&cookie, "/api/imports/preview", "-", &request, &file).expect("a preview");
        request["revision"] = json!(revision);
        request["digest"] = preview.json()["digest"].clone();
        let (key, state_before) = (format!("run {run}"), server.client.phones(&cookie));

        let (answered, answer) = mpsc::channel();
        thread::scope(|scope| {
            let (client, cookie, key, request, file) = (&server.client, &cookie, &key, &request, &file);
            scope.spawn(move || answered.send(client.import(cookie, "/api/imports", key, request, file).is_some()));
            // Each run lets the import come a little further before it kills; the last one kills right after the answer.
            let patience = if run + 1 == RUNS { Duration::from_mins(1) } else { usual * run / (RUNS - 1) };
            let _ = answer.recv_timeout(patience);
            let killed = Command::new("kill").args(["-KILL", &server.child.id().to_string()]).status();
            assert!(killed.expect("kill runs").success());
        });
        drop(server);

        let server = Server::start(&folder);
        let now = server.client.revision(&cookie);
        let phones = server.client.phones(&cookie);
        if now == revision {
            before += 1;
            assert!(phones == state_before, "run {run}: before means nothing was written");
        } else {
            after += 1;
            assert_eq!(now, revision + 1);
            assert!(phones == expected_phones(run, now), "run {run}: after means all of it");
        }
        let begun = Instant::now();
        let again = server.client.import(&cookie, "/api/imports", &key, &request, &file).expect("an answer");
        assert_eq!((again.status, &again.json()["revision"]), (201, &json!(revision + 1)), "{}", again.body);
        assert!(server.client.phones(&cookie) == expected_phones(run, revision + 1), "run {run}: done once");
        usual = if now == revision { begun.elapsed() } else { usual };
    }
    println!("{before} times before, {after} times after");
    assert!(before > 0 && after > 0, "both happened");
}

#[cfg(unix)]
#[test]
fn asked_to_stop_it_ends_well() {
    let folder = folder_with_people();
    let mut server = Server::start(&folder);
    assert!(server.link.as_ref().is_some_and(|line| line.contains("/set-up#") && line.contains("works once")));
    let asked = Command::new("kill").args(["-TERM", &server.child.id().to_string()]).status().expect("kill runs");
    assert!(asked.success());
    assert!(server.child.wait().expect("it ends").success());
}

fn signed_in(server: &Server) -> String {
    let link = server.link.as_ref().expect("a link on the first start");
    let token = link.split_once('#').and_then(|(_, rest)| rest.split_whitespace().next()).expect("a token");
    let form =
        json!({ "token": token, "email": "ann@example.com", "name": "Ann", "password": "a quiet river at night" });
    let headers = [("content-type", "application/json")];
    let answer = server.client.send("POST", "/api/setup", "", &headers, form.to_string().as_bytes());
    assert_eq!(answer.status, 201, "{}", answer.body);
    answer.cookie.expect("a cookie")
}

fn folder_with_people() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let rows = (0..PEOPLE).map(|number| format!("p{number:04}@example.com,p{number:04}@example.com,Pat,Poe\n"));
    let file = format!("Username,WorkEmail,FirstName,LastName\n{}", rows.collect::<String>());
    std::fs::write(folder.path().join("people.csv"), file).expect("the people are written");
    folder
}

fn phones_file(run: u32) -> String {
    let rows = (0..PEOPLE).map(|number| format!("p{number:04}@example.com,020 7946 {run:02} {number}\n"));
    format!("Username,WorkOfficePhone\n{}", rows.collect::<String>())
}

fn expected_phones(run: u32, revision: u64) -> String {
    let rows = (0..PEOPLE).map(|number| format!("p{number:04}@example.com,020 7946 {run:02} {number},{revision}\n"));
    format!("Username,WorkOfficePhone,Revision\n{}", rows.collect::<String>())
}

fn unchunked(mut body: &str) -> Option<String> {
    let mut whole = String::new();
    loop {
        let (size, rest) = body.split_once("\r\n")?;
        let size = usize::from_str_radix(size, 16).ok()?;
        if size == 0 {
            return Some(whole);
        }
        whole.push_str(rest.get(..size)?);
        body = rest.get(size..)?.strip_prefix("\r\n")?;
    }
}
