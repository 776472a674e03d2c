//! The configuration file: TOML, one line a setting, each named as its flag.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, bail};

/// What a file says, by the names of the flags.
pub fn read(path: &Path) -> anyhow::Result<BTreeMap<String, String>> {
    let text = std::fs::read_to_string(path).with_context(|| format!("{} can't be read", path.display()))?;
    values_from_text(&text).with_context(|| format!("{} can't be used", path.display()))
}

fn values_from_text(text: &str) -> anyhow::Result<BTreeMap<String, String>> {
    let table: toml::Table = text.parse()?;
    let mut values = BTreeMap::new();
    for (name, value) in table {
        let value = match value {
            toml::Value::String(text) => text,
            toml::Value::Integer(number) => number.to_string(),
            toml::Value::Boolean(is) => is.to_string(),
            _ => bail!("{name} is neither a text, a whole number nor true or false"),
        };
        values.insert(name, value);
    }
    Ok(values)
}

#[cfg(test)]
mod tests {
    use super::values_from_text;

    #[test]
    fn values_are_taken_as_the_flags_take_them() {
        let values = values_from_text("listen = \"0.0.0.0:80\"\nmax-upload-mb = 8\nlog-json = true").expect("reads");
        let shown: Vec<_> = values.iter().map(|(name, value)| format!("{name}={value}")).collect();
        assert_eq!(shown, ["listen=0.0.0.0:80", "log-json=true", "max-upload-mb=8"]);
        assert!(values_from_text("listen = [1]").is_err());
        assert!(values_from_text("listen").is_err());
    }
}
