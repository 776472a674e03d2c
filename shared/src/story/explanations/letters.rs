//! The same words in other letters: all capitals, all small, each word with a capital; or with other spaces and signs.

use crate::story::seen::{Seen, mostly};
use crate::values::words::Words;
use crate::words;

/// In which letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::story) enum Letters {
    Capitals,
    Small,
    Initials,
    Mixed,
    Signs,
}

/// The letters in which most of a sample is written anew.
pub(super) fn guess(sample: &[Seen<'_>]) -> Option<Letters> {
    let ways = [Letters::Capitals, Letters::Small, Letters::Initials, Letters::Mixed, Letters::Signs];
    ways.into_iter().find(|way| mostly(sample.iter().filter(|seen| way.explain(seen)).count(), sample.len()))
}

impl Letters {
    pub(super) fn explain(self, seen: &Seen<'_>) -> bool {
        if seen.old == seen.new || seen.old.is_empty() || seen.new.is_empty() {
            return false;
        }
        if self == Self::Signs {
            let words = |text: &str| text.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>();
            let own = words(&seen.old);
            return !own.is_empty() && own == words(&seen.new);
        }
        if seen.old.to_lowercase() != seen.new.to_lowercase() {
            return false;
        }
        match self {
            Self::Capitals => seen.new.to_uppercase() == *seen.new,
            Self::Small => seen.new.to_lowercase() == *seen.new,
            Self::Initials => has_initials(&seen.new),
            Self::Mixed | Self::Signs => true,
        }
    }

    pub(super) fn sentence(self, header: &str, people: &Words) -> Words {
        match self {
            Self::Capitals => words!("{header}: in capitals for {people}.", header, people),
            Self::Small => words!("{header}: in small letters for {people}.", header, people),
            Self::Initials => words!("{header}: each word with a capital for {people}.", header, people),
            Self::Signs => words!("{header}: the same with other spaces and signs for {people}.", header, people),
            Self::Mixed => words!("{header}: the same in other letters for {people}.", header, people),
        }
    }
}

fn has_initials(text: &str) -> bool {
    let mut words = text.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty());
    words.all(|word| {
        let mut letters = word.chars();
        letters.next().is_some_and(|first| !first.is_lowercase()) && letters.all(|letter| !letter.is_uppercase())
    })
}

#[cfg(test)]
mod tests {
    use super::has_initials;

    #[test]
    fn initials_are_capitals() {
        assert!(has_initials("Ann-Marie O'Hara") && has_initials("Łuk"));
        assert!(!has_initials("McDonald") && !has_initials("ann"));
    }
}
