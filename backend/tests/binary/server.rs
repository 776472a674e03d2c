//! The binary itself, started, spoken with, and killed.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

/// A running server. Dropping it kills it.
pub(crate) struct Server {
    pub(crate) child: Child,
    pub(crate) client: Client,
    pub(crate) link: Option<String>,
}

/// Someone who speaks with a server.
#[derive(Clone)]
pub(crate) struct Client {
    pub(crate) address: String,
}

/// An HTTP answer.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) cookie: Option<String>,
    pub(crate) head: String,
    pub(crate) body: String,
}

impl Server {
    /// Starts on a database; an empty one gets the folder's `people.csv` as its first revision.
    pub(crate) fn start(folder: &TempDir, database: &str) -> Self {
        Self::start_as(Command::new(env!("CARGO_BIN_EXE_muster")), folder, database)
    }

    /// Starts with something that happens at a failpoint.
    #[cfg(feature = "failpoints")]
    pub(crate) fn start_to_fail(folder: &TempDir, database: &str, failpoints: &str) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_muster"));
        command.env("FAILPOINTS", failpoints);
        Self::start_as(command, folder, database)
    }

    /// Starts with an identity provider, by its issuer's address.
    pub(crate) fn start_with_provider(folder: &TempDir, database: &str, issuer: &str) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_muster"));
        command.env("MUSTER_OIDC_ISSUER", issuer).env("MUSTER_OIDC_CLIENT", "muster").env("MUSTER_OIDC_SECRET", "s");
        command.env("MUSTER_PUBLIC_URL", "http://127.0.0.1:1");
        Self::start_as(command, folder, database)
    }

    /// Starts where no file may grow beyond so many blocks of 512 bytes, as on a disk that is full.
    pub(crate) fn start_with_full_disk(folder: &TempDir, database: &str, blocks: u32) -> Self {
        let mut shell = Command::new("sh");
        let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
        shell.args(["-c", &script, env!("CARGO_BIN_EXE_muster")]);
        Self::start_as(shell, folder, database)
    }

    /// Starts on a disk of its own, of so many kilobytes, that is mounted over the folder and that only the server sees;
    /// where the system lets nobody have one, `None`.
    pub(crate) fn start_on_small_disk(folder: &TempDir, database: &str, kilobytes: u32) -> Option<Self> {
        let may = Command::new("unshare").args(["--map-root-user", "--mount", "true"]).stderr(Stdio::null()).status();
        if !may.is_ok_and(|status| status.success()) {
            return None;
        }
        let mut shell = Command::new("unshare");
        let script = format!(
            "cp people.csv /dev/shm/people-$$ && mount -t tmpfs -o size={kilobytes}k tmpfs . && cd \"$PWD\" && \
             mv /dev/shm/people-$$ people.csv && exec \"$0\" \"$@\""
        );
        shell.args(["--map-root-user", "--mount", "sh", "-c", &script, env!("CARGO_BIN_EXE_muster")]);
        Some(Self::start_as(shell, folder, database))
    }

    /// A file of the server's own working folder, also where only the server sees that folder.
    pub(crate) fn own_file(&self, name: &str) -> PathBuf {
        PathBuf::from(format!("/proc/{}/cwd/{name}", self.child.id()))
    }

    fn start_as(mut command: Command, folder: &TempDir, database: &str) -> Self {
        let mut child = command
            .current_dir(folder.path())
            .args(["serve", "--listen", "127.0.0.1:0", "--database", database, "--seed", "people.csv"])
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
    pub(crate) fn send(&self, method: &str, path: &str, cookie: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
        self.try_send(method, path, cookie, headers, body).expect("an answer")
    }

    /// One request on one connection; `None` if the server is gone before it has answered.
    pub(crate) fn try_send(
        &self,
        method: &str,
        path: &str,
        cookie: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> Option<Answer> {
        let mut stream = self.say(method, path, cookie, headers, body)?;
        let mut received = Vec::new();
        stream.read_to_end(&mut received).ok()?;
        let received = String::from_utf8(received).ok()?;
        let (head, body) = received.split_once("\r\n\r\n")?;
        let status = head.split(' ').nth(1)?.parse().ok()?;
        let named = |name: &str| head.lines().find_map(|line| line.strip_prefix(name));
        let cookie = named("set-cookie: ").and_then(|line| line.split(';').next()).map(str::to_owned);
        let chunked = named("transfer-encoding: ").is_some();
        let body = if chunked { unchunked(body)? } else { body.to_owned() };
        Some(Answer { status, cookie, head: head.to_owned(), body })
    }

    /// Says what is wanted, and listens to nothing yet.
    fn say(&self, method: &str, path: &str, cookie: &str, headers: &[(&str, &str)], body: &[u8]) -> Option<TcpStream> {
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
        Some(stream)
    }

    /// Sends an import and goes away without listening.
    pub(crate) fn import_and_leave(&self, cookie: &str, key: &str, request: &Value, file: &str) {
        let (headers, body) = multipart(key, request, file);
        drop(self.say("POST", "/api/imports", cookie, &headers, body.as_bytes()));
    }

    /// Sends the first half of an import, and goes away.
    pub(crate) fn send_half_an_import(&self, cookie: &str, key: &str, request: &Value, file: &str) {
        let (headers, body) = multipart(key, request, file);
        let length = body.len().to_string();
        let half = &body.as_bytes()[..body.len() / 2];
        let mut head = format!(
            "POST /api/imports HTTP/1.1\r\nhost: {0}\r\norigin: http://{0}\r\nx-muster: desk\r\ncookie: {cookie}\r\n\
             content-length: {length}\r\n",
            self.address,
        );
        for (name, value) in headers {
            head.extend([name, ": ", value, "\r\n"]);
        }
        let mut stream = TcpStream::connect(&self.address).expect("connects");
        stream.write_all(head.as_bytes()).expect("writes");
        stream.write_all(b"\r\n").expect("writes");
        stream.write_all(half).expect("writes");
    }

    /// Sends an import, or a write in JSON if there is no file, and listens to nothing yet.
    #[cfg(feature = "failpoints")]
    pub(crate) fn begin(&self, cookie: &str, path: &str, key: &str, request: &Value, file: Option<&str>) -> TcpStream {
        let said = if let Some(file) = file {
            let (headers, body) = multipart(key, request, file);
            self.say("POST", path, cookie, &headers, body.as_bytes())
        } else {
            let headers = [("content-type", "application/json"), ("idempotency-key", key)];
            self.say("POST", path, cookie, &headers, request.to_string().as_bytes())
        };
        said.expect("the server listens")
    }

    pub(crate) fn import(&self, cookie: &str, path: &str, key: &str, request: &Value, file: &str) -> Option<Answer> {
        let (headers, body) = multipart(key, request, file);
        self.try_send("POST", path, cookie, &headers, body.as_bytes())
    }

    pub(crate) fn revision(&self, cookie: &str) -> u64 {
        self.send("GET", "/api/session", cookie, &[], b"").json()["revision"].as_u64().expect("a revision")
    }

    /// A write in JSON that is done once, under a key; `None` if the server is gone before it has answered.
    pub(crate) fn write(&self, cookie: &str, path: &str, key: &str, request: &Value) -> Option<Answer> {
        let headers = [("content-type", "application/json"), ("idempotency-key", key)];
        self.try_send("POST", path, cookie, &headers, request.to_string().as_bytes())
    }

    /// Everything that is stored of everybody at a revision, without the revisions of people.
    pub(crate) fn people(&self, cookie: &str, at: Option<u64>) -> String {
        let at = at.map(|at| format!("&at={at}")).unwrap_or_default();
        let path = format!("/api/extract?columns=all&profile=true&system=false&format=plain{at}");
        self.send("GET", &path, cookie, &[], b"").body
    }
}

impl Server {
    /// Asks it to stop, and waits until it has.
    pub(crate) fn stop(&mut self) {
        self.ask_to_stop();
        assert!(self.child.wait().expect("it ends").success());
    }

    /// Asks it to stop.
    pub(crate) fn ask_to_stop(&self) {
        let asked = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().expect("kill runs");
        assert!(asked.success());
    }

    /// Kills it as a power cut would: nothing of it gets to do anything more.
    pub(crate) fn kill(&self) {
        let killed = Command::new("kill").args(["-KILL", &self.child.id().to_string()]).status();
        assert!(killed.expect("kill runs").success());
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Answer {
    /// The value of a header, by its name in small letters.
    pub(crate) fn header(&self, name: &str) -> String {
        let value = self.head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
        value.unwrap_or_else(|| panic!("no {name} in {}", self.head)).to_owned()
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.body))
    }
}

/// The body of an import, and the headers that say what it is.
fn multipart<'a>(key: &'a str, request: &Value, file: &str) -> ([(&'a str, &'a str); 2], String) {
    let part = |name: &str| format!("--edge\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n");
    let body = format!("{}{request}\r\n{}{file}\r\n--edge--\r\n", part("request"), part("file"));
    ([("content-type", "multipart/form-data; boundary=edge"), ("idempotency-key", key)], body)
}

/// Makes the first admin; her cookie.
pub(crate) fn signed_in(server: &Server) -> String {
    let link = server.link.as_ref().expect("a link on the first start");
    let token = link.split_once('#').and_then(|(_, rest)| rest.split_whitespace().next()).expect("a token");
    let form =
        json!({ "token": token, "email": "ann@example.com", "name": "Ann", "password": "a quiet river at night" });
    let headers = [("content-type", "application/json")];
    let answer = server.client.send("POST", "/api/setup", "", &headers, form.to_string().as_bytes());
    assert_eq!(answer.status, 201, "{}", answer.body);
    answer.cookie.expect("a cookie")
}

/// A folder with so many people in `people.csv`.
pub(crate) fn folder_with_people(people: usize) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let rows = (0..people).map(|number| format!("p{number:04}@example.com,p{number:04}@example.com,Pat,Poe\n"));
    let file = format!("Username,WorkEmail,FirstName,LastName\n{}", rows.collect::<String>());
    std::fs::write(folder.path().join("people.csv"), file).expect("the people are written");
    folder
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
