//! The formula guard: keeps a spreadsheet from running a value as a formula, and can always be taken off again.
//!
//! With T = `= + - @`, tab, CR, LF, NUL and the full-width `＝ ＋ － ＠`, a value that matches `^'*[T]` is written with
//! one more apostrophe in front; reading a value that matches `^'+[T]` drops exactly one. Both forms of extract write
//! it, so what a file says never depends on who reads it. (OWASP, CSV injection.)
//!
//! The option "protect numbers and dates" guards values that a spreadsheet would convert, too; see [`protect`].

use std::borrow::Cow;

const TRIGGERS: [char; 12] = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'];

/// The value as an extract writes it.
pub fn guard(value: &str) -> Cow<'_, str> {
    if needs_guard(value) || protected_needs_guard(value) {
        return Cow::Owned(format!("'{value}"));
    }
    Cow::Borrowed(value)
}

/// The value as an extract with "protect numbers and dates" writes it.
///
/// The guard is one apostrophe more, as for formulas. [`unguard`] drops it only before something that a spreadsheet
/// would convert, so `'t Hooft` and `O'Brien` keep theirs.
pub fn protect(value: &str) -> Cow<'_, str> {
    if converts(value) {
        return Cow::Owned(format!("'{value}"));
    }
    guard(value)
}

/// The value behind the guard, if there is one.
pub fn unguard(cell: &str) -> &str {
    let Some(rest) = cell.strip_prefix('\'') else {
        return cell;
    };
    let bare = rest.trim_start_matches('\'');
    if bare.starts_with(TRIGGERS) || converts(bare) { rest } else { cell }
}

fn needs_guard(value: &str) -> bool {
    value.trim_start_matches('\'').starts_with(TRIGGERS)
}

/// A value that itself begins with an apostrophe before something convertible must be guarded always, or reading
/// would take its own apostrophe for a guard.
fn protected_needs_guard(value: &str) -> bool {
    value.starts_with('\'') && converts(value.trim_start_matches('\''))
}

/// Whether a spreadsheet that opens a CSV file would turn this text into a number, a date, a time or a truth value.
///
/// Observed of Excel and LibreOffice Calc with their default import: plain, signed, grouped and exponential numbers,
/// percentages and currency, dates in digits or with month names, times, fractions, `TRUE` and `FALSE`.
pub fn converts(value: &str) -> bool {
    let text = value.trim();
    if text.is_empty() || text.len() > 64 {
        return !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    }
    if text.eq_ignore_ascii_case("true") || text.eq_ignore_ascii_case("false") {
        return true;
    }
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    if digits == 0 {
        return false;
    }
    let numeric = |character: char| character.is_ascii_digit() || "+-.,eE:/%$€£¥()' \u{a0}\u{202f}".contains(character);
    if text.chars().all(numeric) {
        return true;
    }
    // Digits with words: a date if every word is a month, a time if it is am or pm.
    let words = text.split(|character: char| !character.is_alphabetic()).filter(|word| !word.is_empty());
    let rest = text.chars().filter(|character| !character.is_alphabetic());
    words.into_iter().all(is_month_or_half_of_day) && rest.into_iter().all(numeric)
}

fn is_month_or_half_of_day(word: &str) -> bool {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let lower = word.to_lowercase();
    let month =
        |name: &&str| *name == lower || lower.len() >= 3 && lower.len() <= 4 && name.starts_with(lower.as_str());
    MONTHS.iter().any(month) || matches!(lower.as_str(), "am" | "pm" | "a" | "p")
}

#[cfg(test)]
mod tests {
    use super::{guard, protect, unguard};
    use proptest::prelude::*;

    #[test]
    fn formulas_are_guarded_and_names_are_not() {
        assert_eq!(guard("=1+1"), "'=1+1");
        assert_eq!(guard("'=x"), "''=x");
        assert_eq!(guard("'t Hooft"), "'t Hooft");
        assert_eq!(guard("00123"), "00123");
        assert_eq!(protect("00123"), "'00123");
        assert_eq!(protect("2024-01-02"), "'2024-01-02");
        assert_eq!(protect("2-Jan"), "'2-Jan");
        assert_eq!(protect("10:30 pm"), "'10:30 pm");
        assert_eq!(protect("ann.may171@example.com"), "ann.may171@example.com");
        assert_eq!(protect("Room 12, May"), "Room 12, May");
        assert_eq!(unguard("'00123"), "00123");
        assert_eq!(unguard("'t Hooft"), "'t Hooft");
    }

    proptest! {
        #[test]
        fn reading_undoes_writing(value in "['=+@a0-9 /-]{0,6}|.{0,12}|'{0,3}[=+0-9E.-]{0,5}") {
            let written = guard(&value).into_owned();
            prop_assert_eq!(unguard(&written), value.as_str());
            let protected = protect(&value).into_owned();
            prop_assert_eq!(unguard(&protected), value.as_str());
        }
    }
}
