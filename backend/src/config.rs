//! What the server was told: the flags of `muster serve`, each of which the environment or a file can give, too.

pub mod file;
pub mod shown;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, bail};
use clap::Args;

use crate::accounts::single_sign_on::Provider;

/// What the command line and the environment say.
#[derive(Debug, Clone, Args)]
pub struct Config {
    /// A file with these settings, in TOML, named as the flags are; environment and flags go before it.
    #[arg(long, env = "MUSTER_CONFIG", value_name = "FILE.toml")]
    pub config: Option<PathBuf>,

    /// The address to listen on; port 0 takes any free port and says which.
    #[arg(long, env = "MUSTER_LISTEN", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,

    /// The address of the database; a SQLite file is made if it isn't there.
    #[arg(
        long,
        env = "MUSTER_DATABASE_URL",
        value_name = "sqlite://FILE",
        default_value = "sqlite://muster.db",
        hide_env_values = true
    )]
    pub database: String,

    /// With PostgreSQL: at most so many connections to it; a third of them write.
    #[arg(
        long,
        env = "MUSTER_DATABASE_CONNECTIONS",
        value_name = "NUMBER",
        default_value_t = 12,
        value_parser = clap::value_parser!(u32).range(3..=1_000)
    )]
    pub database_connections: u32,

    /// If the directory is empty, load this extract as its first revision.
    #[arg(long, value_name = "FILE.csv")]
    pub seed: Option<PathBuf>,

    /// Muster is reached over TLS: cookies are marked Secure, and browsers are told to insist on TLS.
    #[arg(long, env = "MUSTER_SECURE_COOKIES")]
    pub secure_cookies: bool,

    /// A proxy of ours stands in front: the visitor's address is the last one in X-Forwarded-For.
    #[arg(long, env = "MUSTER_BEHIND_PROXY")]
    pub behind_proxy: bool,

    /// The largest upload, in megabytes.
    #[arg(long, env = "MUSTER_MAX_UPLOAD_MB", default_value_t = 64, value_name = "MB")]
    pub max_upload_mb: u16,

    /// The address under which browsers reach Muster, for links: `https://muster.example.com`.
    #[arg(long, env = "MUSTER_PUBLIC_URL", value_name = "URL")]
    pub public_url: Option<String>,

    /// The organisation's identity provider, by its OpenID Connect issuer: people can sign in with it, too.
    #[arg(long, env = "MUSTER_OIDC_ISSUER", value_name = "URL", requires_all = ["oidc_client", "oidc_secret"])]
    pub oidc_issuer: Option<String>,

    /// Muster's name at the identity provider.
    #[arg(long, env = "MUSTER_OIDC_CLIENT", value_name = "ID")]
    pub oidc_client: Option<String>,

    /// Muster's secret at the identity provider; better in the environment than on the command line.
    #[arg(long, env = "MUSTER_OIDC_SECRET", value_name = "SECRET", hide_env_values = true)]
    pub oidc_secret: Option<String>,

    /// Write the log as JSON, one object a line.
    #[arg(long, env = "MUSTER_LOG_JSON")]
    pub log_json: bool,

    /// What to log, such as `info` or `backend=debug`.
    #[arg(long, env = "MUSTER_LOG", default_value = "info", value_name = "FILTER")]
    pub log: String,
}

impl Config {
    /// The identity provider, if there is one.
    pub fn provider(&self) -> anyhow::Result<Option<Provider>> {
        let Some(issuer) = &self.oidc_issuer else { return Ok(None) };
        let (Some(client), Some(secret)) = (&self.oidc_client, &self.oidc_secret) else {
            bail!("an identity provider needs oidc-client and oidc-secret");
        };
        let public_url = self.public_url.as_deref();
        let public_url = public_url.context("an identity provider sends people back: it needs public-url")?;
        Ok(Some(Provider::new(issuer, client, secret, public_url)?))
    }

    /// The bounds in force.
    pub fn limits(&self) -> Limits {
        let standard = Limits::default();
        let connections_of_address =
            if self.behind_proxy { standard.connections } else { standard.connections_of_address };
        Limits { upload_bytes: usize::from(self.max_upload_mb) * 1_000_000, connections_of_address, ..standard }
    }
}

/// How much of everything the server allows.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// The largest body of an import.
    pub upload_bytes: usize,
    /// The largest body of an edit of one person.
    pub edit_bytes: usize,
    /// The largest body of anything else.
    pub body_bytes: usize,
    /// How many connections there are at once; more wait to be let in.
    pub connections: u32,
    /// How many of them one address has at most; where a proxy stands in front, all are the proxy's.
    pub connections_of_address: u32,
    /// How long a client may take to say what it wants, and how long a quiet connection is kept.
    pub headers: Duration,
    /// While a client is waited for, so many bytes have to move …
    pub bytes_in_span: usize,
    /// … in each span of so much time.
    pub span: Duration,
    /// How long a request may take before it is answered.
    pub request: Duration,
    /// How long an import may take before it is answered; the work goes on after that.
    pub import: Duration,
    /// How many files are received, or kept in memory while they are worked on; more wait.
    pub uploads_at_once: u32,
    /// How many edits of one person are in hand at once; more wait.
    pub edits_at_once: u32,
    /// How many searches, reports and change files are computed at once; more wait.
    pub reads_at_once: u32,
    /// How many extracts are written at once; more wait.
    pub extracts_at_once: u32,
    /// How many wait for each of these; more are refused.
    pub waiting: usize,
    /// How long one waits, but for an import.
    pub patience: Duration,
    /// How many imports are planned at once; more wait.
    pub imports_at_once: u32,
    /// How many passwords are hashed at once; more wait.
    pub hashes_at_once: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            upload_bytes: 64_000_000,
            body_bytes: 64 * 1024,
            edit_bytes: 1_000_000,
            connections: 1_024,
            connections_of_address: 64,
            bytes_in_span: 80_000,
            span: Duration::from_secs(20),
            uploads_at_once: 8,
            edits_at_once: 2,
            reads_at_once: 4,
            extracts_at_once: 6,
            waiting: 32,
            patience: Duration::from_secs(20),
            headers: Duration::from_secs(20),
            request: Duration::from_secs(30),
            import: Duration::from_mins(5),
            imports_at_once: 2,
            hashes_at_once: 2,
        }
    }
}
