//! An admin who works with scripts: everything that the HTTP API offers, and nothing else.

use reqwest::multipart::{Form, Part};
use reqwest::{Method, RequestBuilder, Response, StatusCode};
use serde_json::{Value, json};

use crate::table::Table;

/// How the first admin of every test signs in.
pub const EMAIL: &str = "keeper@example.com";
/// The name that she goes by.
pub const NAME: &str = "Ada Keeper";
/// Her password.
pub const PASSWORD: &str = "correct horse battery staple";

/// One signed-in session.
pub struct Admin {
    address: String,
    client: reqwest::Client,
}

/// A file with what is sent beside it.
#[derive(Debug, Clone)]
pub struct Import {
    /// The file's name.
    pub file_name: String,
    /// Its bytes.
    pub file: Vec<u8>,
    /// The admin's choices.
    pub options: Value,
    /// The revision that the preview was made against.
    pub revision: u64,
    /// The previewed plan's digest.
    pub digest: String,
}

impl Admin {
    /// Nobody yet: a client that keeps cookies.
    pub fn new(address: &str) -> Self {
        let client = reqwest::Client::builder().cookie_store(true).build().expect("a client");
        Self { address: address.to_owned(), client }
    }

    /// A request as the desk makes it.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.client
            .request(method, format!("{}{path}", self.address))
            .header("X-Muster", "desk")
            .header("Origin", &self.address)
    }

    /// Becomes the first admin through the one-time link.
    pub async fn set_up(&self, link: &str) {
        let token = link.split('#').nth(1).expect("a token in the link");
        let body = json!({"token": token, "email": EMAIL, "name": NAME, "password": PASSWORD});
        let answer = self.request(Method::POST, "/api/setup").json(&body).send().await.expect("an answer");
        expect_status(answer, StatusCode::CREATED).await;
    }

    /// Signs in as the first admin.
    pub async fn sign_in(&self) {
        let body = json!({"email": EMAIL, "password": PASSWORD});
        let answer = self.request(Method::POST, "/api/session").json(&body).send().await.expect("an answer");
        expect_status(answer, StatusCode::OK).await;
    }

    /// Downloads an extract: the bytes, and the revision in its header.
    pub async fn extract_bytes(&self, query: &str) -> (Vec<u8>, u64) {
        let answer = self.request(Method::GET, &format!("/api/extract?{query}")).send().await.expect("an answer");
        let answer = expect_status(answer, StatusCode::OK).await;
        let revision = answer.headers().get("Muster-Revision").expect("a revision").to_str().expect("text");
        let revision = revision.parse().expect("a number");
        (answer.bytes().await.expect("a body").to_vec(), revision)
    }

    /// The extract that admins edit, as a table.
    pub async fn extract(&self) -> Table {
        Table::from_csv(&self.extract_bytes("columns=all").await.0)
    }

    /// The revision that the directory is at.
    pub async fn revision(&self) -> u64 {
        let session = self.get("/api/session").await;
        session["revision"].as_u64().expect("a revision")
    }

    /// What lies at a path, as JSON.
    pub async fn get(&self, path: &str) -> Value {
        let answer = self.request(Method::GET, path).send().await.expect("an answer");
        expect_status(answer, StatusCode::OK).await.json().await.expect("JSON")
    }

    /// Plans a file on the server, as `muster check` does, and gives the plan and what would be sent.
    pub async fn preview(&self, file_name: &str, file: Vec<u8>, options: Value) -> (Value, Import) {
        let revision = self.revision().await;
        let mut import = Import { file_name: file_name.to_owned(), file, options, revision, digest: String::new() };
        let answer = self.post_import("/api/imports/preview", &import, "preview").await;
        let plan: Value = expect_status(answer, StatusCode::OK).await.json().await.expect("a plan");
        plan["digest"].as_str().unwrap_or_default().clone_into(&mut import.digest);
        (plan, import)
    }

    /// Sends what was previewed; the answer may be a refusal.
    pub async fn send(&self, import: &Import, idempotency_key: &str) -> (StatusCode, Value) {
        let answer = self.post_import("/api/imports", import, idempotency_key).await;
        let status = answer.status();
        (status, answer.json().await.expect("JSON"))
    }

    /// Previews and sends a file that is known to be accepted.
    pub async fn import(&self, file_name: &str, file: Vec<u8>, options: Value) -> Value {
        let (plan, import) = self.preview(file_name, file, options).await;
        let (status, answer) = self.send(&import, file_name).await;
        assert_eq!(status, StatusCode::CREATED, "{answer}\n{}", plan["findings"]);
        answer
    }

    /// Changes one cell of one person, as someone else would.
    pub async fn change(&self, username: &str, column: &str, value: &str) -> Value {
        let row = Table {
            header: vec!["Username".to_owned(), column.to_owned()],
            rows: vec![vec![username.to_owned(), value.to_owned()]],
        };
        self.import(&format!("{column}-{value}.csv"), row.to_csv(), json!({})).await
    }

    async fn post_import(&self, path: &str, import: &Import, idempotency_key: &str) -> Response {
        let request = json!({
            "file_name": import.file_name,
            "options": import.options,
            "revision": import.revision,
            "digest": import.digest,
            "engine_version": shared::VERSION,
            "acknowledged": true,
        });
        let file = Part::bytes(import.file.clone()).file_name(import.file_name.clone()).mime_str("text/csv");
        let form = Form::new().text("request", request.to_string()).part("file", file.expect("a media type"));
        let post = self.request(Method::POST, path).header("Idempotency-Key", idempotency_key).multipart(form);
        post.send().await.expect("an answer")
    }
}

/// The answer, if it has this status; else the test ends with what the server said.
async fn expect_status(answer: Response, status: StatusCode) -> Response {
    if answer.status() == status {
        return answer;
    }
    let (url, found) = (answer.url().clone(), answer.status());
    panic!("{url} answered {found}: {}", answer.text().await.unwrap_or_default());
}
