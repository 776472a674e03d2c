//! Items 36 to 59: values, people, and what the file would do.

use super::Outcome::{Changes, Refused};
use super::{Case, DIRECTORY, ann, ben, by_ann, by_id, case, chosen, clear, create, newcomer};

/// A column that became empty for everybody.
fn emptied_column() -> Case {
    let people = |phone: &str| {
        (0..30).map(|number| format!("p{number}@example.com,{phone}{number}\n")).collect::<Vec<_>>().concat()
    };
    let against = format!("Username,HomePhone\n{}", people("0555 01"));
    let emptied = (0..30).map(|number| format!("p{number}@example.com,\n")).collect::<Vec<_>>().concat();
    let case = chosen(case(56, format!("Username,HomePhone\n{emptied}"), Refused, &["HomePhone", "30"]), clear());
    Case { against, ..case }
}

pub(super) fn values() -> Vec<Case> {
    let wrong_mail =
        |mail: &str, words| chosen(case(50, newcomer("dee@example.com", mail, "Dee"), Refused, words), create());
    let right_mail = |mail: &str| chosen(case(50, newcomer("dee@example.com", mail, "Dee"), Changes(4), &[]), create());
    let data =
        |name: &str| chosen(case(51, newcomer("dee@example.com", "dee@example.com", name), Changes(4), &[]), create());
    let mut cases = vec![
        case(36, ann("EmployeeId", "123"), Refused, &["00123", "123", "Keep the stored value"]),
        chosen(case(36, "EmployeeId,FirstName\n123,Anna\n", Refused, &["00123"]), by_id()),
        case(37, ben("EmployeeId", "1.23457E+11"), Refused, &["turned a long number into", "123456789012"]),
        case(38, ann("Joined", "03/04/2024"), Refused, &["use YYYY-MM-DD"]),
        case(38, ann("Joined", "2-Jan"), Refused, &["YYYY-MM-DD"]),
        case(39, ann("AllowManageRelationships", "TRUE"), Changes(0), &[]),
        case(39, ann("AllowManageRelationships", "WAHR"), Refused, &["True", "False"]),
        case(40, ann("WorkMobilePhone", "15550117"), Refused, &["+15550117", "15550117"]),
        case(41, ann("FirstName", "#REF!"), Refused, &["spreadsheet error value"]),
        case(41, ann("FirstName", "########"), Refused, &["spreadsheet error value"]),
        case(42, ann("Nickname", "=1+1"), Changes(1), &["starts with =; a formula wasn't evaluated"]),
        case(44, ann("FirstName", " Anna\u{a0}"), Changes(1), &["space"]),
        chosen(
            case(44, newcomer("dee\u{200b}@example.com", "dee@example.com", "Dee"), Refused, &["U+200B after “dee”"]),
            create(),
        ),
        case(45, ann("FirstName", "An\u{202e}na"), Refused, &["U+202E"]),
        chosen(case(46, newcomer("o’dee@example.com", "dee@example.com", "Dee"), Refused, &["'"]), create()),
        chosen(
            case(47, newcomer("аnn@example.com", "dee@example.com", "Dee"), Refused, &["ann@example.com"]),
            create(),
        ),
        case(48, "Username,FirstName\nben@example.com,Jose\u{301}\n", Changes(0), &[]),
        case(49, "Username,FirstName\nANN@EXAMPLE.COM,Ann\n", Changes(0), &[]),
        wrong_mail("dee", &["@"]),
        wrong_mail("dee@x@example.com", &["@"]),
        wrong_mail("de e@example.com", &["space"]),
        wrong_mail("dee@a..b", &["dot"]),
        wrong_mail(".dee@example.com", &["dot"]),
        wrong_mail("dee＠example.com", &["＠"]),
        wrong_mail("<dee@example.com>", &["<"]),
        wrong_mail("Dee <dee@example.com>", &["name or < >"]),
        wrong_mail("dee@localhost", &["dot"]),
        right_mail("dee+tag@example.com"),
        right_mail("o'dee-x@example.com"),
        case(
            52,
            "Username,FirstName\nann@example.com,Anna\nben@example.com,José\nann@example.com,Ann\n",
            Refused,
            &["line 2 and line 4"],
        ),
        chosen(
            case(53, "EmployeeId,Username\n00123,ben@example.com\n123456789012,ann@example.com\n", Changes(2), &[]),
            by_id(),
        ),
        chosen(case(54, "EmployeeId,Username\n00123,ben@example.com\n", Refused, &["ben@example.com"]), by_id()),
        chosen(case(55, ann("AccountState", "DISABLED"), Refused, &["You would be switched off"]), by_ann()),
        chosen(case(55, ben("AccountState", "SUSPENDED"), Changes(1), &[]), by_ann()),
        chosen(
            case(
                55,
                "Username,AccountState\nann@example.com,DISABLED\nben@example.com,DISABLED\n",
                Refused,
                &["at least one active admin"],
            ),
            by_ann(),
        ),
        chosen(case(56, ann("FirstName", ""), Refused, &["required"]), clear()),
        case(56, ann("FirstName", ""), Changes(0), &[]),
        chosen(case(56, ann("WorkMobilePhone", ""), Changes(1), &[]), clear()),
        emptied_column(),
        case(57, ann("FirstName", "Anna"), Changes(1), &["2 of 3 people"]),
        case(59, DIRECTORY, Changes(0), &[]),
    ];
    for name in
        ["null", "undefined", "Scunthorpe", "👩‍👩‍👧", "Z̸͎a̷l̶g̴o̵", "محمد", "'; DROP TABLE x;--", "<script>alert(1)</script>"]
    {
        cases.push(data(name));
    }
    let base = "Username,FirstName,Revision\nann@example.com,Anne,1\n";
    cases.push(Case {
        base: Some(base),
        ..case(58, "Username,FirstName,Revision\nann@example.com,Anna,1\n", Refused, &["Anna", "Ann"])
    });
    cases
}
