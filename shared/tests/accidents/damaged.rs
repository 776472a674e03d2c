//! What spreadsheets do to single cells.

use crate::tables::Kind;

fn digits(cell: &str) -> bool {
    !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit())
}

fn filled(cell: &str) -> bool {
    !cell.is_empty()
}

fn any(_: &str) -> bool {
    true
}

fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').unwrap_or(cell)
}

fn long_number(cell: &str) -> bool {
    cell.starts_with("'+1202555")
}

pub(crate) const KINDS: [Kind; 13] = [
    ("zeros lost", |field| {
        field.damage(
            "X001",
            "EmployeeId",
            |cell| digits(cell) && cell.starts_with('0'),
            |cell, _| cell.trim_start_matches('0').to_owned(),
        )
    }),
    ("zip's zero lost", |field| {
        field.damage(
            "X001",
            "MailingAddress1Zip",
            |cell| digits(cell) && cell.starts_with('0'),
            |cell, _| cell.trim_start_matches('0').to_owned(),
        )
    }),
    ("id as a power of ten", |field| {
        field.damage(
            "X002",
            "EmployeeId",
            |cell| cell.contains('E'),
            |cell, _| format!("{}00000", cell.trim_end_matches("E5")),
        )
    }),
    ("phone as a power of ten", |field| {
        field.damage("X002", "WorkMobilePhone", long_number, |_, _| "1.20256E+10".to_owned())
    }),
    ("badge as a power of ten", |field| {
        field.damage(
            "X002",
            "SecondBadge",
            |cell| digits(cell) && cell.len() > 14,
            |cell, _| format!("{}.{}E+{:02}", &cell[..1], &cell[1..6], cell.len() - 1),
        )
    }),
    ("badge's end zeroed", |field| {
        field.damage(
            "X003",
            "SecondBadge",
            |cell| digits(cell) && cell.len() > 16,
            |cell, _| format!("{}{}", &cell[..15], "0".repeat(cell.len() - 15)),
        )
    }),
    ("day written anew", |field| {
        field.damage("X004", "Joined", filled, |cell, dice| {
            let (y, m, d) = (&cell[..4], &cell[5..7], &cell[8..]);
            dice.pick(&[format!("{d}/{m}/{y}"), format!("{m}/{d}/{y}"), format!("{d}.{m}.{y}")]).clone()
        })
    }),
    ("street taken for a day", |field| {
        field.damage("X004", "MailingAddress1Street", |cell| cell == "10-12", |_, _| "12-Oct".to_owned())
    }),
    ("badge taken for a day", |field| {
        field.damage(
            "X004",
            "CustomBadge",
            |cell| cell == "1/2",
            |_, dice| dice.pick(&["2-Jan", "01-Feb", "01.02.2026"]).to_string(),
        )
    }),
    ("plus lost", |field| {
        field.damage(
            "X005",
            "WorkMobilePhone",
            |cell| cell.starts_with("'+"),
            |cell, _| unguarded(cell)[1..].to_owned(),
        )
    }),
    ("error value", |field| {
        field.damage("X006", "PrimaryRoleName", any, |_, dice| {
            dice.pick(&["#REF!", "#NAME?", "#N/A", "########", "#VALUE!"]).to_string()
        })
    }),
    ("text cut", |field| field.damage("X007", "Biography", |cell| cell.len() > 300, |cell, _| cell[..255].to_owned())),
    ("truth in German or French", |field| {
        field.damage("X008", "AllowManageRelationships", filled, |cell, dice| {
            dice.pick(if cell == "True" { &["WAHR", "VRAI"] } else { &["FALSCH", "FAUX"] }).to_string()
        })
    }),
];
