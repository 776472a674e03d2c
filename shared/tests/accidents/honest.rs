//! Edits that nobody should be warned of: single ones, and those of many cells that resemble accidents.

use crate::sheet::{Dice, Sheet};
use std::collections::BTreeSet;

/// The cells that honest edits changed, by row and column.
pub(crate) type Touched = BTreeSet<(usize, usize)>;

/// Edits single cells here and there.
pub(crate) fn edit(sheet: &mut Sheet, dice: &mut Dice, count: usize) -> Touched {
    let mut touched = Touched::new();
    while touched.len() < count {
        let row = dice.roll(sheet.rows.len());
        let (header, value) = one(sheet, dice, row);
        let column = sheet.column(header);
        if sheet.rows[row][column] != value && !touched.contains(&(row, column)) {
            sheet.rows[row][column] = value;
            touched.insert((row, column));
        }
    }
    touched
}

fn one(sheet: &Sheet, dice: &mut Dice, row: usize) -> (&'static str, String) {
    let present = |header: &str, dice: &mut Dice| {
        let column = sheet.column(header);
        let filled: Vec<&String> = sheet.rows.iter().map(|row| &row[column]).filter(|cell| !cell.is_empty()).collect();
        (*dice.pick(&filled)).clone()
    };
    let number = dice.roll(10_000);
    match dice.roll(16) {
        14 => {
            let old = &sheet.rows[row][sheet.column("PersonalMobilePhone")];
            (
                "PersonalMobilePhone",
                if old.is_empty() { format!("{number}") } else { format!("{old} {}", 100 + number % 900) },
            )
        }
        15 => {
            let old = &sheet.rows[row][sheet.column("BirthDate")];
            let day = old.trim_start_matches('\'').strip_prefix("--");
            ("BirthDate", day.map_or_else(|| old.clone(), |day| format!("19{}-{day}", 60 + number % 40)))
        }
        0 => ("HomePhone", format!("'+1 202 555 {number:04}")),
        1 => ("WorkOfficePhone", format!("030 23125 {number:04}")),
        2 => ("Nickname", dice.pick(&["Bobby", "Kit", "Mo", "Søs", "O'Dee", "Łuk", "Jo-Jo", "Dr. No"]).to_string()),
        3 => {
            ("LastName", dice.pick(&["Okafor-Lee", "Østergård", "de la Cruz", "O’Hara", "McDonald", "Ng"]).to_string())
        }
        4 => ("PrimaryRoleName", present("PrimaryRoleName", dice)),
        5 => ("JobCategory", present("JobCategory", dice)),
        6 => ("OfficialLocation", present("OfficialLocation", dice)),
        7 => ("CustomProfileCategory", dice.pick(&["Staff", "Contractor", "Intern", "Alumni"]).to_string()),
        8 => ("BirthDate", format!("19{:02}-{:02}-{:02}", 50 + number % 50, 1 + number % 12, 1 + number % 28)),
        9 => ("MailingAddress1Street", format!("{} Elm St, Apt {}", 1 + number % 900, 1 + number % 40)),
        10 => ("Biography", format!("Moved teams. Now {number} days in.\nAsk me – anything!")),
        11 => ("WorkEmail", format!("team-{number}@example.com")),
        12 => {
            // A supervisor higher up in the company, so that nobody goes in circles.
            let username = sheet.column("Username");
            let top = &Sheet::company().rows[dice.roll(3)][username];
            let own = &sheet.rows[row][username];
            let is_top = Sheet::company().rows.iter().take(4).any(|row| &row[username] == own);
            let column = sheet.column("PrimarySupervisorUsername");
            ("PrimarySupervisorUsername", if is_top { sheet.rows[row][column].clone() } else { top.clone() })
        }
        _ => ("UserType", dice.pick(&["REGULAR", "RESTRICTED", "SHARED"]).to_string()),
    }
}

/// What is done to a file.
pub(crate) type Deed = fn(&mut Sheet, &mut Dice);

/// Edits of many cells, as admins make them on purpose: a name, and what is done.
pub(crate) const BULK: [(&str, Deed); 22] = [
    ("one job category for all", |sheet, _| set_all(sheet, "JobCategory", |_, _| "Office".to_owned())),
    ("one location for all", |sheet, _| set_all(sheet, "OfficialLocation", |_, _| "HQ".to_owned())),
    ("a role renamed", |sheet, _| {
        set_all(sheet, "PrimaryRoleName", |_, old| if old == "Nurse" { "Care nurse".into() } else { old.into() });
    }),
    ("two categories joined", |sheet, _| {
        set_all(sheet, "JobCategory", |_, old| if old == "Care" { "Field".into() } else { old.into() });
    }),
    ("two teams change places", |sheet, _| {
        set_all(sheet, "CustomProfileCategory", |_, old| match old {
            "Staff" => "Contractor".to_owned(),
            "Contractor" => "Staff".to_owned(),
            other => other.to_owned(),
        });
    }),
    ("a team gets another supervisor", |sheet, dice| {
        let boss = Sheet::company().rows[dice.roll(2)][0].clone();
        let first = 20 + dice.roll(180);
        let column = sheet.column("PrimarySupervisorUsername");
        sheet.rows.iter_mut().skip(first).take(15).for_each(|row| row[column].clone_from(&boss));
    }),
    ("lockers numbered where there were none", |sheet, dice| {
        let (label, value) = (sheet.column("OtherLabel"), sheet.column("OtherValue"));
        let first = 100 + dice.roll(100);
        for (number, row) in (first..).zip(sheet.rows.iter_mut().filter(|row| row[value].is_empty())) {
            "Locker".clone_into(&mut row[label]);
            row[value] = number.to_string();
        }
    }),
    ("lockers numbered anew", |sheet, dice| {
        let (label, value) = (sheet.column("OtherLabel"), sheet.column("OtherValue"));
        let first = 1_100 + dice.roll(100);
        for (number, row) in (first..).zip(sheet.rows.iter_mut().filter(|row| row[label] == "Locker")) {
            row[value] = number.to_string();
        }
    }),
    ("a location renamed", |sheet, _| {
        set_all(sheet, "OfficialLocation", |_, old| if old == "HQ" { "Head office".into() } else { old.into() });
    }),
    ("all family names in capitals", |sheet, _| set_all(sheet, "LastName", |_, old| old.to_uppercase())),
    ("another mail domain", |sheet, _| {
        set_all(sheet, "WorkEmail", |_, old| old.replace("@example.com", "@mail.example.com"));
    }),
    ("names put right for three", |sheet, dice| {
        let (given, family) = (sheet.column("FirstName"), sheet.column("LastName"));
        for _ in 0..3 {
            let row = dice.roll(sheet.rows.len());
            sheet.rows[row].swap(given, family);
        }
    }),
    ("rows in another order", |sheet, dice| {
        let column = dice.roll(sheet.header.len());
        sheet.rows.sort_by(|one, other| one[column].cmp(&other[column]));
    }),
    ("some people only", |sheet, dice| {
        let every = 2 + dice.roll(3);
        let mut position = 0;
        sheet.rows.retain(|_| {
            position += 1;
            position % every == 0
        });
    }),
    ("a block moves to another location", |sheet, dice| {
        let column = sheet.column("OfficialLocation");
        let first = dice.roll(200);
        let to = dice.pick(&["Berlin", "Remote", "Factory"]).to_string();
        sheet.rows.iter_mut().skip(first).take(25).for_each(|row| row[column].clone_from(&to));
    }),
    ("everybody is regular", |sheet, _| set_all(sheet, "UserType", |_, _| "REGULAR".to_owned())),
    ("office phones with hyphens", |sheet, _| {
        set_all(sheet, "WorkOfficePhone", |_, old| old.replace(' ', "-"));
    }),
    ("ids given a prefix", |sheet, _| {
        set_all(sheet, "EmployeeId", |_, old| if old.is_empty() { String::new() } else { format!("E-{old}") });
    }),
    ("a category where there was none", |sheet, _| {
        set_all(sheet, "CustomProfileCategory", |_, old| if old.is_empty() { "Staff".into() } else { old.into() });
    }),
    ("everybody joined a year later", |sheet, _| {
        set_all(sheet, "Joined", |_, old| match old.get(..4).and_then(|year| year.parse::<u32>().ok()) {
            Some(year) if !old.ends_with("02-29") => format!("{}{}", year + 1, &old[4..]),
            _ => old.to_owned(),
        });
    }),
    ("three birthdays put right by a day or so", |sheet, dice| {
        let column = sheet.column("BirthDate");
        for _ in 0..3 {
            let row = dice.roll(sheet.rows.len());
            let cell = &mut sheet.rows[row][column];
            if cell.len() == 10 && !cell.ends_with("01") && !cell.ends_with("28") {
                let day: u32 = cell[8..].parse().expect("two digits");
                *cell = format!("{}{:02}", &cell[..8], if day > 20 { day - 1 } else { day + 3 });
            }
        }
    }),
    ("names without an accent for two", |sheet, dice| {
        let column = sheet.column("FirstName");
        for _ in 0..2 {
            let row = dice.roll(sheet.rows.len());
            sheet.rows[row][column] = shared::values::looks::without_marks(&sheet.rows[row][column], false);
        }
    }),
];

fn set_all(sheet: &mut Sheet, header: &str, value: impl Fn(usize, &str) -> String) {
    let column = sheet.column(header);
    for (position, row) in sheet.rows.iter_mut().enumerate() {
        row[column] = value(position, &row[column]);
    }
}
