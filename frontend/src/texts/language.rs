//! The language that texts are in, and what differs between languages beside words.

use std::cell::Cell;

/// A language that the catalogue has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// The reference.
    #[default]
    English,
    /// Deutsch.
    German,
}

thread_local! {
    static CHOSEN: Cell<Language> = const { Cell::new(Language::English) };
}

/// The language of now.
pub fn language() -> Language {
    CHOSEN.get()
}

/// Chooses the language. It is done once, before anything is shown.
pub fn choose(language: Language) {
    CHOSEN.set(language);
}

impl Language {
    /// Every language there is.
    pub const ALL: [Self; 2] = [Self::English, Self::German];

    /// Its tag (BCP 47).
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
        }
    }

    /// The tag that dates and numbers are written by: English as in Great Britain, with the day before the month.
    pub fn locale(self) -> &'static str {
        match self {
            Self::English => "en-GB",
            Self::German => "de",
        }
    }

    /// Its name, in itself.
    pub fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::German => "Deutsch",
        }
    }

    /// Which way it is written.
    pub fn direction(self) -> &'static str {
        match self {
            Self::English | Self::German => "ltr",
        }
    }

    /// The language of a tag such as `de-AT`, if there is one.
    pub fn of_tag(tag: &str) -> Option<Self> {
        let wanted = tag.split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(wanted))
    }

    /// What stands between thousands, and before tenths.
    pub fn separators(self) -> (char, char) {
        match self {
            Self::English => (',', '.'),
            Self::German => ('.', ','),
        }
    }
}

/// The forms that a word has beside a number (CLDR). The languages here have two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Plural {
    /// For one.
    One,
    /// For any other number.
    Other,
}

/// The form for a number.
pub fn plural(count: u64) -> Plural {
    match language() {
        Language::English | Language::German if count == 1 => Plural::One,
        Language::English | Language::German => Plural::Other,
    }
}

/// A number of things.
pub trait Count {
    /// How many.
    fn count(self) -> u64;
}

impl Count for u64 {
    fn count(self) -> u64 {
        self
    }
}

impl Count for u32 {
    fn count(self) -> u64 {
        u64::from(self)
    }
}

impl Count for usize {
    fn count(self) -> u64 {
        self as u64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_with_a_country_names_its_language() {
        assert_eq!(Language::of_tag("de-AT"), Some(Language::German));
        assert_eq!(Language::of_tag("EN"), Some(Language::English));
        assert_eq!(Language::of_tag("fr"), None);
    }

    #[test]
    fn each_language_says_it_in_its_own_way() {
        use crate::texts::catalogue::numbers::people;
        assert_eq!([people(1_u64), people(1_234_u64)], ["1 person", "1,234 people"]);
        choose(Language::German);
        assert_eq!([people(1_u64), people(1_234_u64)], ["1 Person", "1.234 Personen"]);
        choose(Language::English);
    }
}
