//! Accidents to whole rows, and values of other people.

use crate::honest::Touched;
use crate::planted::{Field, Planted};
use crate::sheet::{Dice, Sheet};
use crate::tables::Kind;
use crate::{mend, of_planted, review};
use shared::Severity;
use shared::options::Options;

pub(crate) const KINDS: [Kind; 9] = [
    ("cell deleted from a row", |field| sideways(field, 1, false)),
    ("two cells deleted from a row", |field| sideways(field, 2, false)),
    ("cell inserted into a row", |field| sideways(field, 1, true)),
    ("two usernames exchanged", exchanged),
    ("row pasted over another", |field| {
        let (one, other) = two_rows(field)?;
        let values = field.sheet.rows[one][1..].to_vec();
        field.sheet.rows[other].splice(1.., values);
        Some(planted("T011", vec![], vec![other]))
    }),
    ("list pasted into filtered rows", |field| pasted(field, true)),
    ("one number pasted into filtered rows", |field| pasted(field, false)),
    ("column copied over another", |field| {
        let (from, to) = (free(field, "WorkOfficePhone")?, free(field, "WorkMobilePhone")?);
        let mut rows = Vec::new();
        for (position, row) in field.sheet.rows.iter_mut().enumerate() {
            if row[from] != row[to] && !row[from].is_empty() {
                rows.push(position);
            }
            let value = row[from].clone();
            row[to] = value;
        }
        Some(planted("T012", vec![to], rows))
    }),
    ("location dragged over known ones", |field| {
        let column = free(field, "OfficialLocation")?;
        let count = 8 + field.dice.roll(16);
        let first = field.dice.roll(field.sheet.rows.len() - count);
        field.replace("X009", column, first, (0..count).map(|number| format!("Warehouse {}", 1 + number)).collect())
    }),
];

fn planted(code: &'static str, columns: Vec<usize>, rows: Vec<usize>) -> Planted {
    Planted { code, columns, rows, mends: true, options: Options::default() }
}

/// A column without honest edits.
fn free(field: &Field<'_>, header: &str) -> Option<usize> {
    let column = field.sheet.column(header);
    (!field.touched.iter().any(|(_, touched)| *touched == column)).then_some(column)
}

fn sideways(field: &mut Field<'_>, by: usize, right: bool) -> Option<Planted> {
    let from = 1 + field.dice.roll(field.sheet.header.len() - 1);
    sideways_from(field, from, by, right)
}

fn sideways_from(field: &mut Field<'_>, from: usize, by: usize, right: bool) -> Option<Planted> {
    let row = field.row("Username", |_| true)?;
    let cells = &mut field.sheet.rows[row];
    let filled = |cells: &[String]| cells.iter().filter(|cell| !cell.is_empty()).count();
    if filled(&cells[from..]) < 2 + by {
        return None;
    }
    let width = cells.len();
    for _ in 0..by {
        if right {
            cells.insert(from, String::new());
        } else {
            cells.remove(from);
        }
    }
    cells.resize(width, String::new());
    Some(planted("R014", vec![], vec![row]))
}

fn two_rows(field: &mut Field<'_>) -> Option<(usize, usize)> {
    let (one, other) = (field.row("Username", |_| true)?, field.row("Username", |_| true)?);
    let (given, family) = (field.sheet.column("FirstName"), field.sheet.column("LastName"));
    let differ = |column: usize| field.sheet.rows[one][column] != field.sheet.rows[other][column];
    (differ(given) && differ(family)).then_some((one, other))
}

fn exchanged(field: &mut Field<'_>) -> Option<Planted> {
    let (one, other) = two_rows(field)?;
    let key = field.sheet.rows[one][0].clone();
    field.sheet.rows[one][0] = std::mem::replace(&mut field.sheet.rows[other][0], key);
    Some(planted("T009", vec![0], vec![one.min(other), one.max(other)]))
}

fn pasted(field: &mut Field<'_>, list: bool) -> Option<Planted> {
    let column = free(field, "WorkMobilePhone")?;
    let filled: Vec<usize> =
        (0..field.sheet.rows.len()).filter(|row| !field.sheet.rows[*row][column].is_empty()).collect();
    let count = 5 + field.dice.roll(8);
    let sources: Vec<String> = filled.iter().take(count).map(|row| field.sheet.rows[*row][column].clone()).collect();
    let targets: Vec<usize> = filled.iter().skip(count + 3).step_by(3).take(count).copied().collect();
    for (row, source) in targets.iter().zip(&sources) {
        field.sheet.rows[*row][column].clone_from(if list { source } else { &sources[0] });
    }
    (targets.len() == count).then(|| planted("T010", vec![column], targets))
}

#[test]
fn rows_of_narrow_files_are_found_and_put_back() {
    let narrow =
        ["Username", "FirstName", "LastName", "PrimaryRoleName", "JobCategory", "WorkMobilePhone", "HomePhone"];
    let kinds: [Kind; 5] = [
        ("lost", |field| sideways_from(field, 3, 1, false)),
        ("lost early", |field| sideways_from(field, 1, 1, false)),
        ("added", |field| sideways_from(field, 2, 1, true)),
        ("exchanged", exchanged),
        ("pasted", |field| pasted(field, true)),
    ];
    for (name, kind) in kinds {
        let mut planted_ones = 0;
        for seed in 0..40 {
            let (mut sheet, mut dice, touched) = (Sheet::company().clone(), Dice(seed), Touched::new());
            sheet.keep(&narrow);
            let Some(planted) = kind(&mut Field { sheet: &mut sheet, dice: &mut dice, touched: &touched }) else {
                continue;
            };
            planted_ones += 1;
            let mut reviewed = review(&sheet, Options::default());
            let loud = reviewed.plan().findings.iter().filter(|finding| finding.severity > Severity::Note).count();
            assert_eq!(
                of_planted(&reviewed, &planted, &sheet).len(),
                1,
                "{name} {seed}: {:#?}",
                reviewed.plan().findings
            );
            assert_eq!(loud, 1, "{name} {seed}: {:#?}", reviewed.plan().findings);
            mend(&mut reviewed, &planted, &sheet);
            assert_eq!(reviewed.plan().change_set.operations, [], "{name} {seed}");
        }
        assert!(planted_ones > 10, "{name}");
    }
}
