//! Whose Username a stranger's row most likely carried before somebody edited it.
//!
//! Looked at are only people whom no other row is about: in a file that holds everybody, exactly the vanished ones.

use super::claims::Claims;
use super::merged::RowState;
use super::outcome::{Candidate, Merge};
use super::sides::Sides;
use crate::options::Key;
use crate::signs::{ENOUGH, shown, shown_by, signs_in};
use crate::stages::rows::Rows;
use crate::values::words::Words;
use hashbrown::HashMap;

type Index = HashMap<String, Vec<usize>, foldhash::fast::FixedState>;

pub(super) fn find_candidates(rows: Rows<'_>, sides: Sides<'_>, claims: &Claims, merge: &mut Merge) {
    let stranger = |state: RowState| matches!(state, RowState::NotFound | RowState::Create);
    let strangers: Vec<usize> =
        merge.notable().filter(|(_, row)| stranger(row.state)).map(|(position, _)| position).collect();
    if strangers.is_empty() || sides.options.key != Key::Username {
        return;
    }
    let signs = signs_in(sides.schema);
    let mut wanted: Vec<Index> = signs.iter().map(|_| Index::default()).collect();
    for position in strangers {
        let Some(row) = rows.row(position) else { continue };
        let username = sides.value(&row, sides.schema.username()).unwrap_or_default();
        if sides.options.new_people.contains(username.as_ref()) {
            continue;
        }
        for ((columns, _), index) in signs.iter().zip(&mut wanted) {
            if let Some(form) = shown(columns, |column| sides.value(&row, column).unwrap_or_default().into_owned()) {
                index.entry(form).or_default().push(position);
            }
        }
    }
    let mut scores: HashMap<(usize, usize), (u32, Vec<Words>), foldhash::fast::FixedState> = HashMap::default();
    for person in sides.directory.iter().filter(|person| !claims.holds(person.position)) {
        for ((columns, sign), index) in signs.iter().zip(&wanted) {
            let Some(form) = shown_by(&person, columns) else { continue };
            for row in index.get(&form).into_iter().flatten() {
                let (score, evidence) = scores.entry((*row, person.position)).or_default();
                *score += sign.weight;
                evidence.push(sign.name.clone());
            }
        }
    }
    merge.candidates = best(scores);
}

/// One candidate a row: the one with most evidence, if no other has as much.
fn best(scores: HashMap<(usize, usize), (u32, Vec<Words>), foldhash::fast::FixedState>) -> Vec<Candidate> {
    let mut ranked: Vec<_> = scores.into_iter().filter(|(_, (score, _))| *score >= ENOUGH).collect();
    ranked.sort_by(|((row_a, person_a), (score_a, _)), ((row_b, person_b), (score_b, _))| {
        (row_a, score_b, person_a).cmp(&(row_b, score_a, person_b))
    });
    let mut candidates: Vec<(u32, Candidate)> = Vec::new();
    for ((row, person), (score, evidence)) in ranked {
        match candidates.last() {
            Some((_, last)) if last.row == row => {}
            _ => candidates.push((score, Candidate { row, person, evidence })),
        }
    }
    candidates.into_iter().map(|(_, candidate)| candidate).collect()
}
