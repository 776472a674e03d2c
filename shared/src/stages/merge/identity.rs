//! Whose Username a stranger's row most likely carried before somebody edited it.
//!
//! Looked at are only people whom no other row is about: in a file that holds everybody, exactly the vanished ones.

use super::claims::Claims;
use super::merged::RowState;
use super::outcome::{Candidate, Merge};
use super::sides::Sides;
use crate::limits::MOST_ALIKE;
use crate::options::Key;
use crate::signs::{ENOUGH, Sign, shown, shown_by, signs_in};
use crate::stages::rows::Rows;
use crate::values::words::Words;
use hashbrown::HashMap;

/// By a sign's form: the rows that have it, and how many people do.
type Index = HashMap<String, (Vec<usize>, usize), foldhash::fast::FixedState>;

/// What each sign says of somebody, in its form for comparing.
type Forms = Vec<Option<String>>;

/// How much speaks for a row and a person being one, and what does.
type Scores = HashMap<(usize, usize), (u32, Vec<Words>), foldhash::fast::FixedState>;

pub(super) fn find_candidates(rows: Rows<'_>, sides: Sides<'_>, claims: &Claims, merge: &mut Merge) {
    let stranger = |state: RowState| matches!(state, RowState::NotFound | RowState::Create);
    let strangers: Vec<usize> =
        merge.notable().filter(|(_, row)| stranger(row.state)).map(|(position, _)| position).collect();
    if strangers.is_empty() || sides.options.key != Key::Username {
        return;
    }
    let signs = signs_in(sides.schema);
    let mut wanted: Vec<Index> = signs.iter().map(|_| Index::default()).collect();
    let mut forms_of: HashMap<usize, Forms, foldhash::fast::FixedState> = HashMap::default();
    for position in strangers {
        let Some(row) = rows.row(position) else { continue };
        let username = sides.value(&row, sides.schema.username()).unwrap_or_default();
        if sides.options.new_people.contains(username.as_ref()) {
            continue;
        }
        let value = |column: usize| sides.value(&row, column).unwrap_or_default().into_owned();
        let forms: Forms = signs.iter().map(|(columns, _)| shown(columns, value)).collect();
        for (form, index) in forms.iter().zip(&mut wanted) {
            if let Some(form) = form {
                index.entry(form.clone()).or_default().0.push(position);
            }
        }
        forms_of.insert(position, forms);
    }
    let mut scores = Scores::default();
    for person in sides.directory.iter().filter(|person| !claims.holds(person.position)) {
        let forms: Forms = signs.iter().map(|(columns, _)| shown_by(&person, columns)).collect();
        for (form, index) in forms.iter().zip(&mut wanted) {
            let Some((rows, people)) = form.as_ref().and_then(|form| index.get_mut(form)) else { continue };
            *people += 1;
            // A mailbox that many share brings nobody together, or every pair of them would be looked at. Between two whom
            // something else brings together, it counts.
            if rows.len() > MOST_ALIKE || *people > MOST_ALIKE {
                continue;
            }
            for row in rows.iter() {
                let theirs = forms_of.get(row).map(Vec::as_slice).unwrap_or_default();
                scores.entry((*row, person.position)).or_insert_with(|| score(&signs, theirs, &forms));
            }
        }
    }
    merge.candidates = best(scores);
}

/// How much two people's signs speak for their being one, and which do.
fn score(signs: &[(Vec<usize>, &Sign)], one: &[Option<String>], other: &[Option<String>]) -> (u32, Vec<Words>) {
    let alike = signs.iter().zip(one.iter().zip(other)).filter(|(_, (one, other))| one.is_some() && one == other);
    alike.fold((0, Vec::new()), |(score, mut evidence), ((_, sign), _)| {
        evidence.push(sign.name.clone());
        (score + sign.weight, evidence)
    })
}

/// One candidate a row: the one with most evidence, if no other has as much.
fn best(scores: Scores) -> Vec<Candidate> {
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
