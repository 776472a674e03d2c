//! What the server was told: the flags of `muster serve`, each of which the environment or a file can give, too.

pub mod file;
pub mod shown;

use std::net::SocketAddr;
use std::path::PathBuf;

use anyhow::{Context, bail};
use clap::Args;

use crate::accounts::provider::Provider;
use crate::limits::Limits;

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
