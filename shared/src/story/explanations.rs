//! What honest people, and now and then programs, do to many cells of a column, and how it is said.
//!
//! Each module guesses from a sample of changed cells and says of any cell whether its guess explains it.

mod joined;
mod letters;
mod replaced;

use super::seen::{Seen, mostly, people};
use crate::oracle::explain;
use crate::reviewed::Reviewed;
use crate::transform::Transform;
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
    /// What programs make of values, by an entry of the catalogue.
    Program(&'static Transform),
}

impl Explanation {
    /// What may explain a sample of cells, the simplest first.
    pub(super) fn guesses(sample: &[Seen<'_>], columns: usize) -> Vec<Self> {
        let letters = letters::guess(sample).map(Self::Letters);
        let replaced = replaced::guess(sample).map(Self::Replaced);
        let copied = joined::guess_copied(sample, columns).map(Self::Copied);
        let joined = joined::guess(sample, columns).map(Self::Joined);
        let split = joined::guess_part(sample, columns).map(Self::Split);
        let made: Vec<&Transform> = sample.iter().filter_map(made).collect();
        let count = |transform: &Transform| made.iter().filter(|known| known.name == transform.name).count();
        let program = made.iter().max_by_key(|transform| count(transform)).copied();
        let program = program.filter(|transform| mostly(count(transform), sample.len())).map(Self::Program);
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
            Self::Program(transform) => made(seen).is_some_and(|known| known.name == transform.name),
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
            Self::Program(_) => "program",
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
            Self::Program(transform) => {
                words!("{header}: {what}, for {people}.", header, what = (transform.says)(), people)
            }
        }
    }
}

/// What explains a cell by itself.
fn made(seen: &Seen<'_>) -> Option<&'static Transform> {
    explain(seen.before.kind(seen.column)?, &seen.old, &seen.new)
}
