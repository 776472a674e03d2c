//! Which of some known names a text most likely means by its spelling, and never one that says the opposite.

use crate::limits::{MOST_COMPARED, MOST_COMPARED_LENGTH};

/// Of known names, each in the form for comparing, the one that is spelt most like a text in that form; `None` where none
/// has the share `alike` of its letters, or where it would say something else. Texts too long to be a misspelt name are
/// compared with none, and names whose length alone tells them apart are passed over, so that a guess costs the same
/// whatever a cell holds.
pub fn nearest<T>(text: &str, names: impl Iterator<Item = (impl AsRef<str>, T)>, alike: f64) -> Option<T> {
    let length = length(text).filter(|length| *length > 0)?;
    let mut best: Option<(f64, String, T)> = None;
    for (form, name) in names.take(MOST_COMPARED) {
        let form = form.as_ref();
        if !self::length(form).is_some_and(|other| may_be_alike(length, other, alike)) {
            continue;
        }
        let score = strsim::normalized_damerau_levenshtein(text, form);
        let is_better = best.as_ref().is_none_or(|(most, first, _)| {
            score > *most || (score - *most).abs() < f64::EPSILON && form < first.as_str()
        });
        if score >= alike && is_better && !says_otherwise(text, form) {
            best = Some((score, form.to_owned(), name));
        }
    }
    best.map(|(_, _, name)| name)
}

/// How many characters a text has, if it is short enough to be compared.
fn length(text: &str) -> Option<usize> {
    // No character has more than four bytes.
    let may_be_short = text.len() <= 4 * MOST_COMPARED_LENGTH;
    may_be_short.then(|| text.chars().count()).filter(|length| *length <= MOST_COMPARED_LENGTH)
}

/// Each missing letter is one that doesn't agree.
fn may_be_alike(one: usize, other: usize, least: f64) -> bool {
    let longer = u32::try_from(one.max(other)).unwrap_or(u32::MAX);
    let shorter = u32::try_from(one.min(other)).unwrap_or(u32::MAX);
    // A hair's breadth for rounding: the comparison itself decides.
    f64::from(shorter) + 1e-6 >= f64::from(longer) * least
}

/// Whether two texts that are spelt alike say different things: other numbers, a word and its opposite, a word and its
/// denial.
pub fn says_otherwise(one: &str, other: &str) -> bool {
    if digits(one).next().is_some() && digits(other).next().is_some() && !same_digits(one, other) {
        return true;
    }
    let (one, other) = (words(one), words(other));
    let opposite = |a: &String, b: &String| {
        OPPOSITES.iter().any(|(x, y)| a == x && b == y || a == y && b == x) || denies(a, b) || denies(b, a)
    };
    let only_in = |these: &[String], those: &[String]| -> Vec<String> {
        these.iter().filter(|word| !those.contains(word)).cloned().collect()
    };
    let (mine, theirs) = (only_in(&one, &other), only_in(&other, &one));
    let denied = |words: &[String]| words.iter().any(|word| DENIALS.contains(&word.as_str()));
    mine.iter().any(|a| theirs.iter().any(|b| opposite(a, b))) || denied(&mine) || denied(&theirs)
}

/// Whether two texts hold the same digits, in the same order.
pub fn same_digits(one: &str, other: &str) -> bool {
    digits(one).eq(digits(other))
}

fn digits(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(char::is_ascii_digit)
}

fn words(text: &str) -> Vec<String> {
    let words = text.split(|character: char| !character.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// Whether a word is another one with a syllable in front that denies it.
fn denies(word: &str, of: &str) -> bool {
    of.len() > 3 && word.strip_suffix(of).is_some_and(|before| SYLLABLES.contains(&before))
}

const SYLLABLES: [&str; 12] = ["in", "un", "non", "not", "dis", "de", "im", "ir", "ex", "anti", "nicht", "dé"];
const DENIALS: [&str; 14] =
    ["not", "no", "non", "never", "without", "former", "ex", "nicht", "kein", "ohne", "nie", "pas", "sans", "sin"];

const OPPOSITES: [(&str, &str); 42] = [
    ("north", "south"),
    ("northern", "southern"),
    ("east", "west"),
    ("eastern", "western"),
    ("left", "right"),
    ("upper", "lower"),
    ("up", "down"),
    ("in", "out"),
    ("inner", "outer"),
    ("inbound", "outbound"),
    ("indoor", "outdoor"),
    ("old", "new"),
    ("day", "night"),
    ("on", "off"),
    ("online", "offline"),
    ("yes", "no"),
    ("true", "false"),
    ("internal", "external"),
    ("male", "female"),
    ("first", "last"),
    ("first", "second"),
    ("junior", "senior"),
    ("front", "back"),
    ("front", "rear"),
    ("work", "home"),
    ("public", "private"),
    ("with", "without"),
    ("before", "after"),
    ("start", "end"),
    ("high", "low"),
    ("small", "large"),
    ("minor", "major"),
    ("min", "max"),
    ("pre", "post"),
    ("import", "export"),
    ("enabled", "disabled"),
    ("nord", "süd"),
    ("ost", "west"),
    ("links", "rechts"),
    ("alt", "neu"),
    ("tag", "nacht"),
    ("innen", "außen"),
];

#[cfg(test)]
mod tests {
    use super::{nearest, says_otherwise};

    #[test]
    fn spelling_leads_to_the_nearest() {
        let near = |text: &str, names: &[&'static str]| nearest(text, names.iter().map(|name| (name, *name)), 0.7);
        assert_eq!(near("Factroy", &["Factory", "Office"]), Some("Factory"));
        assert_eq!(near("Main North", &["Main South", "Main Hall"]), None);
        assert_eq!(near("Building 3", &["Building 1", "Building 2"]), None);
        assert_eq!(near("Bulding 2", &["Building 1", "Building 2"]), Some("Building 2"));
        assert_eq!(near("inactive", &["active"]), None);
        assert_eq!(near(&"x".repeat(5_000_000), &["active"]), None);
        assert_eq!(near("", &[""]), None);
    }

    #[test]
    fn opposites_and_denials_say_otherwise() {
        for (one, other) in
            [("inactive", "active"), ("not active", "active"), ("Old Mill", "New Mill"), ("R 12", "R 21")]
        {
            assert!(says_otherwise(one, other) && says_otherwise(other, one), "{one} {other}");
        }
        for (one, other) in [("active", "actve"), ("Mill", "Mil"), ("Building 1", "Bulding 1"), ("Zip1", "Zip")] {
            assert!(!says_otherwise(one, other), "{one} {other}");
        }
    }
}
