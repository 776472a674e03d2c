//! What honest people, and now and then programs, do to many cells of a column, and how it is said.
//!
//! Each module guesses from a sample of changed cells and says of any cell whether its guess explains it.

mod joined;
mod letters;
mod replaced;

use super::seen::{Seen, mostly, people};
use crate::reviewed::Reviewed;
use crate::values::damage;
use crate::values::words::Words;
use crate::words;
use joined::{Joined, Part};
use letters::Letters;
use replaced::Replaced;

/// An explanation that is asked cell by cell.
pub(super) enum Explanation {
    /// Other letters: capitals, small ones.
    Letters(Letters),
    /// One text within the values became another.
    Replaced(Replaced),
    /// It is what another column says.
    Copied(usize),
    /// Two columns in one.
    Joined(Joined),
    /// A part of another column.
    Split(Part),
    /// What programs make of values, by the catalogue of `values`.
    Program,
}

impl Explanation {
    /// What may explain a sample of cells, the simplest first.
    pub(super) fn guesses(sample: &[Seen<'_>], columns: usize) -> Vec<Self> {
        let letters = letters::guess(sample).map(Self::Letters);
        let replaced = replaced::guess(sample).map(Self::Replaced);
        let copied = joined::guess_copied(sample, columns).map(Self::Copied);
        let joined = joined::guess(sample, columns).map(Self::Joined);
        let split = joined::guess_part(sample, columns).map(Self::Split);
        let made = |seen: &&Seen<'_>| damage::resembles(&seen.old, &seen.new);
        let program = mostly(sample.iter().filter(made).count(), sample.len()).then_some(Self::Program);
        [letters, program, copied, replaced, joined, split].into_iter().flatten().collect()
    }

    /// Whether it explains a cell.
    pub(super) fn explains(&self, seen: &Seen<'_>) -> bool {
        match self {
            Self::Letters(letters) => letters.explain(seen),
            Self::Replaced(replaced) => replaced.explains(seen),
            Self::Copied(other) => joined::is_copied(seen, *other),
            Self::Joined(joined) => joined.explains(seen),
            Self::Split(part) => part.explains(seen),
            Self::Program => damage::resembles(&seen.old, &seen.new),
        }
    }

    /// What kind of thing it is, in a word.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::Letters(_) => "letters",
            Self::Replaced(_) => "replaced",
            Self::Copied(_) => "copied",
            Self::Joined(_) => "joined",
            Self::Split(_) => "split",
            Self::Program => "program",
        }
    }

    /// What happened to so many people's cells of a column.
    pub(super) fn sentence(&self, reviewed: &Reviewed<'_>, header: &str, count: usize) -> Words {
        let people = people(count);
        let header_of = |column: usize| reviewed.schema.header_of(column);
        match self {
            Self::Letters(letters) => letters.sentence(header, &people),
            Self::Replaced(replaced) => replaced.sentence(header, &people),
            Self::Copied(other) => {
                words!("{header}: the same as {other} for {people}.", header, other = header_of(*other), people)
            }
            Self::Joined(joined) => words!(
                "{header}: {first} and {second} joined for {people}.",
                header,
                first = header_of(joined.first),
                second = header_of(joined.second),
                people
            ),
            Self::Split(part) => {
                words!("{header}: a part of {other} for {people}.", header, other = header_of(part.of), people)
            }
            Self::Program => words!("{header}: written as programs write it for {people}.", header, people),
        }
    }
}
