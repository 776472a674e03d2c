//! The configuration in force as text, secrets masked. The text is a configuration file again.

use std::fmt::Write;

use super::Config;

const MASK: &str = "********";
const MASKED_PART: &str = "password=********";

impl Config {
    /// One line a setting, as the configuration file has it.
    pub fn shown(&self) -> String {
        let Self {
            config: _,
            listen,
            database,
            database_connections,
            seed,
            secure_cookies,
            behind_proxy,
            max_upload_mb,
            public_url,
            oidc_issuer,
            oidc_client,
            oidc_secret,
            log_json,
            log,
        } = self;
        let mut text = String::new();
        let mut line = |name: &str, value: toml::Value| {
            let _ = writeln!(text, "{name} = {value}");
        };
        line("listen", listen.to_string().into());
        line("database", masked(database).into());
        line("database-connections", i64::from(*database_connections).into());
        if let Some(seed) = seed {
            line("seed", seed.display().to_string().into());
        }
        line("secure-cookies", (*secure_cookies).into());
        line("behind-proxy", (*behind_proxy).into());
        line("max-upload-mb", i64::from(*max_upload_mb).into());
        let secret = oidc_secret.as_ref().map(|_| MASK.to_owned());
        for (name, value) in [
            ("public-url", public_url),
            ("oidc-issuer", oidc_issuer),
            ("oidc-client", oidc_client),
            ("oidc-secret", &secret),
        ] {
            if let Some(value) = value {
                line(name, value.clone().into());
            }
        }
        line("log-json", (*log_json).into());
        line("log", log.clone().into());
        text
    }
}

/// An address of a database without its password, wherever it stands: before the host, or in the query.
fn masked(address: &str) -> String {
    let (address, query) = address.split_once('?').unwrap_or((address, ""));
    let mut shown = match address.split_once("://").map(|(scheme, rest)| (scheme, rest.rsplit_once('@'))) {
        Some((scheme, Some((who, place)))) => {
            let name = who.split(':').next().unwrap_or_default();
            let password = if who.contains(':') { format!(":{MASK}") } else { String::new() };
            format!("{scheme}://{name}{password}@{place}")
        }
        _ => address.to_owned(),
    };
    for (position, part) in query.split('&').filter(|part| !part.is_empty()).enumerate() {
        let secret = part.split('=').next().is_some_and(|name| name.to_lowercase().contains("password"));
        shown.push(if position == 0 { '?' } else { '&' });
        shown.push_str(if secret { MASKED_PART } else { part });
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::masked;

    #[test]
    fn passwords_are_masked_wherever_they_stand() {
        assert_eq!(masked("sqlite://muster.db"), "sqlite://muster.db");
        assert_eq!(masked("postgres://ann:se@cret@db:5432/muster"), "postgres://ann:********@db:5432/muster");
        assert_eq!(masked("postgres://ann@db/muster"), "postgres://ann@db/muster");
        assert_eq!(
            masked("postgres://db/muster?user=ann&password=secret&sslmode=require"),
            "postgres://db/muster?user=ann&password=********&sslmode=require"
        );
    }
}
