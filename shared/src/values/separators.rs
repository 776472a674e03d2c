//! How programs and people write several values in one text, where no pipe separates them.

/// What separates values beside the pipe, the longest first.
const SEPARATORS: [&str; 8] = [";#", ",", ";", "\n", "\t", "/", "+", "&"];

/// Every way to take a text apart into two or more values, or into the one that stands in a list's brackets: trimmed,
/// without empty ones.
pub fn readings(text: &str) -> impl Iterator<Item = Vec<String>> {
    let bracketed = in_brackets(text).map(|inner| values(inner, ",", true)).filter(|values| !values.is_empty());
    let separated = |separator: &&str| text.contains(*separator).then(|| values(text, separator, false));
    let separated = SEPARATORS.iter().filter_map(separated).filter(|values| values.len() > 1 || text.contains(";#"));
    bracketed.into_iter().chain(separated)
}

/// What stands in the brackets in which JSON, Python and PostgreSQL write a list.
fn in_brackets(text: &str) -> Option<&str> {
    [('[', ']'), ('{', '}'), ('(', ')')]
        .into_iter()
        .find_map(|(open, close)| text.strip_prefix(open)?.strip_suffix(close))
        .map(str::trim)
}

fn values(text: &str, separator: &str, quoted: bool) -> Vec<String> {
    // Between SharePoint's values stand the numbers of its own keys.
    let is_key = |part: &str| separator == ";#" && !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let bare = |part: &str| -> String {
        let part = part.trim();
        let inner = |quote: char| part.strip_prefix(quote)?.strip_suffix(quote);
        let inner = if quoted { inner('"').or_else(|| inner('\'')) } else { None };
        inner.unwrap_or(part).trim().to_owned()
    };
    let parts = text.split(separator).map(bare).filter(|part| !part.is_empty() && !is_key(part));
    parts.collect()
}

#[cfg(test)]
mod tests {
    use super::readings;

    #[test]
    fn values_are_taken_apart() {
        for text in [
            "HQ, Lab",
            "HQ;Lab",
            "HQ\nLab",
            "HQ / Lab",
            "HQ;#Lab",
            "12;#HQ;#14;#Lab",
            "[\"HQ\",\"Lab\"]",
            "['HQ', 'Lab']",
            "{HQ,Lab}",
        ] {
            assert!(readings(text).any(|values| values == ["HQ", "Lab"]), "{text}");
        }
        assert_eq!(readings("HQ").count(), 0);
        assert!(readings("3;#HQ").any(|values| values == ["HQ"]));
    }
}
