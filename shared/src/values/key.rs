//! How two usernames are compared: one fixed form, the same in every locale and on both sides.

use super::text::{is_invisible, without};
use std::borrow::Cow;
use std::hash::BuildHasher;
use unicode_normalization::UnicodeNormalization;

/// The form in which usernames (and header names) are compared: NFKC, case folded, without outer space and without
/// characters that nobody sees.
///
/// Folding is Unicode's default full case folding, never a locale's: a Turkish server and a German browser agree.
pub fn comparison_form(name: &str) -> Cow<'_, str> {
    let trimmed = name.trim();
    if trimmed.is_ascii() {
        if trimmed.bytes().any(|byte| byte.is_ascii_uppercase()) {
            return Cow::Owned(trimmed.to_ascii_lowercase());
        }
        return Cow::Borrowed(trimmed);
    }
    let folded = unicase::UniCase::unicode(trimmed.nfkc().collect::<String>()).to_folded_case();
    let mut composed: String = folded.nfkc().collect();
    // Taken out last: what stands before a joiner tells whether a script needs it, and folding changes that. So does
    // composing anew, which puts marks into another order.
    while is_invisible(&composed).is_some() {
        composed = without(&composed).nfkc().collect();
    }
    // Compatibility forms may begin with a space of their own.
    Cow::Owned(composed.trim().to_owned())
}

/// Whether a cell is its own value and its own comparison form, as nearly every key is: nothing to trim, to fold, to
/// compose or to take a guard off.
pub(crate) fn is_plain(cell: &str) -> bool {
    cell.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'@' | b'.' | b'_' | b'-'))
}

/// The hash of a text, with a seed that is the same on every machine: no plan depends on it, but two runs cost the same.
pub(crate) fn hash(text: &str) -> u64 {
    foldhash::fast::FixedState::default().hash_one(text)
}

#[cfg(test)]
mod tests {
    use super::{comparison_form, is_plain};
    use proptest::prelude::*;

    #[test]
    fn case_and_unicode_form_do_not_matter() {
        assert_eq!(comparison_form(" Ann@Example.com "), "ann@example.com");
        assert_eq!(comparison_form("STRASSE"), comparison_form("straße"));
        assert_eq!(comparison_form("jose\u{301}"), comparison_form("JOSÉ"));
        assert_eq!(comparison_form("\u{212a}elvin"), "kelvin");
        assert_eq!(comparison_form("ann\u{200b}@example.com\u{feff}"), "ann@example.com");
        assert_eq!(comparison_form("jose\u{200b}\u{301}"), comparison_form("josé"));
    }

    proptest! {
        #[test]
        fn a_plain_key_is_its_own_form(name in "[-a-z0-9@._A-Z' ]{0,8}") {
            prop_assert!(!is_plain(&name) || comparison_form(&name) == name.as_str());
        }

        #[test]
        fn the_form_of_a_form_is_itself(name in "\\PC{0,12}|[a-cẞéक\u{94d}\u{200b}\u{200d}\u{ad}\u{301} ]{0,8}") {
            let once = comparison_form(&name).into_owned();
            let twice = comparison_form(&once).into_owned();
            prop_assert_eq!(twice, once);
        }
    }
}
