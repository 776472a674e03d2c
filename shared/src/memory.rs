//! Whom a Username means that nobody has any more: people are followed through a rename.
//!
//! What a keeper remembers answers first. Without it, or where it doesn't know, whoever is in the extract that the file was
//! made from and not in the directory of now is looked for among those who are there now and weren't then.

use crate::directory::Directory;
use crate::past::{FormerCell, Past, Remembered, Step};
use crate::signs::{ENOUGH, shown_by, signs_in};
use crate::values::key::comparison_form;
use hashbrown::HashMap;
use std::sync::OnceLock;

type Positions = HashMap<usize, usize, foldhash::fast::FixedState>;

/// Who had which Username, and what is remembered of cells.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    remembered: Option<Remembered>,
    /// By the position in the base of people whose Username nobody has now: where they stand in the directory.
    meanwhile: OnceLock<Positions>,
}

impl Memory {
    /// With what a keeper remembers.
    pub(crate) fn remembering(past: Past) -> Self {
        Self { remembered: Some(Remembered::of(past)), meanwhile: OnceLock::new() }
    }

    /// Whether a keeper said what it remembers.
    pub(crate) fn has_past(&self) -> bool {
        self.remembered.is_some()
    }

    /// The person who had a Username when the base was taken, if a keeper remembers that she has another one now. Somebody
    /// else may have hers.
    pub(crate) fn renamed_since(&self, username: &str, base: &Directory, now: &Directory) -> Option<usize> {
        let former = self.remembered.as_ref()?.who_had(username, Some(base.revision()))?;
        now.find_username(&former.now)
    }

    /// The person who had a Username that nobody has now.
    pub(crate) fn who_had(&self, username: &str, base: Option<&Directory>, now: &Directory) -> Option<usize> {
        let remembered = self.remembered.as_ref().and_then(|remembered| remembered.who_had(username, None));
        let by_keeper = remembered.and_then(|former| now.find_username(&former.now));
        by_keeper.or_else(|| {
            let base = base?;
            let then = base.find_username(username)?;
            self.meanwhile.get_or_init(|| renamed_between(base, now)).get(&then).copied()
        })
    }

    /// Whether two Usernames are one person's, because one of them was hers before.
    pub(crate) fn are_one(&self, former: &str, now: &str) -> bool {
        let remembered = self.remembered.as_ref().and_then(|remembered| remembered.who_had(former, None));
        remembered.is_some_and(|name| comparison_form(&name.now) == comparison_form(now))
    }

    /// Who gave the person another Username than this one, and when.
    pub(crate) fn renamed_by(&self, former: &str) -> Option<&Step> {
        let remembered = self.remembered.as_ref()?;
        remembered.step(remembered.who_had(former, None)?.until)
    }

    /// The newest of the values that a person's cell had before of which something is true, and who gave it another one.
    pub(crate) fn held(
        &self,
        username: &str,
        header: &str,
        is: impl Fn(&str) -> bool,
    ) -> Option<(&FormerCell, Option<&Step>)> {
        let remembered = self.remembered.as_ref()?;
        let cell = remembered.held(username, header, is)?;
        Some((cell, remembered.step(cell.until)))
    }

    /// The revision up to which nothing is known of what cells held: 0 if all is.
    pub(crate) fn cut_at(&self) -> u64 {
        self.remembered.as_ref().map_or(0, Remembered::cut_at)
    }
}

/// Who of the base is somebody of now under another Username: by enough signs, and nobody else by as many.
fn renamed_between(base: &Directory, now: &Directory) -> Positions {
    let signs = signs_in(base.schema());
    let gone: Vec<usize> =
        base.iter().filter(|then| now.find_username(&then.username()).is_none()).map(|then| then.position).collect();
    let mut by_sign: Vec<HashMap<String, Vec<usize>, foldhash::fast::FixedState>> =
        vec![HashMap::default(); signs.len()];
    for then in gone.into_iter().filter_map(|position| base.person(position)) {
        for ((columns, _), index) in signs.iter().zip(&mut by_sign) {
            if let Some(form) = shown_by(&then, columns) {
                index.entry(form).or_default().push(then.position);
            }
        }
    }
    // Of each who is gone: how much speaks for whom, and how often anything speaks as much.
    let mut best: HashMap<usize, (u32, usize, usize), foldhash::fast::FixedState> = HashMap::default();
    for person in now.iter().filter(|person| base.find_username(&person.username()).is_none()) {
        let mut scores: HashMap<usize, u32, foldhash::fast::FixedState> = HashMap::default();
        for ((columns, sign), index) in signs.iter().zip(&by_sign) {
            let Some(form) = shown_by(&person, columns) else { continue };
            for then in index.get(&form).into_iter().flatten() {
                *scores.entry(*then).or_default() += sign.weight;
            }
        }
        let mut scores: Vec<(usize, u32)> = scores.into_iter().filter(|(_, score)| *score >= ENOUGH).collect();
        scores.sort_unstable();
        for (then, score) in scores {
            let (most, whom, ties) = best.entry(then).or_insert((0, person.position, 0));
            match score.cmp(most) {
                std::cmp::Ordering::Greater => (*most, *whom, *ties) = (score, person.position, 1),
                std::cmp::Ordering::Equal => *ties += 1,
                std::cmp::Ordering::Less => {}
            }
        }
    }
    let mut taken: HashMap<usize, usize, foldhash::fast::FixedState> = HashMap::default();
    for (_, whom, ties) in best.values() {
        *taken.entry(*whom).or_default() += usize::from(*ties == 1);
    }
    let sure = |(_, whom, ties): &(u32, usize, usize)| *ties == 1 && taken.get(whom) == Some(&1);
    best.into_iter().filter(|(_, found)| sure(found)).map(|(then, (_, whom, _))| (then, whom)).collect()
}
