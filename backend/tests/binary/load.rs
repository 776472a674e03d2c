//! Many who take and never give back, all at once: downloads that stall, connections that say nothing, heavy previews left
//! alone, an identity provider that is silent. Whoever comes meanwhile signs in and edits all the same, and the server stops
//! when it is asked to.
//!
//! The limits are generous, as tests share their machine; the figures are printed (`--nocapture`) and noted in
//! docs/operations.md.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tokio::io::AsyncWriteExt;
use tokio::net::{TcpListener, TcpSocket, TcpStream};

use crate::server::{Client, Server, folder_with_people, signed_in};

const PEOPLE: usize = 2_500;
const STALLED: u8 = 200;
const SLOW: usize = 1_000;
const PREVIEWS: usize = 20;
const SINGLE_SIGN_ONS: usize = 60;
/// Promised are 2 seconds for signing in, 1 for an edit, 10 for the stop.
const GENEROUS: Duration = Duration::from_secs(20);

#[test]
fn a_flood_of_every_kind_keeps_nobody_from_signing_in_and_editing() {
    let folder = folder_with_people(PEOPLE);
    let people = folder.path().join("people.csv");
    let biography = "A long life, told at length. ".repeat(80);
    let text = std::fs::read_to_string(&people).expect("the people");
    let lines = text.lines().enumerate().map(|(at, line)| match at {
        0 => format!("{line},Biography\n"),
        _ => format!("{line},\"{biography}\"\n"),
    });
    std::fs::write(&people, lines.collect::<String>()).expect("longer people");

    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime");
    let silent = runtime.block_on(TcpListener::bind("127.0.0.1:0")).expect("a port");
    let issuer = format!("http://{}", silent.local_addr().expect("an address"));
    runtime.spawn(async move {
        let mut held = Vec::new();
        while let Ok((stream, _)) = silent.accept().await {
            held.push(stream);
        }
    });
    let mut server = Server::start_with_provider(&folder, "sqlite://muster.db", &issuer);
    let cookie = signed_in(&server);
    let (reader, sender) = (token(&server.client, &cookie, "read"), token(&server.client, &cookie, "import"));
    let address: SocketAddr = server.client.address.parse().expect("an address");
    let file = lines_of_everybody();
    let held = runtime.block_on(async {
        let mut held = Vec::new();
        let download = format!(
            "GET /api/extract?columns=all&profile=true HTTP/1.1\r\nhost: {address}\r\nauthorization: Bearer {reader}\r\n\r\n"
        );
        for number in 0..STALLED {
            held.push(say(address, 10 + number / 50, download.as_bytes()).await);
        }
        for _ in 0..SLOW {
            held.push(say(address, 20, b"GET / HTTP/1.1\r\nhost: ").await);
        }
        for _ in 0..PREVIEWS {
            drop(say(address, 21, preview(address, &sender, &file).as_bytes()).await);
        }
        for _ in 0..SINGLE_SIGN_ONS {
            let away = format!("GET /api/single-sign-on HTTP/1.1\r\nhost: {address}\r\n\r\n");
            held.push(say(address, 22, away.as_bytes()).await);
        }
        held
    });

    let client = &server.client;
    let form = json!({ "email": "ann@example.com", "password": "a quiet river at night" }).to_string();
    let json_body = [("content-type", "application/json")];
    timed("signing in", || {
        let answer = client.send("POST", "/api/session", "", &json_body, form.as_bytes());
        assert!([200, 201].contains(&answer.status), "{}", answer.body);
    });
    timed("ready", || {
        let answer = client.send("GET", "/api/health/ready", "", &[], b"");
        assert_eq!(answer.status, 200, "{}", answer.body);
    });
    for number in 0..3 {
        timed("editing one cell", || {
            let person = client.send("GET", "/api/people/p0001@example.com", &cookie, &[], b"").json();
            let edit = json!({ "changes": { "FirstName": format!("Pat {number}") }, "revision": person["revision"] });
            let key = format!("edit {number}");
            let headers = [("content-type", "application/json"), ("idempotency-key", key.as_str())];
            let answer =
                client.send("PATCH", "/api/people/p0001@example.com", &cookie, &headers, edit.to_string().as_bytes());
            assert_eq!(answer.status, 201, "{}", answer.body);
        });
    }
    // Stalled downloads are given up, so that an honest one has its turn, if not at once.
    let begun = Instant::now();
    while client.send("GET", "/api/extract?columns=Username", &cookie, &[], b"").status != 200 {
        assert!(begun.elapsed() < Duration::from_mins(3), "no extract was ever had");
    }
    println!("an honest extract: {:?}", begun.elapsed());
    timed("stopping", || server.stop());
    drop(held);
}

fn timed(what: &str, work: impl FnOnce()) {
    let begun = Instant::now();
    work();
    let took = begun.elapsed();
    println!("{what}: {took:?}");
    assert!(took < GENEROUS, "{what} took {took:?}");
}

/// Connects from an address of this machine's own network, and says something; nothing is ever read.
async fn say(to: SocketAddr, from: u8, what: &[u8]) -> Option<TcpStream> {
    let socket = TcpSocket::new_v4().ok()?;
    socket.set_recv_buffer_size(4_096).ok()?;
    socket.bind(SocketAddr::from(([127, 0, 0, from], 0))).ok()?;
    let mut stream = tokio::time::timeout(Duration::from_secs(1), socket.connect(to)).await.ok()?.ok()?;
    // Whoever is refused or let wait hears nothing of it.
    let _ = tokio::time::timeout(Duration::from_secs(2), stream.write_all(what)).await;
    Some(stream)
}

fn token(client: &Client, cookie: &str, scope: &str) -> String {
    let wanted = json!({ "name": scope, "scopes": [scope] }).to_string();
    let answer = client.send("POST", "/api/tokens", cookie, &[("content-type", "application/json")], wanted.as_bytes());
    assert_eq!(answer.status, 201, "{}", answer.body);
    answer.json()["secret"].as_str().expect("a secret").to_owned()
}

fn lines_of_everybody() -> String {
    let rows =
        (0..PEOPLE).map(|number| format!("p{number:04}@example.com,Changed,\"{}\"\n", "Other words. ".repeat(100)));
    format!("Username,FirstName,Biography\n{}", rows.collect::<String>())
}

fn preview(address: SocketAddr, token: &str, file: &str) -> String {
    let request: Value = json!({ "file_name": "x.csv", "options": {}, "engine_version": shared::VERSION });
    let part = |name: &str| format!("--edge\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n");
    let body = format!("{}{request}\r\n{}{file}\r\n--edge--\r\n", part("request"), part("file"));
    format!(
        "POST /api/imports/preview HTTP/1.1\r\nhost: {address}\r\nauthorization: Bearer {token}\r\n\
         content-type: multipart/form-data; boundary=edge\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )
}
