//! Accidents to whole columns.

use crate::planted::{Field, Planted, clear, create};
use crate::sheet::Sheet;
use shared::options::Options;

pub(crate) type Kind = (&'static str, fn(&mut Field<'_>) -> Option<Planted>);

pub(crate) const KINDS: [Kind; 18] = [
    ("column sorted", |field| sorted(field, false)),
    ("column sorted downwards", |field| sorted(field, true)),
    ("stretch of a column sorted", stretch_sorted),
    ("usernames sorted", usernames_sorted),
    ("cells pushed down", |field| shifted(field, true)),
    ("cells pulled up", |field| shifted(field, false)),
    ("columns swapped", swapped),
    ("column overwritten", |field| overwritten(field, false)),
    ("stretch overwritten", |field| overwritten(field, true)),
    ("column emptied", emptied),
    ("location dragged", |field| dragged(field, "OfficialLocation", "Warehouse 7", |n| format!("Warehouse {}", 7 + n))),
    ("location typed and dragged", |field| dragged(field, "OfficialLocation", "", |n| format!("HQ {}", 1 + n))),
    ("day dragged", |field| dragged(field, "Joined", "", |n| format!("2020-03-{:02}", 1 + n))),
    ("id dragged", |field| dragged(field, "EmployeeId", "", |n| format!("{:07}", 9_000_042 + n))),
    ("many created", |field| Some(many_created(field))),
    ("many switched off", |field| Some(many_switched_off(field))),
    ("file cut", |field| {
        if field.sheet.rows.iter().map(|row| &row[0]).ne(Sheet::company().rows.iter().map(|row| &row[0])) {
            return None;
        }
        let rows = 140 + field.dice.roll(90);
        field.sheet.rows.truncate(rows);
        Some(Planted { code: "R009", columns: vec![], rows: vec![], mends: false, options: Options::default() })
    }),
    ("supervisors in a circle", |field| {
        let (own, above) = (0, field.sheet.column("PrimarySupervisorUsername"));
        let company = Sheet::company();
        let low = 1 + field.dice.roll(company.rows.len() - 1);
        let boss = company.rows[low][above].clone();
        let row = field.sheet.rows.iter().position(|row| row[own] == boss)?;
        if field.touched.iter().any(|(touched, column)| *touched == row || *column == above) {
            return None;
        }
        field.sheet.rows[row][above].clone_from(&company.rows[low][own]);
        Some(Planted { code: "T008", columns: vec![above], rows: vec![row], mends: true, options: Options::default() })
    }),
];

/// Values enough, and more than one.
fn telling(sheet: &Sheet, column: usize) -> bool {
    let (filled, different) = sheet.filled(column);
    filled >= 16 && different >= 3
}

fn sorted(field: &mut Field<'_>, down: bool) -> Option<Planted> {
    let column = field.column(telling)?;
    let mut cells = field.cells(column, 0, field.sheet.rows.len());
    cells.sort_by_key(|cell| cell.to_lowercase());
    if down {
        cells.reverse();
    }
    // Spreadsheets put empty cells last in either direction.
    cells.sort_by_key(String::is_empty);
    field.replace("T001", column, 0, cells)
}

fn stretch_sorted(field: &mut Field<'_>) -> Option<Planted> {
    let column = field.column(|sheet, column| sheet.filled(column).1 * 10 >= sheet.rows.len() * 7)?;
    let first = field.dice.roll(field.sheet.rows.len() - 60);
    let count = 20 + field.dice.roll(40);
    let mut cells = field.cells(column, first, count);
    cells.sort_by_key(|cell| cell.to_lowercase());
    cells.sort_by_key(String::is_empty);
    field.replace("T001", column, first, cells)
}

fn usernames_sorted(field: &mut Field<'_>) -> Option<Planted> {
    let mut cells = field.cells(0, 0, field.sheet.rows.len());
    cells.sort();
    // Honest edits stand on rows that now carry another key, and come back with it.
    let mut planted = field.replace("T001", 0, 0, cells)?;
    let id = field.sheet.column("EmployeeId");
    // Without an id nothing says whose a row is.
    planted.rows.retain(|row| !field.sheet.rows[*row][id].is_empty());
    planted.rows.retain(|row| !field.touched.iter().any(|(touched, _)| touched == row));
    planted.mends = false;
    Some(planted)
}

fn shifted(field: &mut Field<'_>, down: bool) -> Option<Planted> {
    let column =
        field.column(|sheet, column| telling(sheet, column) && sheet.filled(column).0 * 4 >= sheet.rows.len())?;
    let first = field.dice.roll(field.sheet.rows.len() - 120);
    let count = 60 + field.dice.roll(60);
    let mut cells = field.cells(column, first, count);
    if down {
        cells.insert(0, String::new());
        cells.pop();
    } else {
        cells.remove(0);
    }
    field.replace("T002", column, first, cells)
}

fn swapped(field: &mut Field<'_>) -> Option<Planted> {
    let one = field.column(|sheet, column| sheet.filled(column).0 * 2 >= sheet.rows.len() && telling(sheet, column))?;
    let other = field.column(|sheet, column| {
        let rows = sheet.rows.iter().filter(|row| row[one] != row[column]).count();
        column != one && sheet.filled(column).0 * 2 >= sheet.rows.len() && rows * 10 >= sheet.rows.len() * 7
    })?;
    let mut rows = Vec::new();
    for (position, row) in field.sheet.rows.iter_mut().enumerate() {
        if row[one] != row[other] && !(row[one].is_empty() || row[other].is_empty()) {
            rows.push(position);
        }
        row.swap(one, other);
    }
    Some(Planted { code: "T003", columns: vec![one, other], rows, mends: true, options: Options::default() })
}

fn overwritten(field: &mut Field<'_>, stretch: bool) -> Option<Planted> {
    let column = field.column(|sheet, column| {
        let (filled, different) = sheet.filled(column);
        filled * 10 >= sheet.rows.len() * 6 && (if stretch { different * 10 >= filled * 9 } else { different >= 3 })
    })?;
    let rows = field.sheet.rows.len();
    let count = if stretch { 12 + field.dice.roll(20) } else { rows * 7 / 10 + field.dice.roll(rows / 5) };
    let first = field.dice.roll(rows - count);
    let value = field.cells(column, first, count).into_iter().find(|cell| !cell.is_empty())?;
    field.replace("T004", column, first, vec![value; count])
}

fn emptied(field: &mut Field<'_>) -> Option<Planted> {
    let column = field.column(|sheet, column| telling(sheet, column) && !(1..=3).contains(&column))?;
    let count = field.sheet.rows.len() * 6 / 10;
    let first = field.dice.roll(field.sheet.rows.len() - count);
    let mut rows = Vec::new();
    // An empty AccountState means ACTIVE, so nothing is cleared there.
    for (row, line) in field.sheet.rows.iter_mut().enumerate().skip(first).take(count) {
        if !matches!(line[column].as_str(), "" | "ACTIVE" | "EVERYBODY") {
            rows.push(row);
        }
        line[column].clear();
    }
    (rows.len() >= 8).then(|| Planted { code: "T005", columns: vec![column], rows, mends: true, options: clear() })
}

fn dragged(field: &mut Field<'_>, header: &str, seed: &str, term: impl Fn(usize) -> String) -> Option<Planted> {
    let column = field.sheet.column(header);
    if field.touched.iter().any(|(_, touched)| *touched == column) {
        return None;
    }
    let count = 8 + field.dice.roll(16);
    let starts: Vec<usize> = (0..field.sheet.rows.len() - count)
        .filter(|row| seed.is_empty() || field.sheet.rows[*row][column] == seed)
        .collect();
    let first = *starts.get(field.dice.roll(starts.len()))?;
    field.replace("X009", column, first, (0..count).map(term).collect())
}

fn many_created(field: &mut Field<'_>) -> Planted {
    let count = 30 + field.dice.roll(30);
    for number in 0..count {
        let mut row = vec![String::new(); field.sheet.header.len()];
        for (header, value) in [
            ("Username", format!("temp{number}@example.com")),
            ("WorkEmail", format!("temp{number}@example.com")),
            ("FirstName", "Temp".to_owned()),
            ("LastName", format!("Worker {number}")),
        ] {
            row[field.sheet.column(header)] = value;
        }
        field.sheet.rows.push(row);
    }
    Planted { code: "T006", columns: vec![], rows: vec![], mends: false, options: create() }
}

fn many_switched_off(field: &mut Field<'_>) -> Planted {
    let column = field.sheet.column("AccountState");
    let first = field.dice.roll(100);
    for row in field.sheet.rows.iter_mut().skip(first).take(60) {
        "DISABLED".clone_into(&mut row[column]);
    }
    Planted { code: "T006", columns: vec![], rows: vec![], mends: false, options: Options::default() }
}
