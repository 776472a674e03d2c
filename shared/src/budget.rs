//! The risk budget: how many people one change of the directory may touch before somebody has to look twice.
//!
//! Whatever changes the directory is held against it here: a file, an edit, taking a revision back.

use serde::{Deserialize, Serialize};

/// For each kind of change, the share of the directory's people, in percent, that one change may touch before
/// `mass-change` warns. 100 never warns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Budget {
    /// People created, or brought back.
    pub created: u8,
    /// Usernames changed.
    pub renamed: u8,
    /// People of whom a value is cleared.
    pub cleared: u8,
    /// People switched off or deleted.
    pub suspended: u8,
    /// People changed in any way.
    pub changed: u8,
}

/// What the budget has a share for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the field of the same name in the budget")]
pub enum Touch {
    Created,
    Renamed,
    Cleared,
    Suspended,
    Changed,
}

/// How many people a change touches, by kind. One person may count for several kinds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is counted for the field of the same name in the budget")]
pub struct Touched {
    pub created: usize,
    pub renamed: usize,
    pub cleared: usize,
    pub suspended: usize,
    pub changed: usize,
}

/// A kind of change that goes over its share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exceeded {
    /// Which kind.
    pub touch: Touch,
    /// How many people.
    pub count: usize,
    /// The share that they go over, in percent.
    pub share: u8,
}

/// As many as nobody minds, however small the directory.
const ALWAYS_ALLOWED: usize = 10;
/// The same for people who only change: most files are about a team, and a team may be all there is.
const ALWAYS_CHANGED: usize = 50;

impl Budget {
    /// The standard shares.
    pub const STANDARD: Self = Self { created: 10, renamed: 5, cleared: 20, suspended: 5, changed: 25 };

    /// Every kind of change that goes over its share in a directory of so many people. An empty directory is free to fill.
    pub fn exceeded(&self, touched: &Touched, people: usize) -> Vec<Exceeded> {
        let Self { created, renamed, cleared, suspended, changed } = *self;
        let kinds = [
            (Touch::Created, touched.created, created, ALWAYS_ALLOWED),
            (Touch::Renamed, touched.renamed, renamed, ALWAYS_ALLOWED),
            (Touch::Cleared, touched.cleared, cleared, ALWAYS_ALLOWED),
            (Touch::Suspended, touched.suspended, suspended, ALWAYS_ALLOWED),
            (Touch::Changed, touched.changed, changed, ALWAYS_CHANGED),
        ];
        let over = |(_, count, share, allowed): &(Touch, usize, u8, usize)| {
            people > 0 && count > allowed && *share < 100 && count * 100 > people * usize::from(*share)
        };
        kinds.into_iter().filter(over).map(|(touch, count, share, _)| Exceeded { touch, count, share }).collect()
    }
}

impl Default for Budget {
    fn default() -> Self {
        Self::STANDARD
    }
}

#[cfg(test)]
mod tests {
    use super::{Budget, Exceeded, Touch, Touched};

    fn exceeded(touched: Touched, people: usize) -> Vec<Touch> {
        Budget::STANDARD.exceeded(&touched, people).into_iter().map(|Exceeded { touch, .. }| touch).collect()
    }

    #[test]
    fn a_share_binds_only_above_the_number_that_nobody_minds() {
        let changed = |changed| Touched { changed, ..Touched::default() };
        assert_eq!(exceeded(changed(50), 60), []);
        assert_eq!(exceeded(changed(51), 60), [Touch::Changed]);
        assert_eq!(exceeded(changed(250), 1_000), []);
        assert_eq!(exceeded(changed(251), 1_000), [Touch::Changed]);
        let suspended = |suspended| Touched { suspended, ..Touched::default() };
        assert_eq!(exceeded(suspended(10), 11), []);
        assert_eq!(exceeded(suspended(11), 11), [Touch::Suspended]);
        assert_eq!(exceeded(suspended(50), 1_000), []);
        assert_eq!(exceeded(suspended(51), 1_000), [Touch::Suspended]);
        assert_eq!(exceeded(Touched { created: 1_000, ..Touched::default() }, 0), [], "an empty directory");
        let never = Budget { suspended: 100, ..Budget::STANDARD };
        assert_eq!(never.exceeded(&suspended(1_000), 1_000), []);
    }
}
