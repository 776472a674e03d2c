//! The language that a problem is said in: the one that the request's Accept-Language asks for (RFC 9110, 12.5.4), of those
//! that the desk has.

use std::sync::LazyLock;

use axum::http::{HeaderMap, header};
use shared::{Catalogue, Words};

/// What German says for what this server and its engine say in English: the desk's own file.
static GERMAN: LazyLock<Option<Catalogue>> =
    LazyLock::new(|| Catalogue::from_json(include_str!("../../../frontend/texts/de.json")).ok());

/// A language that problems are said in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Language {
    /// What is said to whoever asks for no other.
    English,
    /// Deutsch.
    German,
}

impl Language {
    /// Of the languages that there are, the one that the request likes best.
    pub(super) fn asked_for(headers: &HeaderMap) -> Self {
        let lists = headers.get_all(header::ACCEPT_LANGUAGE).iter().filter_map(|list| list.to_str().ok());
        let asked = lists.flat_map(|list| list.split(',')).filter_map(|asked| {
            let mut parts = asked.split(';').map(str::trim);
            let language = Self::of_tag(parts.next()?)?;
            let weight = parts.find_map(|part| part.strip_prefix("q=")).map_or(Some(1.0), |weight| weight.parse().ok());
            weight.filter(|weight: &f32| *weight > 0.0).map(|weight| (language, weight))
        });
        // Of two that are liked as much, the first one.
        let best = asked.reduce(|best, next| if next.1 > best.1 { next } else { best });
        best.map_or(Self::English, |(language, _)| language)
    }

    /// Its tag (BCP 47).
    pub(super) fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
        }
    }

    /// What is meant, in this language.
    pub(super) fn said(self, words: &Words) -> String {
        self.catalogue().map_or_else(|| words.to_string(), |catalogue| catalogue.said(words))
    }

    /// What this language says for English; `None` for English itself.
    pub(super) fn catalogue(self) -> Option<&'static Catalogue> {
        match self {
            Self::English => None,
            Self::German => GERMAN.as_ref(),
        }
    }

    fn of_tag(tag: &str) -> Option<Self> {
        let wanted = tag.split('-').next().unwrap_or_default();
        [Self::English, Self::German].into_iter().find(|language| language.tag().eq_ignore_ascii_case(wanted))
    }
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderMap, HeaderValue, header};
    use shared::words;

    use super::{GERMAN, Language};

    fn asked(list: &'static str) -> Language {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_LANGUAGE, HeaderValue::from_static(list));
        Language::asked_for(&headers)
    }

    #[test]
    fn the_language_is_the_one_that_is_liked_best() {
        assert_eq!(asked("de"), Language::German);
        assert_eq!(asked("de-AT,de;q=0.9,en;q=0.8"), Language::German);
        assert_eq!(asked("fr, en;q=0.5, de;q=0.7"), Language::German);
        assert_eq!(asked("en-GB, de;q=0.9"), Language::English);
        assert_eq!(asked("de;q=0"), Language::English);
        assert_eq!(asked("fr"), Language::English);
        assert_eq!(Language::asked_for(&HeaderMap::new()), Language::English);
    }

    #[test]
    fn what_is_said_is_in_that_language() {
        assert!(GERMAN.is_some());
        let missing = words!("There is no revision {number}.", number = 7_u64);
        assert_eq!(Language::English.said(&missing), "There is no revision 7.");
        assert_eq!(Language::German.said(&missing), "Den Stand 7 gibt es nicht.");
    }
}
