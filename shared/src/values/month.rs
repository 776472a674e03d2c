//! The names of months, in the languages that spreadsheets write them in.

const NAMES: [&[&str]; 12] = [
    &["january", "januar", "janvier", "enero", "gennaio", "janeiro", "jänner", "januari", "styczeń", "leden", "ene"],
    &["february", "februar", "février", "fevrier", "febrero", "febbraio", "fevereiro", "feber", "februari", "luty"],
    &["march", "märz", "mrz", "mars", "marzo", "março", "maart", "mrt", "marzec"],
    &["april", "avril", "abril", "aprile", "avr", "abr", "kwiecień"],
    &["may", "mai", "mayo", "maggio", "maio", "mei", "maj"],
    &["june", "juni", "juin", "junio", "giugno", "junho", "czerwiec"],
    &["july", "juli", "juillet", "julio", "luglio", "julho", "juil", "lipiec"],
    &["august", "août", "aout", "agosto", "augustus", "augusti", "sierpień"],
    &["september", "sept", "septembre", "septiembre", "settembre", "setembro", "wrzesień"],
    &["october", "oktober", "octobre", "octubre", "ottobre", "outubro", "październik"],
    &["november", "novembre", "noviembre", "novembro", "listopad"],
    &["december", "dezember", "décembre", "decembre", "diciembre", "dicembre", "dezembro", "grudzień"],
];

/// The month that a word names, in full or by three or more of its first letters.
pub fn named(word: &str) -> Option<u32> {
    let lower = word.to_lowercase();
    if lower.chars().count() < 3 {
        return None;
    }
    (1..).zip(NAMES).find(|(_, names)| names.iter().any(|name| name.starts_with(&lower))).map(|(month, _)| month)
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn months_are_known_in_many_languages() {
        for (word, month) in [("Mar", 3), ("Mär", 3), ("Okt", 10), ("août", 8), ("DEC", 12), ("ottobre", 10)] {
            assert_eq!(named(word), Some(month), "{word}");
        }
        assert_eq!((named("Ma"), named("Ann")), (None, None));
    }
}
