//! A value that was dragged down and counts up: HQ 1, HQ 2, HQ 3 … or one day after the other.
//!
//! Honest edits that resemble it: rooms or lockers numbered one after the other. Those fill empty cells or bring values
//! that the column knows; a drag goes over what stood there, and begins with a cell that stands as it was.

use crate::reviewed::Reviewed;
use crate::schema::Kind;
use crate::story::moves::{BLANK, Move, Moves, before};
use crate::values::series::Term;
use std::borrow::Cow;

/// The fewest changed cells that count up.
const FEWEST: usize = 4;
/// The rows by which two cells of a series may be apart: those between happen to be as they were.
const MOST_APART: u32 = 3;

/// One series.
pub(super) struct Run {
    pub(super) from: String,
    pub(super) to: String,
    pub(super) rows: Vec<usize>,
    /// Whether it may as well be meant.
    pub(super) mild: bool,
}

/// Every series of a column.
pub(super) fn find(reviewed: &Reviewed<'_>, moves: &Moves) -> Vec<Run> {
    let near = |one: &Move, next: &Move| next.row - one.row <= MOST_APART;
    let blocks = moves.all.chunk_by(near).filter(|block| block.len() >= FEWEST);
    blocks.flat_map(|block| in_block(reviewed, moves, block)).collect()
}

fn in_block(reviewed: &Reviewed<'_>, moves: &Moves, block: &[Move]) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut run: Vec<(Move, String)> = Vec::new();
    for entry in block {
        let value = new_value(reviewed, entry.row as usize, moves.column).unwrap_or_default();
        if !value.bytes().any(|byte| byte.is_ascii_digit()) {
            // Nothing that could count.
            runs.extend(close(reviewed, moves, &std::mem::take(&mut run)));
            continue;
        }
        let value = value.into_owned();
        if !continues(&run, entry, &value) {
            runs.extend(close(reviewed, moves, &run));
            // Two cells are in step with anything: the last may begin the next series.
            run = run.pop().filter(|last| continues(std::slice::from_ref(last), entry, &value)).into_iter().collect();
        }
        run.push((*entry, value));
    }
    runs.extend(close(reviewed, moves, &run));
    runs
}

/// A changed cell's new value.
fn new_value<'a>(reviewed: &Reviewed<'a>, row: usize, column: usize) -> Option<Cow<'a, str>> {
    let merged = reviewed.merge.rows.get(row)?;
    let cell = reviewed.merge.cells(merged).iter().find(|cell| cell.column() == column)?;
    Some(reviewed.new_value(&reviewed.rows.row(row)?, cell))
}

fn continues(run: &[(Move, String)], entry: &Move, value: &str) -> bool {
    let [.., (last, text)] = run else { return true };
    let step = |one: &Move, text: &str, next: &Move, value: &str| Term::of(text)?.step_to(value, next.row - one.row);
    let Some(now) = step(last, text, entry, value) else { return false };
    match run {
        [.., (before, earlier), _] => step(before, earlier, last, text) == Some(now),
        _ => true,
    }
}

fn close(reviewed: &Reviewed<'_>, moves: &Moves, run: &[(Move, String)]) -> Option<Run> {
    let ((first, from), (_, to)) = (run.first()?, run.last()?);
    let over_values = run.iter().filter(|(entry, _)| entry.old != BLANK).count();
    if run.len() < FEWEST || over_values * 5 < run.len() * 4 || written_anew(reviewed, moves, run) {
        return None;
    }
    let column = reviewed.schema.column(moves.column)?;
    let step = run.get(1).and_then(|(next, value)| Term::of(from)?.step_to(value, next.row - first.row));
    let above = first.row.checked_sub(1).map(|row| row as usize);
    let seed = above.and_then(|row| {
        let merged = reviewed.merge.rows.get(row)?;
        let stands = !reviewed.merge.cells(merged).iter().any(|cell| cell.column() == moves.column);
        let value = reviewed.value(&reviewed.rows.row(row)?, moves.column)?.into_owned();
        let term = Term::of(&value)?;
        (stands && step.is_some() && term.step_to(from, 1) == step).then_some((row, value))
    });
    let strange = match column.kind {
        // Nobody gives each person another Location, one after the other; so some of them may be known.
        Kind::List { known_values: true } => run.len() > FEWEST || unknown(reviewed, moves, run) + 1 >= run.len(),
        Kind::Date { .. } => true,
        _ => column.unique,
    };
    let from = seed.as_ref().map_or_else(|| from.clone(), |(_, value)| value.clone());
    Some(Run {
        from,
        to: to.clone(),
        rows: run.iter().map(|(entry, _)| entry.row as usize).collect(),
        mild: seed.is_none() && !strange,
    })
}

/// How many of a run's values nobody has.
fn unknown(reviewed: &Reviewed<'_>, moves: &Moves, run: &[(Move, String)]) -> usize {
    run.iter().filter(|(_, value)| !reviewed.directory.knows_value(moves.column, value)).count()
}

/// Whether most values are the cells' own with something put before or behind them, or taken off: those count up because
/// the old ones did.
fn written_anew(reviewed: &Reviewed<'_>, moves: &Moves, run: &[(Move, String)]) -> bool {
    let own = |(entry, value): &&(Move, String)| {
        let old = reviewed.merge.rows.get(entry.row as usize).and_then(|merged| before(reviewed, merged));
        let old = old.map(|person| person.value(moves.column)).unwrap_or_default();
        let within = |one: &str, other: &str| one.starts_with(other) || one.ends_with(other);
        let counts = |text: &str| text.len() > 1 && text.bytes().any(|byte| byte.is_ascii_digit());
        counts(&old) && counts(value) && (within(&old, value) || within(value, &old))
    };
    run.iter().filter(own).count() * 5 >= run.len() * 4
}
