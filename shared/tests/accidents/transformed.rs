//! What programs make of values, kind by kind: single cells, and whole columns.

use crate::planted::{Field, Planted};
use crate::tables::Kind;
use shared::options::Options;
use shared::values::date::{DateFormat, day_number, parse};

fn digits(cell: &str) -> bool {
    cell.len() > 3 && cell.bytes().all(|byte| byte.is_ascii_digit())
}

fn plain_word(cell: &str) -> bool {
    cell.len() > 2 && cell.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// Digits as a program writes a number.
fn dressed(cell: &str, style: usize) -> String {
    let number = cell.trim_start_matches('0');
    let (head, tail) = number.split_at(number.len().saturating_sub(3));
    let grouped =
        |separator: &str| if head.is_empty() { format!("{tail}.0") } else { format!("{head}{separator}{tail}") };
    match style {
        0 => format!("{number}.0"),
        1 => format!("{number},00"),
        2 if head.len() < 4 => grouped(","),
        3 if head.len() < 4 => grouped("\u{a0}"),
        4 => format!("€{number}.00"),
        _ => cell.chars().filter_map(|digit| char::from_u32(u32::from(digit) - 0x30 + 0xff10)).collect(),
    }
}

/// The day that lies some days after another.
fn moved(day: &str, days: i64) -> String {
    let serial = day_number(day).expect("a stored day") + 25_569 + days;
    parse(&serial.to_string(), Some(DateFormat::ExcelSerial), false).expect("a day that Excel counts")
}

/// Changes every cell of a column that fits, but for a share of them.
fn all(
    field: &mut Field<'_>,
    code: &'static str,
    header: &str,
    fits: impl Fn(&str) -> bool,
    change: impl Fn(&str) -> String,
) -> Option<Planted> {
    let column = field.sheet.column(header);
    let mut rows = Vec::new();
    for (position, row) in field.sheet.rows.iter_mut().enumerate() {
        let touched = field.touched.contains(&(position, column));
        if touched || !fits(&row[column]) {
            continue;
        }
        let cell = change(&row[column]);
        if cell != row[column] {
            row[column] = cell;
            rows.push(position);
        }
    }
    let planted = Planted { code, columns: vec![column], rows, mends: true, options: Options::default() };
    (planted.rows.len() >= 6).then_some(planted)
}

fn is_day(cell: &str) -> bool {
    day_number(cell).is_some_and(|day| day > -25_000)
}

fn exchanged(cell: &str) -> String {
    let exchanged = format!("{}-{}-{}", &cell[..4], &cell[8..], &cell[5..7]);
    if &cell[8..] <= "12" { exchanged } else { cell.to_owned() }
}

pub(crate) const KINDS: [Kind; 17] = [
    ("id as a number", |field| field.damage("X010", "EmployeeId", digits, |cell, dice| dressed(cell, dice.roll(6)))),
    ("zip as a number", |field| {
        field.damage("X010", "MailingAddress1Zip", digits, |cell, dice| dressed(cell, dice.roll(6)))
    }),
    ("all ids as numbers", |field| {
        let style = field.dice.roll(6);
        all(field, "X010", "EmployeeId", digits, |cell| dressed(cell, style))
    }),
    ("all days a day earlier", |field| {
        let days = *field.dice.pick(&[-1, 1]);
        all(field, "X011", "Joined", is_day, |cell| moved(cell, days))
    }),
    ("days counted from 1904", |field| all(field, "X011", "Joined", is_day, |cell| moved(cell, 1462))),
    ("day and month exchanged", |field| all(field, "X012", "Joined", is_day, exchanged)),
    ("a word for nothing", |field| {
        let word = field.dice.pick(&["NULL", "nan", "None", "\\N", "<NA>", "0", "-", "N/A", "(blank)"]).to_string();
        all(field, "X013", "Nickname", str::is_empty, |_| word.clone())
    }),
    ("the first day for nothing", |field| {
        let day = field.dice.pick(&["1900-01-01", "1970-01-01", "1899-12-30", "0000-00-00"]).to_string();
        all(field, "X013", "BirthDate", str::is_empty, |_| day.clone())
    }),
    ("escaped as HTML", |field| {
        field.damage(
            "X014",
            "LastName",
            |cell| cell.contains('\''),
            |cell, dice| {
                let escape: &str = dice.pick::<&str>(&["&#39;", "&apos;", "\\'", "''", "%27"]);
                cell.replace('\'', escape)
            },
        )
    }),
    ("quotes round a name", |field| {
        field.damage("X014", "FirstName", plain_word, |cell, dice| {
            dice.pick(&[format!("\"{cell}\""), format!("'{cell}'"), format!("“{cell}”"), format!("«{cell}»")]).clone()
        })
    }),
    ("full-width name", |field| {
        field.damage("X015", "FirstName", plain_word, |cell, _| {
            cell.chars().filter_map(|letter| char::from_u32(u32::from(letter) + 0xfee0)).collect()
        })
    }),
    ("no-break space", |field| {
        field.damage(
            "X015",
            "PrimaryRoleName",
            |cell| cell.contains(' ') && cell.is_ascii(),
            |cell, _| cell.replace(' ', "\u{a0}"),
        )
    }),
    ("an object's name", |field| {
        field.damage("X016", "PrimaryRoleName", plain_word, |_, dice| {
            dice.pick(&["[object Object]", "System.Object[]", "System.Collections.Hashtable"]).to_string()
        })
    }),
    ("letters without marks", |field| {
        let bare = |cell: &str| shared::values::looks::without_marks(cell, false);
        all(field, "C016", "FirstName", |cell| !cell.is_ascii() && bare(cell).is_ascii(), bare)
    }),
    ("list as JSON or Python", |field| {
        field.damage(
            "L003",
            "OfficialLocation",
            |cell| cell.contains('|') && !cell.contains('\\'),
            |cell, dice| {
                let parts: Vec<&str> = cell.split('|').collect();
                let quote: &str = dice.pick::<&str>(&["\"", "'"]);
                format!("[{quote}{}{quote}]", parts.join(&format!("{quote}, {quote}")))
            },
        )
    }),
    ("control character in the key", |field| {
        let mut planted = field.damage("I014", "Username", plain_key, |cell, _| format!("\u{1f}{cell}"))?;
        planted.columns.clear();
        Some(planted)
    }),
    ("a true value as 1 or yes", |field| {
        field.damage(
            "X008",
            "AllowManageRelationships",
            |cell| cell == "True",
            |_, dice| dice.pick(&["1", "yes", "Ja"]).to_string(),
        )
    }),
];

fn plain_key(cell: &str) -> bool {
    cell.contains('@') && cell.is_ascii()
}
