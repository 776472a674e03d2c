//! Which known name a text most likely means. Texts too long to be a misspelt name are compared with none, and names whose
//! length alone tells them apart are passed over, so that a guess costs the same whatever a cell holds.

use crate::limits::{MOST_COMPARED, MOST_COMPARED_LENGTH};

/// The name that a text resembles most, if the share of letters that agree is at least `least`; of names alike, the first
/// by alphabet. Each name comes with what is given back for it.
pub fn nearest<'n, T: Ord>(
    text: &str,
    names: impl Iterator<Item = (impl AsRef<str> + 'n, T)>,
    least: f64,
) -> Option<T> {
    let length = length(text)?;
    let mut best: Option<(f64, T)> = None;
    for (name, means) in names.take(MOST_COMPARED) {
        let name = name.as_ref();
        let Some(other) = self::length(name).filter(|other| may_be_alike(length, *other, least)) else { continue };
        let score = if length.max(other) == 0 { 1.0 } else { strsim::normalized_damerau_levenshtein(name, text) };
        let better = |(known, of): &(f64, T)| score.total_cmp(known).then_with(|| of.cmp(&means)).is_gt();
        if score >= least && best.as_ref().is_none_or(better) {
            best = Some((score, means));
        }
    }
    best.map(|(_, means)| means)
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

#[cfg(test)]
mod tests {
    use super::nearest;
    use crate::limits::MOST_COMPARED_LENGTH;

    fn guess(text: &str, least: f64) -> Option<&'static str> {
        nearest(text, ["Leeds", "Leads", "York", "Manchester"].into_iter().map(|name| (name, name)), least)
    }

    #[test]
    fn the_likeliest_name_is_found_and_the_first_of_several() {
        assert_eq!(guess("Manchestre", 0.7), Some("Manchester"));
        assert_eq!(guess("Leeds", 0.7), Some("Leeds"));
        assert_eq!(guess("Leyds", 0.7), Some("Leads"));
        assert_eq!(guess("Paris", 0.7), None);
    }

    #[test]
    fn passing_over_by_length_changes_no_answer() {
        let names = ["a", "ab", "abc", "abcd", "abcdefgh", "ünder", "x"];
        for text in ["", "a", "abd", "abcdxfgh", "under", "abcdefghijkl"] {
            for least in [0.0, 0.5, 0.7, 0.72, 1.0] {
                let scored = names.iter().map(|name| (strsim::normalized_damerau_levenshtein(name, text), *name));
                let best = scored.filter(|(score, _)| *score >= least);
                let best = best.max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1))).map(|(_, name)| name);
                assert_eq!(nearest(text, names.into_iter().map(|name| (name, name)), least), best, "{text} {least}");
            }
        }
    }

    #[test]
    fn long_texts_resemble_nothing() {
        let long = "x".repeat(MOST_COMPARED_LENGTH + 1);
        assert_eq!(nearest(&long, [(long.as_str(), 1)].into_iter(), 0.7), None);
    }
}
