//! Of each column the simplest explanation of its changed cells: by their values alone, or else by their texts.

use super::explanations::Explanation;
use super::moves::{BLANK, before};
use super::profile::{FEWEST, Profile, told_cells};
use super::seen::{Seen, mostly, people, short};
use crate::reviewed::Reviewed;
use crate::values::words::{Count, Words};
use crate::words;

/// How many changes of one value into another a sentence names.
const MOST_NAMED: usize = 3;
/// Into how many others the values of a column can become and still be a renaming.
const MOST_RENAMED: usize = 12;

/// What a column's changed cells have in common.
pub(super) struct Told {
    /// How it is said.
    pub(super) sentence: Words,
    /// What kind of thing it is.
    pub(super) kind: &'static str,
    /// How many cells it explains.
    pub(super) count: usize,
}

/// By column, what explains nearly all of its changed cells, if anything does.
pub(super) fn explained(reviewed: &Reviewed<'_>, profiles: &[Profile]) -> Vec<Option<Told>> {
    let mut told: Vec<Option<Told>> = Vec::new();
    let mut open: Vec<Vec<Explanation>> = Vec::new();
    for (column, profile) in profiles.iter().enumerate() {
        let by_values = (profile.cells >= FEWEST).then(|| by_values(reviewed, column, profile)).flatten();
        let guess = profile.cells >= FEWEST && by_values.is_none();
        open.push(if guess { guesses(reviewed, column, profile) } else { Vec::new() });
        told.push(by_values);
    }
    let counts = counts(reviewed, &open);
    for (column, (explanations, counts)) in open.iter().zip(counts).enumerate() {
        let Some(profile) = profiles.get(column) else { continue };
        let header = reviewed.schema.header_of(column);
        let best = explanations.iter().zip(counts).find(|(_, count)| mostly(*count, profile.cells));
        if let (Some((explanation, count)), Some(slot)) = (best, told.get_mut(column)) {
            let sentence = explanation.sentence(reviewed, header, count);
            *slot = Some(Told { sentence, kind: explanation.kind(), count });
        } else if let Some(slot) = told.get_mut(column).filter(|slot| slot.is_none() && profile.cells >= FEWEST) {
            let few = renamed(reviewed, column, profile).or_else(|| filled(reviewed, column, profile));
            *slot = few.or_else(|| few_values(reviewed, column, profile));
        }
    }
    told
}

/// One value for all, one value for another, or nothing any more.
fn by_values(reviewed: &Reviewed<'_>, column: usize, profile: &Profile) -> Option<Told> {
    let header = reviewed.schema.header_of(column);
    if mostly(profile.cleared, profile.cells) {
        let sentence = words!("{header}: cleared for {people}.", header, people = people(profile.cleared));
        return Some(Told { sentence, kind: "cleared", count: profile.cleared });
    }
    if let Some(((old, new), count, row)) = profile.pairs.first().filter(|(_, count, _)| mostly(*count, profile.cells))
    {
        let (was, is) = texts(reviewed, column, row)?;
        let sentence = if old == BLANK {
            words!(
                "{header}: “{value}” for {people} who had nothing.",
                header,
                value = short(&is),
                people = people(count)
            )
        } else {
            words!(
                "{header}: “{old}” became “{new}” for {people}.",
                header,
                old = short(&was),
                new = short(&is),
                people = people(count)
            )
        };
        return (new != BLANK).then_some(Told {
            sentence,
            kind: if old == BLANK { "filled" } else { "renamed" },
            count,
        });
    }
    let (_, count, row) = profile.new.first().filter(|(_, count, _)| mostly(*count, profile.cells))?;
    let (_, value) = texts(reviewed, column, row)?;
    let sentence = words!(
        "{header}: “{value}” for {people} in place of different values.",
        header,
        value = short(&value),
        people = people(count)
    );
    Some(Told { sentence, kind: "one-value", count })
}

/// A few values that each became one other.
fn renamed(reviewed: &Reviewed<'_>, column: usize, profile: &Profile) -> Option<Told> {
    let mut pairs = profile.pairs.all()?;
    pairs.retain(|((old, new), count, _)| *old != BLANK && *new != BLANK && *count > 1);
    let count = pairs.iter().map(|(_, count, _)| count).sum();
    if !mostly(count, profile.cells) || pairs.len() > MOST_RENAMED {
        return None;
    }
    let header = reviewed.schema.header_of(column);
    let named = pairs.iter().take(MOST_NAMED).filter_map(|(_, count, row)| {
        let (was, is) = texts(reviewed, column, *row)?;
        Some(words!(
            "“{old}” became “{new}” for {people}",
            old = short(&was),
            new = short(&is),
            people = people(*count)
        ))
    });
    let sentence = listed(header, named, pairs.len());
    Some(Told { sentence, kind: "renamed", count })
}

/// A few values that many got, whatever they had.
fn few_values(reviewed: &Reviewed<'_>, column: usize, profile: &Profile) -> Option<Told> {
    let mut values = profile.new.all()?;
    values.retain(|(value, count, _)| *value != BLANK && *count > 1);
    let count = values.iter().map(|(_, count, _)| count).sum();
    if !mostly(count, profile.cells) || values.len() > MOST_RENAMED {
        return None;
    }
    let named = values.iter().take(MOST_NAMED).filter_map(|(_, count, row)| {
        let (_, value) = texts(reviewed, column, *row)?;
        Some(words!("“{value}” for {people}", value = short(&value), people = people(*count)))
    });
    let sentence = listed(reviewed.schema.header_of(column), named, values.len());
    Some(Told { sentence, kind: "few-values", count })
}

/// The first of several things that happened to a column.
fn listed(header: &str, named: impl Iterator<Item = Words>, all: usize) -> Words {
    let named = Words::listed(named);
    match all.saturating_sub(MOST_NAMED) {
        0 => words!("{header}: {named}.", header, named),
        more => words!("{header}: {named}, and {more} more.", header, named, more = Count(more)),
    }
}

/// Values where nothing stood.
fn filled(reviewed: &Reviewed<'_>, column: usize, profile: &Profile) -> Option<Told> {
    let header = reviewed.schema.header_of(column);
    mostly(profile.filled, profile.cells).then(|| Told {
        sentence: words!("{header}: filled in for {people} who had nothing.", header, people = people(profile.filled)),
        kind: "filled",
        count: profile.filled,
    })
}

/// What stood in a cell, and what stands there now.
fn texts(reviewed: &Reviewed<'_>, column: usize, row: u32) -> Option<(String, String)> {
    let (row, merged) = (reviewed.rows.row(row as usize)?, reviewed.merge.rows.get(row as usize)?);
    let old = before(reviewed, merged)?.value(column).into_owned();
    Some((old, reviewed.value(&row, column).unwrap_or_default().into_owned()))
}

fn guesses(reviewed: &Reviewed<'_>, column: usize, profile: &Profile) -> Vec<Explanation> {
    let pieces: Vec<_> = profile
        .sample()
        .iter()
        .filter_map(|row| {
            let (row, merged) = (reviewed.rows.row(*row as usize)?, reviewed.merge.rows.get(*row as usize)?);
            Some((before(reviewed, merged)?, row))
        })
        .collect();
    let sample: Vec<Seen<'_>> = pieces
        .iter()
        .map(|(before, row)| Seen {
            old: before.value(column),
            new: reviewed.value(row, column).unwrap_or_default(),
            before,
            row,
            column,
        })
        .collect();
    Explanation::guesses(&sample, reviewed.schema.columns.len())
}

/// How many cells each explanation of each column covers.
fn counts(reviewed: &Reviewed<'_>, open: &[Vec<Explanation>]) -> Vec<Vec<usize>> {
    let mut counts: Vec<Vec<usize>> = open.iter().map(|explanations| vec![0; explanations.len()]).collect();
    if open.iter().all(Vec::is_empty) {
        return counts;
    }
    for (row, merged) in reviewed.changing_rows() {
        let mut cells = told_cells(reviewed, merged).peekable();
        let Some(person) = cells.peek().and_then(|_| before(reviewed, merged)) else { continue };
        for cell in cells {
            let column = cell.column();
            let Some((explanations, counts)) = open.get(column).zip(counts.get_mut(column)) else { continue };
            if explanations.is_empty() {
                continue;
            }
            let seen = Seen {
                old: person.value(column),
                new: reviewed.new_value(&row, cell),
                before: &person,
                row: &row,
                column,
            };
            for (explanation, count) in explanations.iter().zip(counts) {
                *count += usize::from(explanation.explains(&seen));
            }
        }
    }
    counts
}
