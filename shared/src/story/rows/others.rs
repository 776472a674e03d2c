//! Rows that hold each other's values, as keys were exchanged, and rows that hold the values of somebody whose own row
//! still has them, too.

use super::holdings::{self, Holding};
use crate::reviewed::Reviewed;
use crate::stages::merge::{Accident, AccidentKind};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn find(reviewed: &Reviewed<'_>) -> Vec<Accident> {
    let holdings = holdings::find(reviewed);
    let Some(key) = reviewed.schema.key(reviewed.options.key).filter(|_| !holdings.is_empty()) else {
        return Vec::new();
    };
    let of = reviewed.rows.len();
    let accident = |rows: &[&Holding], kind: fn(Vec<usize>) -> AccidentKind| Accident {
        kind: kind(rows.iter().map(|holding| holding.owner).collect()),
        column: key,
        rows: rows.iter().map(|holding| holding.row).collect(),
        of,
        stretches: Vec::new(),
        mild: false,
    };
    let circles = circles(&holdings);
    if circles.iter().any(|circle| circle.len() > 2) {
        let mut all: Vec<&Holding> = circles.into_iter().flatten().collect();
        all.sort_by_key(|holding| holding.row);
        return vec![accident(&all, |people| AccidentKind::KeyMoved { people })];
    }
    let mut accidents: Vec<Accident> =
        circles.iter().map(|pair| accident(pair, |people| AccidentKind::KeysExchanged { people })).collect();
    // Whoever stands in a chain of such rows lost her values, too: there a column or a block moved, which is told there.
    let lost: BTreeSet<usize> = holdings.iter().map(|holding| holding.person).collect();
    let alone = holdings.iter().filter(|holding| holding.surely && !lost.contains(&holding.owner));
    let heads: BTreeSet<usize> = holdings.iter().map(|holding| holding.owner).collect();
    let alone: Vec<&Holding> = alone.filter(|holding| !heads.contains(&holding.person)).collect();
    if !alone.is_empty() {
        accidents.push(accident(&alone, |people| AccidentKind::OfAnother { people }));
    }
    accidents
}

/// The rows that hold each other's values in a circle: two whose keys were exchanged, or more.
fn circles(holdings: &[Holding]) -> Vec<Vec<&Holding>> {
    let by_person: BTreeMap<usize, &Holding> = holdings.iter().map(|holding| (holding.person, holding)).collect();
    let mut told = BTreeSet::new();
    let mut circles = Vec::new();
    for start in holdings {
        let mut circle = vec![start];
        let mut next = start.owner;
        while next != start.person && !told.contains(&next) && circle.len() <= holdings.len() {
            let Some(holding) = by_person.get(&next) else { break };
            circle.push(holding);
            next = holding.owner;
        }
        if next == start.person && !told.contains(&start.person) {
            told.extend(circle.iter().map(|holding| holding.person));
            circle.sort_by_key(|holding| holding.row);
            circles.push(circle);
        }
    }
    circles
}

#[cfg(test)]
mod tests {
    use super::{Holding, circles};

    #[test]
    fn circles_are_closed() {
        let of = |pairs: &[(usize, usize)]| -> Vec<Holding> {
            let holding = |(row, (person, owner)): (usize, &(usize, usize))| Holding {
                row,
                person: *person,
                owner: *owner,
                surely: true,
            };
            pairs.iter().enumerate().map(holding).collect()
        };
        let lengths = |pairs: &[(usize, usize)]| -> Vec<usize> { circles(&of(pairs)).iter().map(Vec::len).collect() };
        assert_eq!(lengths(&[(1, 2), (2, 1)]), [2]);
        assert_eq!(lengths(&[(1, 2), (2, 3), (3, 1), (7, 8), (8, 7)]), [3, 2]);
        assert_eq!(lengths(&[(1, 2), (2, 3), (3, 4)]), [0_usize; 0]);
        assert_eq!(lengths(&[(1, 2), (2, 3), (3, 2)]), [2]);
    }
}
