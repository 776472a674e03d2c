//! Items 18 to 35: rows, cells and columns.

use super::Outcome::{Changes, Refused, Warned};
use super::{Case, ann, case};

pub(super) fn structure() -> Vec<Case> {
    let seven = "Username,WorkEmail,FirstName,LastName,Nickname,EmployeeId,AccountState\n";
    vec![
        case(
            18,
            "Username,FirstName\nann@example.com,\"Anna\nben@example.com,Ben\n",
            Refused,
            &["quote opened on line 2 is never closed"],
        ),
        case(19, "Username,FirstName\nann@example.com,\"Anna\" x\n", Refused, &["line 2"]),
        case(20, "Username,FirstName\nann@example.com,An\"na\n", Refused, &["line 2", "write \"\" for a quote"]),
        case(
            21,
            format!("{seven}ann@example.com,ann@example.com,Ann,Lee,00123\n"),
            Refused,
            &["line 2 has 5 cells, the header has 7"],
        ),
        case(
            22,
            "Username,FirstName,Nickname,OtherLabel\nann@example.com,Anna\n",
            Warned,
            &["trailing cells missing on", "left unchanged"],
        ),
        case(23, "Username,FirstName\nann@example.com,Anna,,,\n", Changes(1), &["1 line"]),
        case(
            24,
            "Username,FirstName\nann@example.com,Anna, Lee\n",
            Refused,
            &["extra text after FirstName:", "Lee", "missing quotes?"],
        ),
        case(25, "Username;FirstName\nann@example.com;Anna\n", Changes(1), &["read with ; as separator"]),
        case(25, "Username\tFirstName\nann@example.com\tAnna\n", Changes(1), &["read with tab as separator"]),
        case(25, "Username|FirstName\nann@example.com|Anna\n", Changes(1), &["read with | as separator"]),
        case(26, "sep=;\nUsername;FirstName\nann@example.com;Anna\n", Changes(1), &[]),
        case(27, "Username,FirstName\rann@example.com,Anna\rben@example.com,José\r", Changes(1), &[]),
        case(27, "Username,FirstName\r\nann@example.com,Anna\nben@example.com,José\r", Changes(1), &[]),
        case(
            28,
            "Username,FirstName\n\n  \n,,,\nann@example.com,Anna\nben@example.com,=1\n",
            Changes(2),
            &["3 empty lines ignored"],
        ),
        case(
            29,
            "Staff\n\nas of today\nUsername,FirstName\nann@example.com,Anna\n",
            Refused,
            &["column names found on line 4; remove the lines above"],
        ),
        case(
            29,
            "Username,FirstName\nann@example.com,Anna\n\nUsername,FirstName\nben@example.com,Ben\n",
            Refused,
            &["line 4"],
        ),
        case(30, "Username,FirstName,firstname\nann@example.com,Anna,Ann\n", Refused, &["FirstName", "firstname"]),
        case(30, "\u{200b}username,FIRST\u{a0}NAME \nann@example.com,Anna\n", Refused, &["FirstName"]),
        case(
            30,
            "\u{200b}Username,FirstName,LASTNAME\u{a0}\nann@example.com,Anna,Lee\n",
            Changes(1),
            &["2 columns are spelt otherwise", "read all the same"],
        ),
        case(31, "Username,LastNmae\nann@example.com,Li\n", Refused, &["did you mean LastName?"]),
        case(32, ann("FirstName", "Ann"), Changes(0), &[]),
        case(33, "Username,FirstName,Revision\nann@example.com,Anna,9\n", Refused, &["was 3", "has 9"]),
        case(34, ann("FirstName", "An\0na"), Refused, &["invisible character U+0000 in line 2, FirstName"]),
        case(35, "Username,Biography\r\nann@example.com,\"two\r\nlines\"\r\n", Changes(0), &[]),
    ]
}
