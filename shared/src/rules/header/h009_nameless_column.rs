//! H009: a column without a name.

use crate::check::rule;
use crate::finding::Place;
use crate::fix::{Action, Fix, Safety};
use crate::reviewed::Reviewed;
use crate::sink::{Detail, Sink};
use crate::stages::columns::Target;
use crate::stages::rows::value_from_cell;
use crate::values::text::shortened;
use crate::values::words::{Count, Words};
use crate::words;

rule! {
    /// ## What it finds
    /// A column without a heading that holds text below it. Data-frame libraries write such a column in front, with the
    /// numbers of the rows; or somebody deleted a heading.
    ///
    /// ## Why it matters
    /// Its values would go nowhere. Skipped in silence, edits below it look as if they had been imported.
    ///
    /// ## What to do
    /// Name the column, or leave it out. Where its values are those of a column that the file lacks, that one is offered.
    ///
    /// ## Flagged
    /// ```csv
    /// ,Username,FirstName
    /// 0,ann@example.com,Annie
    /// 1,ben@example.com,Ben
    /// ```
    ///
    /// ## Fixed
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,Annie
    /// ben@example.com,Ben
    /// ```
    ///
    /// ## Flagged
    /// ```csv
    /// Username,,LastName
    /// ann@example.com,Ann,Lee
    /// ben@example.com,Ben,Ode
    /// ```
    ///
    /// ## Fixed
    /// ```csv
    /// Username,FirstName,LastName
    /// ann@example.com,Ann,Lee
    /// ben@example.com,Ben,Ode
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,,FirstName,
    /// ann@example.com,,Annie,
    /// ben@example.com, ,Ben,
    /// ```
    pub(crate) static RULE = { code: "H009", name: "nameless-column", severity: Error, fixes: Always, check: Merge(check) };
}

/// How many people are asked which column it may be.
const MOST_ASKED: usize = 300;

/// What stands below an empty heading.
struct Below {
    /// How many cells hold text.
    count: usize,
    first: String,
    /// Whether they count up by one, row by row.
    counts_up: bool,
}

fn check(reviewed: &Reviewed<'_>, sink: &mut Sink) {
    let columns = &reviewed.table.columns;
    if columns.recognised() == 0 {
        return;
    }
    let nameless: Vec<(usize, Below)> = (0..)
        .zip(&columns.cells)
        .filter(|(_, cell)| cell.target == Target::Empty)
        .filter_map(|(position, _)| Some((position, below(reviewed, position)?)))
        .collect();
    for (position, below) in &nameless {
        let text = columns.cells.get(*position).map(|cell| cell.text.clone()).unwrap_or_default();
        let place = Place { column: Some(*position), ..Place::at_line(columns.line) };
        let leave_out = Action::IgnoreColumn { column: *position };
        // A choice names a column by its heading, which several without one share.
        let likely = (nameless.len() == 1 && !below.counts_up).then(|| likely(reviewed, *position)).flatten();
        let read_as = likely.map(|header| {
            let title = words!("Read it as {nearest}", nearest = header);
            Fix::needs_a_look(title, Action::ReadColumnAs { header: text, column: header.to_owned() })
        });
        let safety = if below.counts_up { Safety::Safe } else { Safety::NeedsALook };
        let leave_out = Fix { title: words!("Leave the column out"), safety, actions: vec![leave_out] };
        sink.report(
            &RULE,
            None,
            &position.to_string(),
            || place,
            || Detail {
                message: said(*position, below),
                many: Words::default(),
                help: if below.counts_up {
                    words!(
                        "It looks like row numbers that a program wrote. They would go nowhere: leave the column out."
                    )
                } else {
                    words!("Its values would go nowhere. Give it the name of its column, or leave it out.")
                },
                fixes: read_as.into_iter().chain([leave_out]).collect(),
            },
        );
    }
}

fn said(position: usize, below: &Below) -> Words {
    let (number, first) = (position + 1, shortened(&below.first));
    match below.count {
        1 => words!("Column {number} has no name, and text below: “{first}”.", number, first),
        count => words!(
            "Column {number} has no name, and {count} cells with text below, the first is “{first}”.",
            number,
            count = Count(count),
            first
        ),
    }
}

fn below(reviewed: &Reviewed<'_>, position: usize) -> Option<Below> {
    let mut below: Option<Below> = None;
    let mut next = None;
    for row in reviewed.rows.iter() {
        let Some(cell) = row.cell(position).filter(|cell| !cell.trim().is_empty()) else { continue };
        let number = cell.trim().parse::<u64>().ok();
        let below = below.get_or_insert_with(|| Below {
            count: 0,
            first: cell.trim().to_owned(),
            counts_up: number.is_some_and(|number| number <= 2),
        });
        below.count += 1;
        below.counts_up &= number.is_some() && (next.is_none() || next == number);
        next = number.and_then(|number| number.checked_add(1));
    }
    below.filter(|below| below.count > 0)
}

/// The column that the file lacks and that most of the values are stored in.
fn likely<'a>(reviewed: &Reviewed<'a>, position: usize) -> Option<&'a str> {
    let lacking: Vec<usize> = (0..)
        .zip(&reviewed.schema.columns)
        .filter(|(index, column)| !column.system && reviewed.table.columns.file_column_of(*index).is_none())
        .map(|(index, _)| index)
        .collect();
    let mut hits = vec![0_usize; lacking.len()];
    let mut asked = 0;
    for (row, merged) in reviewed.merge.rows.iter().enumerate() {
        let Some(person) = reviewed.person(merged) else { continue };
        let Some(row) = reviewed.rows.row(row) else { continue };
        let Some(cell) = row.cell(position).filter(|cell| !cell.trim().is_empty()) else { continue };
        for (index, hits) in lacking.iter().zip(&mut hits) {
            let Some(column) = reviewed.schema.column(*index) else { continue };
            *hits += usize::from(value_from_cell(column, &cell, reviewed.options) == person.value(*index));
        }
        asked += 1;
        if asked >= MOST_ASKED {
            break;
        }
    }
    let most = *hits.iter().max()?;
    let mut best = lacking.iter().zip(&hits).filter(|(_, hits)| **hits == most);
    match (best.next(), best.next()) {
        (Some((index, _)), None) if most > 0 && most * 2 > asked => Some(reviewed.schema.header_of(*index)),
        _ => None,
    }
}
