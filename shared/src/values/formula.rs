//! Text that an exporter wrote as a formula, so that spreadsheets keep its zeros: `="00123"` means `00123`.

/// The text that a formula yields, where it is nothing but a text: `="…"` or `=T("…")`, with quotes doubled inside.
pub fn text_of(cell: &str) -> Option<String> {
    let body = cell.strip_prefix('=')?.trim();
    let body = match body.strip_prefix("T(").or_else(|| body.strip_prefix("t(")) {
        Some(rest) => rest.strip_suffix(')')?.trim(),
        None => body,
    };
    let inner = body.strip_prefix('"')?.strip_suffix('"')?;
    let text = inner.replace("\"\"", "\u{0}");
    (!text.contains('"')).then(|| text.replace('\u{0}', "\""))
}

#[cfg(test)]
mod tests {
    use super::text_of;

    #[test]
    fn a_text_in_a_formula_is_that_text() {
        assert_eq!(text_of("=\"00123\"").as_deref(), Some("00123"));
        assert_eq!(text_of("=T(\"a \"\"b\"\"\")").as_deref(), Some("a \"b\""));
        for other in ["=A1", "=\"a\"&\"b\"", "\"a\"", "=\"", "=", "=\"a\"\"", "'=\"a\""] {
            assert_eq!(text_of(other), None, "{other}");
        }
    }
}
