//! What True and False are called elsewhere.

/// What a truth value is called where spreadsheets speak other languages than files do.
pub fn in_other_language(text: &str) -> Option<bool> {
    const TRUE: [&str; 15] = [
        "wahr",
        "vrai",
        "verdadero",
        "verdadeiro",
        "vero",
        "waar",
        "sant",
        "sand",
        "sann",
        "prawda",
        "истина",
        "doğru",
        "tosi",
        "真",
        "igaz",
    ];
    const FALSE: [&str; 14] = [
        "falsch", "faux", "falso", "onwaar", "falskt", "falsk", "usann", "fałsz", "ложь", "yanliş", "yanlış",
        "epätosi", "hamis", "假",
    ];
    among(text, &TRUE, &FALSE)
}

/// What else databases, forms and people write for a truth value.
pub fn in_other_words(text: &str) -> Option<bool> {
    const TRUE: [&str; 16] =
        ["1", "-1", "yes", "y", "t", "on", "ja", "j", "oui", "si", "sí", "sim", "tak", "x", "✓", "✔"];
    const FALSE: [&str; 10] = ["0", "no", "n", "f", "off", "nein", "non", "não", "nie", "nee"];
    among(text, &TRUE, &FALSE)
}

/// A truth value as it is stored.
pub fn word(value: bool) -> &'static str {
    if value { "True" } else { "False" }
}

fn among(text: &str, yes: &[&str], no: &[&str]) -> Option<bool> {
    const LONGEST: usize = 24;
    if text.len() > LONGEST {
        return None;
    }
    let lower = text.to_lowercase();
    if yes.contains(&lower.as_str()) { Some(true) } else { no.contains(&lower.as_str()).then_some(false) }
}
