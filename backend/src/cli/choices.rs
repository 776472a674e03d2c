//! The words in which a command line makes an admin's choices.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use serde::de::DeserializeOwned;
use shared::stages::bytes::knows_encoding;
use shared::values::date::DateFormat;

/// The notations of dates, in the words of a command line.
const NOTATIONS: [(&str, DateFormat); 5] = [
    ("DD/MM/YYYY", DateFormat::DayMonthYearSlash),
    ("MM/DD/YYYY", DateFormat::MonthDayYearSlash),
    ("DD.MM.YYYY", DateFormat::DayMonthYearDot),
    ("DD-MMM-YY", DateFormat::DayMonthNameYear),
    ("excel-serial", DateFormat::ExcelSerial),
];

/// One of a few words, which the engine's own types are written in.
pub(super) fn one_of<T>(words: &'static [&'static str]) -> impl TypedValueParser<Value = T>
where
    T: DeserializeOwned + Clone + Send + Sync + 'static,
{
    PossibleValuesParser::new(words).try_map(|word| serde_json::from_value(serde_json::Value::String(word)))
}

/// A notation of dates.
pub(super) fn dates() -> impl TypedValueParser<Value = DateFormat> {
    PossibleValuesParser::new(NOTATIONS.map(|(word, _)| word)).try_map(|word| {
        let found = NOTATIONS.iter().find(|(notation, _)| notation.eq_ignore_ascii_case(&word));
        found.map(|(_, format)| *format).ok_or("no such notation")
    })
}

/// A notation of dates, as `--dates` takes it.
pub(super) fn notation(format: DateFormat) -> &'static str {
    NOTATIONS.iter().find(|(_, known)| *known == format).map_or("", |(word, _)| word)
}

/// The label of an encoding.
pub(super) fn encoding(label: &str) -> Result<String, String> {
    if knows_encoding(label) {
        return Ok(label.to_owned());
    }
    Err("no such encoding; the labels are those of the WHATWG Encoding Standard, such as windows-1252, macintosh or \
         utf-16le"
        .to_owned())
}

#[cfg(test)]
mod tests {
    use super::NOTATIONS;
    use shared::values::date::{DateFormat, parse};

    #[test]
    fn every_notation_has_its_word() {
        assert_eq!(NOTATIONS.map(|(_, format)| format), DateFormat::ALL);
        for (word, format) in NOTATIONS.iter().filter(|(word, _)| *word != "excel-serial") {
            let day = word
                .replace("DD", "31")
                .replace("MMM", "Dec")
                .replace("MM", "12")
                .replace("YYYY", "2026")
                .replace("YY", "26");
            assert_eq!(parse(&day, Some(*format), false).as_deref(), Some("2026-12-31"), "{word}");
        }
    }
}
