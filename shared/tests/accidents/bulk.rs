//! More edits of many cells, as admins make them on purpose: each resembles an accident to rows, or to values of others.

use crate::honest::Deed;
use crate::sheet::{Dice, Sheet};

pub(crate) const MORE: [(&str, Deed); 11] = [
    ("one person's row with many edits", |sheet, dice| {
        let row = dice.roll(sheet.rows.len());
        for (header, value) in [
            ("PrimaryRoleName", "Analyst II"),
            ("JobCategory", "Office"),
            ("WorkOfficePhone", "030 555 0199"),
            ("OfficialLocation", "HQ"),
            ("MailingAddress1City", "Leeds"),
            ("Nickname", "Kit"),
        ] {
            let column = sheet.column(header);
            value.clone_into(&mut sheet.rows[row][column]);
        }
    }),
    ("somebody follows somebody", |sheet, dice| {
        let row = dice.roll(sheet.rows.len());
        for (header, value) in
            [("FirstName", "Marta"), ("LastName", "Okonjo"), ("PersonalMobilePhone", "0171 555"), ("Nickname", "Mo")]
        {
            let column = sheet.column(header);
            value.clone_into(&mut sheet.rows[row][column]);
        }
    }),
    ("two people exchange their desks", |sheet, dice| {
        let (one, other) = (dice.roll(100), 100 + dice.roll(100));
        for header in ["WorkOfficePhone", "OfficialLocation", "PrimaryRoleName"] {
            let column = sheet.column(header);
            let value = sheet.rows[one][column].clone();
            sheet.rows[one][column] = std::mem::replace(&mut sheet.rows[other][column], value);
        }
    }),
    ("couples share a phone at home", |sheet, dice| {
        let column = sheet.column("HomePhone");
        let first = dice.roll(20);
        for pair in 0..5 {
            let shared = format!("030 777 {}", 100 + pair);
            sheet.rows[first + 20 * pair][column].clone_from(&shared);
            sheet.rows[first + 20 * pair + 9][column].clone_from(&shared);
        }
    }),
    ("a team shares a new number", |sheet, dice| {
        let column = sheet.column("WorkOfficePhone");
        let first = dice.roll(150);
        sheet.rows.iter_mut().skip(first).step_by(3).take(15).for_each(|row| "030 999 0".clone_into(&mut row[column]));
    }),
    ("mail addresses become the Usernames", |sheet, _| {
        let (from, to) = (sheet.column("Username"), sheet.column("WorkEmail"));
        sheet.rows.iter_mut().for_each(|row| row[to] = row[from].clone());
    }),
    ("nicknames from first names", |sheet, _| {
        let (from, to) = (sheet.column("FirstName"), sheet.column("Nickname"));
        sheet.rows.iter_mut().filter(|row| row[to].is_empty()).for_each(|row| row[to] = row[from].clone());
    }),
    ("ids with a prefix", |sheet, _| {
        let column = sheet.column("EmployeeId");
        sheet.rows.iter_mut().filter(|row| !row[column].is_empty()).for_each(|row| row[column].insert_str(0, "E-"));
    }),
    ("names joined", |sheet, _| {
        let (given, family, to) = (sheet.column("FirstName"), sheet.column("LastName"), sheet.column("CustomBadge"));
        sheet
            .rows
            .iter_mut()
            .filter(|row| row[to].is_empty())
            .for_each(|row| row[to] = format!("{} {}", row[given], row[family]));
    }),
    ("addresses move up", |sheet, dice| {
        let columns: Vec<usize> =
            ["MessagingAddress1Label", "MessagingAddress1", "MessagingAddress2Label", "MessagingAddress2"]
                .map(|header| sheet.column(header))
                .to_vec();
        for _ in 0..5 {
            let row = dice.roll(sheet.rows.len());
            for pair in 0..2 {
                let moved = std::mem::take(&mut sheet.rows[row][columns[pair + 2]]);
                sheet.rows[row][columns[pair]] = moved;
            }
        }
    }),
    ("one value for some of a column", |sheet: &mut Sheet, dice: &mut Dice| {
        let column = sheet.column("CustomFilterCategory");
        let first = dice.roll(100);
        sheet.rows.iter_mut().skip(first).step_by(2).take(30).for_each(|row| "Trial".clone_into(&mut row[column]));
    }),
];
