//! Accidents to single cells and rows.

use crate::planted::{Field, Planted, clear, create};
use crate::tables::Kind;
use shared::options::Options;

fn filled(cell: &str) -> bool {
    !cell.is_empty()
}

fn accented(cell: &str) -> bool {
    // A letter that Latin encodings have.
    cell.chars().any(|letter| ('\u{c0}'..='\u{ff}').contains(&letter))
}

/// The text's UTF-8 bytes, read as Windows text.
fn misread(cell: &str) -> String {
    const HIGH: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
    let letter = |byte: u8| match byte {
        0x80..0xa0 => HIGH.chars().nth(usize::from(byte) - 0x80).expect("32 letters"),
        other => char::from(other),
    };
    cell.bytes().map(letter).collect()
}

fn added(field: &mut Field<'_>, code: &'static str, row: Vec<String>, options: Options) -> Planted {
    field.sheet.rows.push(row);
    let last = field.sheet.rows.len() - 1;
    Planted { code, columns: vec![], rows: vec![last], mends: true, options }
}

pub(crate) const KINDS: [Kind; 25] = [
    ("address broken", |field| {
        field.damage(
            "C001",
            "WorkEmail",
            |cell| cell.contains('@'),
            |cell, dice| {
                dice.pick(&[
                    cell.replace('@', ""),
                    cell.replace('@', "@@"),
                    format!("{cell}."),
                    cell.replace(".com", ""),
                    format!("<{cell}>"),
                ])
                .clone()
            },
        )
    }),
    ("name too long", |field| field.damage("C002", "FirstName", filled, |cell, _| cell.repeat(31))),
    ("name emptied", |field| {
        let mut planted = field.damage("C003", "LastName", filled, |_, _| String::new())?;
        planted.options = clear();
        Some(planted)
    }),
    ("option misspelt", |field| field.damage("C004", "UserType", filled, |cell, _| format!("{cell}X"))),
    ("no day", |field| {
        field.damage("C005", "Joined", filled, |cell, dice| {
            dice.pick(&["soon".to_owned(), "2020-13-01".to_owned(), format!("{cell}x"), "2023-02-29".to_owned()])
                .clone()
        })
    }),
    ("zero-width space", |field| {
        field.damage(
            "C007",
            "LastName",
            |cell| cell.chars().count() > 2,
            |cell, _| {
                let mut text = cell.to_owned();
                text.insert(cell.chars().next().map_or(0, char::len_utf8), '\u{200b}');
                text
            },
        )
    }),
    ("reading direction turned", |field| {
        field.damage("C008", "FirstName", filled, |cell, _| format!("{cell}\u{202e}"))
    }),
    ("full-width at", |field| {
        field.damage("C010", "WorkEmail", |cell| cell.contains('@'), |cell, _| cell.replace('@', "＠"))
    }),
    ("supervisor unknown", |field| {
        field.damage("C011", "PrimarySupervisorUsername", filled, |cell, _| format!("x{cell}"))
    }),
    ("pair half filled", |field| field.damage("C012", "OtherValue", str::is_empty, |_, _| "017".to_owned())),
    ("pipe not escaped", |field| {
        field.damage("L001", "OfficialLocation", |cell| cell.contains("\\|"), |cell, _| cell.replace("\\|", "|"))
    }),
    ("location misspelt", |field| {
        field.damage(
            "L002",
            "OfficialLocation",
            |cell| cell.contains("Factory"),
            |cell, dice| {
                let wrong: &str = dice.pick::<&str>(&["Factroy", "Factori", "Factoryy"]);
                cell.replace("Factory", wrong)
            },
        )
    }),
    ("comma for a pipe", |field| {
        field.damage(
            "L003",
            "OfficialLocation",
            |cell| cell.contains('|') && !cell.contains('\\'),
            |cell, dice| {
                let separator: &str = dice.pick::<&str>(&[", ", ";", " / "]);
                cell.replace('|', separator)
            },
        )
    }),
    ("pipe escaped", |field| {
        field.damage(
            "L006",
            "OfficialLocation",
            |cell| cell.contains('|') && !cell.contains('\\'),
            |cell, _| cell.replace('|', "\\|"),
        )
    }),
    ("read as Windows text", |field| field.damage("B005", "FirstName", accented, |cell, _| misread(cell))),
    ("letters lost", |field| {
        field.damage(
            "B006",
            "FirstName",
            |cell| !cell.is_ascii() && !cell.starts_with('\''),
            |cell, _| cell.chars().map(|letter| if letter.is_ascii() { letter } else { '?' }).collect(),
        )
    }),
    ("control character", |field| field.damage("B008", "LastName", filled, |cell, _| format!("{cell}\u{7}"))),
    ("username emptied", |field| {
        let mut planted = field.damage("I001", "Username", filled, |_, _| String::new())?;
        planted.columns.clear();
        Some(planted)
    }),
    ("username edited", |field| field.damage("I003", "Username", filled, |cell, _| format!("new.{cell}"))),
    ("row twice", |field| {
        let row = field.row("Username", filled)?;
        let again = field.sheet.rows[row].clone();
        let mut planted = added(field, "I004", again, Options::default());
        planted.mends = false;
        Some(planted)
    }),
    ("somebody else's id", |field| {
        let column = field.sheet.column("EmployeeId");
        let other = field.row("EmployeeId", filled)?;
        let id = field.sheet.rows[other][column].clone();
        field.damage("I007", "EmployeeId", |cell| cell != id && !cell.is_empty(), |_, _| id.clone())
    }),
    ("nobody's row", |field| {
        let mut row = vec![String::new(); field.sheet.header.len()];
        row[0] = format!("stranger{}@example.com", field.dice.roll(900));
        "Strange".clone_into(&mut row[2]);
        Some(added(field, "I002", row, Options::default()))
    }),
    ("username that looks alike", |field| {
        let row = field.row("Username", |cell| cell.contains('a'))?;
        let mut again = vec![String::new(); field.sheet.header.len()];
        again[0] = field.sheet.rows[row][0].replacen('a', "а", 1);
        for (column, value) in [(1, "new@example.com"), (2, "New"), (3, "Comer")] {
            value.clone_into(&mut again[column]);
        }
        let mut planted = added(field, "I006", again, create());
        planted.mends = false;
        Some(planted)
    }),
    ("heading among the rows", |field| {
        let header = field.sheet.header.clone();
        Some(added(field, "R008", header, Options::default()))
    }),
    ("days in two readings", |field| {
        field.damage("C006", "BirthDate", str::is_empty, |_, _| "03/04/1980".to_owned()).map(|planted| Planted {
            columns: vec![],
            mends: false,
            ..planted
        })
    }),
];
