//! What the directory is made to do while servers are killed or compete: imports, undos and restores, each previewed
//! and then sent.

use serde_json::{Value, json};

use super::server::{Answer, Client};

/// A write that was previewed, ready to be sent, and sent again.
#[derive(Clone)]
pub(crate) struct Prepared {
    key: String,
    path: String,
    request: Value,
    file: Option<String>,
    /// The revision that it was previewed for.
    pub(crate) revision: u64,
}

impl Prepared {
    /// An import of a file.
    pub(crate) fn import(client: &Client, cookie: &str, key: &str, file: String) -> Self {
        let revision = client.revision(cookie);
        let mut request = json!({ "file_name": "phones.csv", "options": {}, "engine_version": shared::VERSION,
                                  "acknowledged": true });
        let preview = client.import(cookie, "/api/imports/preview", "-", &request, &file).expect("a preview");
        assert_eq!(preview.status, 200, "{}", preview.body);
        request["revision"] = json!(revision);
        let plan = preview.json();
        request["digest"] = plan["digest"].clone();
        // Whatever the risk budget says, so many are meant.
        request["acknowledged_changes"] = plan["counts"]["updated"].clone();
        let (key, path) = (key.to_owned(), "/api/imports".to_owned());
        Self { key, path, request, file: Some(file), revision }
    }

    /// An undo or a restore: `what` is `undo` or `restore`.
    pub(crate) fn take_back(client: &Client, cookie: &str, key: &str, what: &str, number: u64) -> Self {
        let path = format!("/api/revisions/{number}/{what}");
        let conflicts = json!({ "all": "yours" });
        let preview = client.write(cookie, &format!("{path}/preview"), "-", &json!({ "conflicts": conflicts }));
        let preview = preview.expect("a preview").json();
        let request = json!({ "conflicts": conflicts, "revision": preview["revision"], "digest": preview["digest"],
                              "acknowledged": true, "acknowledged_changes": preview["over_budget"] });
        let revision = preview["revision"].as_u64().expect("a revision");
        Self { key: key.to_owned(), path, request, file: None, revision }
    }

    /// Sends an import and goes away without listening.
    pub(crate) fn send_and_leave(&self, client: &Client, cookie: &str) {
        client.import_and_leave(cookie, &self.key, &self.request, self.file.as_deref().unwrap_or_default());
    }

    /// Sends it, and listens to nothing yet.
    #[cfg(feature = "failpoints")]
    pub(crate) fn begin_to_send(&self, client: &Client, cookie: &str) -> std::net::TcpStream {
        client.begin(cookie, &self.path, &self.key, &self.request, self.file.as_deref())
    }

    /// Sends the first half of an import, and goes away.
    pub(crate) fn send_half(&self, client: &Client, cookie: &str) {
        client.send_half_an_import(cookie, &self.key, &self.request, self.file.as_deref().unwrap_or_default());
    }

    /// Sends it; `None` if the server is gone before it has answered.
    pub(crate) fn send(&self, client: &Client, cookie: &str) -> Option<Answer> {
        match &self.file {
            Some(file) => client.import(cookie, &self.path, &self.key, &self.request, file),
            None => client.write(cookie, &self.path, &self.key, &self.request),
        }
    }
}

/// A file that gives so many people a new phone number.
pub(crate) fn phones_file(people: usize, run: u32) -> String {
    let rows = (0..people).map(|number| format!("p{number:04}@example.com,020 7946 {run:04} {number}\n"));
    format!("Username,WorkOfficePhone\n{}", rows.collect::<String>())
}
