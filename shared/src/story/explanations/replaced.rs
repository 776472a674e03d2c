//! One text within many values that became another: another mail domain, a Location within lists, a prefix put on.

use crate::story::seen::{Seen, mostly, short};
use crate::values::words::Words;
use crate::words;

/// A few cells may be edits of their own: any of the first ones may show what was replaced.
const TRIES: usize = 4;

/// What was replaced, and by what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::story) enum Replaced {
    /// A text became another, wherever it stood.
    Within {
        /// What stood there.
        old: String,
        /// What stands there now.
        new: String,
    },
    /// A text was put in front of each value.
    PutBefore(String),
    /// A text was put behind each value.
    PutBehind(String),
    /// A text was taken off each value's front.
    TakenBefore(String),
    /// A text was taken off each value's end.
    TakenBehind(String),
}

/// What most of a sample has in common.
pub(super) fn guess(sample: &[Seen<'_>]) -> Option<Replaced> {
    let pairs: Vec<(&str, &str)> = sample.iter().map(|seen| (&*seen.old, &*seen.new)).collect();
    guess_of(&pairs)
}

fn guess_of(pairs: &[(&str, &str)]) -> Option<Replaced> {
    if pairs.iter().any(|(old, _)| old.is_empty())
        && !mostly(pairs.iter().filter(|(old, _)| !old.is_empty()).count(), pairs.len())
    {
        return None;
    }
    pairs.iter().take(TRIES).find_map(|(old, new)| {
        let ends = [
            new.strip_suffix(old).map(|text| Replaced::PutBefore(text.to_owned())),
            new.strip_prefix(old).map(|text| Replaced::PutBehind(text.to_owned())),
            old.strip_suffix(new).map(|text| Replaced::TakenBefore(text.to_owned())),
            old.strip_prefix(new).map(|text| Replaced::TakenBehind(text.to_owned())),
        ];
        let within = || narrowed(pairs, old, new);
        let fits =
            |guess: &Replaced| mostly(pairs.iter().filter(|(old, new)| guess.makes(old, new)).count(), pairs.len());
        let at_ends =
            ends.into_iter().flatten().filter(|guess| !guess.text().is_empty() && !old.is_empty() && !new.is_empty());
        at_ends.into_iter().find(|guess| fits(guess)).or_else(|| within().filter(|guess| fits(guess)))
    })
}

/// What one pair differs in, with as much around it as the pairs that share it have in common.
fn narrowed(pairs: &[(&str, &str)], old: &str, new: &str) -> Option<Replaced> {
    let (before, gone, come, behind) = difference(old, new)?;
    let (mut left, mut right) = (before.to_owned(), behind.to_owned());
    let mut known = 0;
    for (other_old, other_new) in pairs {
        let Some((before, other_gone, other_come, behind)) = difference(other_old, other_new) else { continue };
        if (other_gone, other_come) == (gone, come) {
            left = common_end(&left, before).to_owned();
            right = common_start(&right, behind).to_owned();
            known += 1;
        }
    }
    // One alone says nothing of what belongs to it; of a whole value, nothing was replaced within.
    let (old, new) = (format!("{left}{gone}{right}"), format!("{left}{come}{right}"));
    (known > 1 && !old.is_empty()).then_some(Replaced::Within { old, new })
}

/// Two texts as what both begin with, what each has between, and what both end with.
fn difference<'a>(old: &'a str, new: &'a str) -> Option<(&'a str, &'a str, &'a str, &'a str)> {
    let start = common_start(old, new).len();
    let (rest_old, rest_new) = (old.get(start..)?, new.get(start..)?);
    let end = common_end(rest_old, rest_new).len();
    let (gone, come) = (rest_old.get(..rest_old.len() - end)?, rest_new.get(..rest_new.len() - end)?);
    (old != new).then_some((old.get(..start)?, gone, come, rest_old.get(rest_old.len() - end..)?))
}

fn common_start<'a>(one: &'a str, other: &str) -> &'a str {
    let same = one.char_indices().zip(other.chars()).find(|((_, one), other)| one != other);
    let end = match same {
        Some(((at, _), _)) => at,
        None => one.char_indices().nth(other.chars().count()).map_or(one.len(), |(at, _)| at),
    };
    one.get(..end).unwrap_or_default()
}

fn common_end<'a>(one: &'a str, other: &str) -> &'a str {
    let mut start = one.len();
    for ((at, letter), same) in one.char_indices().rev().zip(other.chars().rev()) {
        if letter != same {
            break;
        }
        start = at;
    }
    one.get(start..).unwrap_or_default()
}

impl Replaced {
    pub(super) fn explains(&self, seen: &Seen<'_>) -> bool {
        self.makes(&seen.old, &seen.new)
    }

    fn makes(&self, old: &str, new: &str) -> bool {
        match self {
            Self::Within { old: gone, new: come } => {
                old.contains(gone.as_str()) && old.replace(gone.as_str(), come) == new
            }
            Self::PutBefore(text) => !old.is_empty() && new.strip_prefix(text.as_str()) == Some(old),
            Self::PutBehind(text) => !old.is_empty() && new.strip_suffix(text.as_str()) == Some(old),
            Self::TakenBefore(text) => !new.is_empty() && old.strip_prefix(text.as_str()) == Some(new),
            Self::TakenBehind(text) => !new.is_empty() && old.strip_suffix(text.as_str()) == Some(new),
        }
    }

    fn text(&self) -> &str {
        match self {
            Self::Within { old, .. } => old,
            Self::PutBefore(text) | Self::PutBehind(text) | Self::TakenBefore(text) | Self::TakenBehind(text) => text,
        }
    }

    pub(super) fn sentence(&self, header: &str, people: &Words) -> Words {
        let text = short(self.text());
        match self {
            Self::Within { new, .. } if new.is_empty() => {
                words!("{header}: without “{text}” for {people}.", header, text, people)
            }
            Self::Within { new, .. } => words!(
                "{header}: “{text}” became “{new}” within the values of {people}.",
                header,
                text,
                new = short(new),
                people
            ),
            Self::PutBefore(_) => words!("{header}: “{text}” put in front for {people}.", header, text, people),
            Self::PutBehind(_) => words!("{header}: “{text}” put behind for {people}.", header, text, people),
            Self::TakenBefore(_) => {
                words!("{header}: “{text}” taken off the front for {people}.", header, text, people)
            }
            Self::TakenBehind(_) => words!("{header}: “{text}” taken off the end for {people}.", header, text, people),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Replaced, guess_of};

    fn within(old: &str, new: &str) -> Replaced {
        Replaced::Within { old: old.to_owned(), new: new.to_owned() }
    }

    #[test]
    fn what_the_values_share_is_what_was_replaced() {
        let mail =
            [("ann@a.example", "ann@b.example"), ("ben@a.example", "ben@b.example"), ("x@a.example", "x@b.example")];
        assert_eq!(guess_of(&mail), Some(within("@a.example", "@b.example")));
        let sub = [("ann@example.com", "ann@mail.example.com"), ("ben@example.com", "ben@mail.example.com")];
        assert!(matches!(guess_of(&sub), Some(Replaced::Within { new, .. }) if new == "n@mail.example.com"));
        let lists = [("HQ", "Head office"), ("Lab|HQ", "Lab|Head office"), ("HQ|Unit 5", "Head office|Unit 5")];
        assert_eq!(guess_of(&lists), Some(within("HQ", "Head office")));
    }

    #[test]
    fn ends_are_put_on_and_taken_off() {
        assert_eq!(guess_of(&[("10400", "E-10400"), ("10401", "E-10401")]), Some(Replaced::PutBefore("E-".to_owned())));
        assert_eq!(guess_of(&[("E-1", "1"), ("E-2", "2")]), Some(Replaced::TakenBefore("E-".to_owned())));
        assert_eq!(
            guess_of(&[("Ann", "Ann (temp)"), ("Bo", "Bo (temp)")]),
            Some(Replaced::PutBehind(" (temp)".to_owned()))
        );
        assert_eq!(guess_of(&[("a", "b"), ("c", "d"), ("e", "f")]), None);
        assert_eq!(guess_of(&[("", "b"), ("", "d")]), None);
        assert_eq!(guess_of(&[]), None);
    }
}
