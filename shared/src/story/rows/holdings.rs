//! Whose values a row holds, where they aren't those of the person that its key names.
//!
//! Suspected are rows of which most cells changed. Whoever held such a cell's value before is a candidate; she is the one
//! if the row agrees with her wherever the two people differ. Values that many share, as teams and roles, prove nothing:
//! names, addresses, phones and ids do.

use crate::directory::Person;
use crate::reviewed::Reviewed;
use crate::schema::{Column, Kind};
use crate::stages::merge::{CellState, MergedCell, RowState};
use crate::stages::rows::{Row, same_value};
use crate::story::moves::{BLANK, before, hash};
use hashbrown::HashMap;
use std::collections::BTreeSet;

/// The fewest changed cells of a row that can be another person's: both of her names.
const FEWEST: usize = 2;
/// The fewest of which one row alone says so.
const FEWEST_ALONE: usize = 3;
/// So many rows with several edits are no slip of a hand.
const MOST_LOOKED_AT: usize = 5_000;
/// How many people with one value are looked at.
const MOST_HOLDERS: usize = 8;
/// How many columns are looked up in the whole directory.
const MOST_COLUMNS: usize = 4;
/// What a person is called.
const NAMES: [&str; 2] = ["FirstName", "LastName"];
/// What agreeing columns must prove together.
const PROOF: usize = 4;

/// A row that holds another person's values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Holding {
    /// The row.
    pub(super) row: usize,
    /// Whom its key names, by her position in the directory.
    pub(super) person: usize,
    /// Whose values it holds.
    pub(super) owner: usize,
    /// Whether this row alone is enough to say so.
    pub(super) surely: bool,
}

/// A row of which most cells changed.
struct Suspect {
    row: usize,
    person: usize,
    /// Whether so many changed that everybody is a candidate.
    strongly: bool,
    cells: Vec<(usize, u32)>,
}

type Holders = HashMap<(usize, u32), Vec<usize>, foldhash::fast::FixedState>;

/// The rows that hold another person's values, in the order of the file.
pub(super) fn find(reviewed: &Reviewed<'_>) -> Vec<Holding> {
    let Some(key) = reviewed.schema.key(reviewed.options.key) else { return Vec::new() };
    if reviewed.options.meant.contains(reviewed.schema.header_of(key)) {
        return Vec::new();
    }
    let compared: Vec<usize> = (0..reviewed.schema.columns.len())
        .filter(|column| *column != key && reviewed.table.columns.file_column_of(*column).is_some())
        .filter(|column| reviewed.schema.column(*column).is_some_and(|column| !column.system))
        .collect();
    let suspects = suspects(reviewed, key, &compared);
    if suspects.is_empty() {
        return Vec::new();
    }
    let holders = holders(reviewed, &suspects);
    let suspected: BTreeSet<usize> = suspects.iter().map(|suspect| suspect.person).collect();
    let owner = |suspect: &Suspect| {
        let (row, merged) = (reviewed.rows.row(suspect.row)?, reviewed.merge.rows.get(suspect.row)?);
        let named = before(reviewed, merged)?;
        candidates(suspect, &holders, &suspected).into_iter().find_map(|owner| {
            let (agree, differ) = agreement(reviewed, &row, &named, owner, &compared)?;
            let surely = agree >= FEWEST_ALONE && agree * 10 >= differ * 8;
            let likely = agree * 10 >= differ * 7;
            likely.then_some(Holding { row: suspect.row, person: suspect.person, owner, surely })
        })
    };
    suspects.iter().filter_map(owner).collect()
}

fn suspects(reviewed: &Reviewed<'_>, key: usize, compared: &[usize]) -> Vec<Suspect> {
    let (mut suspects, mut looked_at) = (Vec::new(), 0);
    for (position, merged) in reviewed.merge.notable() {
        let cells = reviewed.merge.cells(merged);
        let counts = matches!(merged.state, RowState::Update | RowState::Rename | RowState::Conflict);
        let weight_of = |cell: &MergedCell| reviewed.schema.column(cell.column()).map_or(0, weight);
        if cells.len() < FEWEST || !counts || cells.iter().map(weight_of).sum::<usize>() < PROOF {
            continue;
        }
        let Some((person, row)) = merged.person().zip(reviewed.rows.row(position)) else { continue };
        looked_at += 1;
        if looked_at > MOST_LOOKED_AT {
            return Vec::new();
        }
        // An empty cell mostly keeps what is stored.
        let has = |column: &&usize| row.cell_of(**column).is_some_and(|cell| !cell.trim().is_empty());
        let filled = compared.iter().filter(has).count();
        let changed = cells.iter().filter(|cell| cell.state != CellState::Theirs && cell.column() != key);
        let values: Vec<(usize, u32)> =
            changed.map(|cell| (cell.column(), hash(&reviewed.new_value(&row, cell)))).collect();
        if values.len() < FEWEST || values.len() * 10 < filled * 4 {
            continue;
        }
        suspects.push(Suspect { row: position, person, strongly: values.len() * 10 >= filled * 6, cells: values });
    }
    suspects
}

/// Who held the values that suspected rows have now: the people whom those rows name, and, for rows that are strongly
/// suspected, everybody.
fn holders(reviewed: &Reviewed<'_>, suspects: &[Suspect]) -> Holders {
    let mut holders = Holders::default();
    let proves = |column: &usize| reviewed.schema.column(*column).is_some_and(|column| weight(column) > 1);
    for (column, value) in suspects.iter().flat_map(|suspect| &suspect.cells) {
        if *value != BLANK && proves(column) {
            holders.entry((*column, *value)).or_default();
        }
    }
    let columns: BTreeSet<usize> = holders.keys().map(|(column, _)| *column).collect();
    let mut take = |person: &Person<'_>, position: usize, columns: &mut dyn Iterator<Item = usize>| {
        for column in columns {
            let Some(people) = holders.get_mut(&(column, hash(&person.value(column)))) else { continue };
            if people.len() < MOST_HOLDERS && !people.contains(&position) {
                people.push(position);
            }
        }
    };
    for suspect in suspects {
        let Some(merged) = reviewed.merge.rows.get(suspect.row) else { continue };
        if let Some(person) = before(reviewed, merged) {
            take(&person, suspect.person, &mut columns.iter().copied());
        }
    }
    if suspects.iter().any(|suspect| suspect.strongly) {
        let mut best: Vec<usize> = columns.iter().copied().collect();
        let weight_of = |column: &usize| reviewed.schema.column(*column).map_or(0, weight);
        best.sort_by_key(|column| std::cmp::Reverse(weight_of(column)));
        best.truncate(MOST_COLUMNS);
        for person in reviewed.directory.iter() {
            take(&person, person.position, &mut best.iter().copied());
        }
    }
    holders
}

/// Whoever held most of a row's values, the likeliest first: of namesakes those whose own rows are suspected, too.
fn candidates(suspect: &Suspect, holders: &Holders, suspected: &BTreeSet<usize>) -> Vec<usize> {
    const MOST: usize = MOST_HOLDERS;
    let mut votes: HashMap<usize, usize, foldhash::fast::FixedState> = HashMap::default();
    for holder in suspect.cells.iter().filter_map(|cell| holders.get(cell)).flatten() {
        if *holder != suspect.person {
            *votes.entry(*holder).or_insert(0) += 1;
        }
    }
    let mut ranked: Vec<(usize, usize)> = votes.into_iter().map(|(person, count)| (count, person)).collect();
    ranked.sort_by_key(|(count, person)| (std::cmp::Reverse(*count), !suspected.contains(person), *person));
    ranked.into_iter().take(MOST).map(|(_, person)| person).collect()
}

/// In how many columns the row has the other one's value, of how many in which the two people differ; `None` where that
/// proves nothing.
fn agreement(
    reviewed: &Reviewed<'_>,
    row: &Row<'_>,
    named: &Person<'_>,
    owner: usize,
    compared: &[usize],
) -> Option<(usize, usize)> {
    let owner = reviewed.directory.person(owner)?;
    let (mut differ, mut agree, mut proof, mut names) = (0, 0, 0, 0);
    for column in compared {
        let Some(kind) = reviewed.schema.column(*column) else { continue };
        let (own, others) = (named.value(*column), owner.value(*column));
        let value = reviewed.value(row, *column).unwrap_or_default();
        // An empty cell mostly keeps what is stored: it tells nothing.
        if value.is_empty() || same_value(kind, &own, &others) {
            continue;
        }
        differ += 1;
        if same_value(kind, &value, &others) {
            agree += 1;
            proof += weight(kind);
            names += usize::from(NAMES.contains(&kind.header.as_str()));
        }
    }
    let enough = agree >= FEWEST_ALONE || names == NAMES.len();
    (enough && proof >= PROOF).then_some((agree, differ))
}

/// How much it proves that a row has another person's value in a column.
fn weight(column: &Column) -> usize {
    match column.kind {
        Kind::Choice { .. } | Kind::Boolean | Kind::Reference | Kind::List { .. } | Kind::Revision => 0,
        _ if column.unique || NAMES.contains(&column.header.as_str()) => 2,
        Kind::Username | Kind::Email | Kind::Phone => 2,
        _ => 1,
    }
}
