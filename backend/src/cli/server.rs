//! A running Muster, asked as a script asks it: with a token, over HTTP.

mod multipart;

use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, bail};
use serde_json::Value;
use ureq::tls::{Certificate, PemItem, RootCerts, TlsConfig, parse_pem};

pub(super) use multipart::Form;

/// An import of everything may take minutes; the server answers before this.
const PATIENCE: Duration = Duration::from_mins(10);
/// The largest answer that is read: an extract of everything.
const MOST_BYTES: u64 = 4 * 1024 * 1024 * 1024;

/// Where the server is, and with what it is asked.
#[derive(Debug, clap::Args)]
pub(super) struct ServerArgs {
    /// The address of the server.
    #[arg(long, env = "MUSTER_SERVER", value_name = "URL")]
    server: String,

    /// The token, as Settings made it; better in the environment or in a file than on the command line.
    #[arg(long, env = "MUSTER_TOKEN", hide_env_values = true, value_name = "TOKEN")]
    token: Option<String>,

    /// A file that holds the token and nothing else.
    #[arg(long, env = "MUSTER_TOKEN_FILE", value_name = "FILE", conflicts_with = "token")]
    token_file: Option<PathBuf>,

    /// The certificates of an organisation's own authority, as a PEM file.
    #[arg(long, env = "MUSTER_CA_FILE", value_name = "FILE.pem")]
    ca_file: Option<PathBuf>,
}

/// A server that can be asked.
pub(super) struct Server {
    agent: ureq::Agent,
    address: String,
    authorization: String,
}

/// What a server said.
pub(super) struct Answer {
    /// The HTTP status.
    pub(super) status: u16,
    /// The revision that the answer is about, where it says so.
    pub(super) revision: Option<u64>,
    /// The name under which a file is to be kept.
    pub(super) file_name: Option<String>,
    /// The body.
    pub(super) body: Vec<u8>,
}

impl ServerArgs {
    /// The server, ready to be asked.
    pub(super) fn server(&self) -> anyhow::Result<Server> {
        let address = self.server.trim_end_matches('/').to_owned();
        if !address.starts_with("http://") && !address.starts_with("https://") {
            bail!("{address} isn't the address of a server; it begins with https:// or http://");
        }
        let token = match (&self.token, &self.token_file) {
            (Some(token), _) => token.clone(),
            (None, Some(file)) => std::fs::read_to_string(file)
                .with_context(|| format!("the token in {} can't be read", file.display()))?,
            (None, None) => bail!("a token is needed: --token-file, or MUSTER_TOKEN in the environment"),
        };
        let mut config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            // A redirect could carry the token to somebody else.
            .max_redirects(0)
            .timeout_global(Some(PATIENCE))
            .user_agent(concat!("muster/", env!("CARGO_PKG_VERSION")));
        if let Some(file) = &self.ca_file {
            let pem = std::fs::read(file).with_context(|| format!("{} can't be read", file.display()))?;
            let mut certificates: Vec<Certificate<'static>> = Vec::new();
            for item in parse_pem(&pem) {
                if let PemItem::Certificate(certificate) =
                    item.with_context(|| format!("{} isn't a PEM file", file.display()))?
                {
                    certificates.push(certificate);
                }
            }
            config =
                config.tls_config(TlsConfig::builder().root_certs(RootCerts::new_with_certs(&certificates)).build());
        }
        Ok(Server { agent: config.build().new_agent(), address, authorization: format!("Bearer {}", token.trim()) })
    }
}

impl Server {
    /// Reads.
    pub(super) fn get(&self, path: &str) -> anyhow::Result<Answer> {
        let request = self.agent.get(format!("{}{path}", self.address));
        self.answer(request.header("authorization", &self.authorization).call())
    }

    /// Sends a form with a file.
    pub(super) fn post_form(&self, path: &str, form: &Form, key: Option<&str>) -> anyhow::Result<Answer> {
        self.post(path, &form.content_type(), &form.bytes(), key)
    }

    /// Sends JSON.
    pub(super) fn post_json(&self, path: &str, body: &Value, key: Option<&str>) -> anyhow::Result<Answer> {
        self.post(path, "application/json", body.to_string().as_bytes(), key)
    }

    fn post(&self, path: &str, content_type: &str, body: &[u8], key: Option<&str>) -> anyhow::Result<Answer> {
        let mut request = self
            .agent
            .post(format!("{}{path}", self.address))
            .header("authorization", &self.authorization)
            .header("content-type", content_type);
        if let Some(key) = key {
            request = request.header("idempotency-key", key);
        }
        self.answer(request.send(body))
    }

    fn answer(&self, answered: Result<ureq::http::Response<ureq::Body>, ureq::Error>) -> anyhow::Result<Answer> {
        let mut response = answered.with_context(|| format!("{} can't be reached", self.address))?;
        let text = |name: &str| response.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
        let revision = text("muster-revision").and_then(|number| number.parse().ok());
        let disposition = text("content-disposition").unwrap_or_default();
        let file_name = disposition.split_once("filename=\"").and_then(|(_, rest)| rest.split('"').next());
        let file_name = file_name.map(str::to_owned);
        let status = response.status().as_u16();
        let body = response.body_mut().with_config().limit(MOST_BYTES).read_to_vec();
        let body = body.with_context(|| format!("the answer of {} broke off", self.address))?;
        Ok(Answer { status, revision, file_name, body })
    }
}

impl Answer {
    /// The answer of a server that did as it was asked; else what it said instead.
    pub(super) fn done(self) -> anyhow::Result<Self> {
        if (200..300).contains(&self.status) {
            return Ok(self);
        }
        bail!(self.problem_text())
    }

    /// The body as JSON.
    pub(super) fn json(&self) -> anyhow::Result<Value> {
        serde_json::from_slice(&self.body).context("the server's answer isn't JSON; is this a Muster?")
    }

    /// The last part of a problem's type.
    pub(super) fn problem(&self) -> String {
        let problem: Value = serde_json::from_slice(&self.body).unwrap_or_default();
        let kind = problem.get("type").and_then(Value::as_str).unwrap_or_default();
        kind.rsplit('/').next().unwrap_or_default().to_owned()
    }

    /// What the server said, for a person.
    pub(super) fn problem_text(&self) -> String {
        let problem: Value = serde_json::from_slice(&self.body).unwrap_or_default();
        let text = |name: &str| problem.get(name).and_then(Value::as_str).unwrap_or_default();
        if text("title").is_empty() {
            return format!("the server answered with status {}", self.status);
        }
        format!("{}. {} {} (request {})", text("title"), text("detail"), text("what_to_do"), text("instance"))
    }
}
