//! Items 1 to 17: the file and its encoding.

use super::Outcome::{Changes, Refused, Warned};
use super::{Case, ann, ben, case};

pub(super) fn file_and_encoding() -> Vec<Case> {
    let header = "Username,FirstName\n";
    let late =
        [header.as_bytes(), "ann@example.com,Ann\n".repeat(898).as_bytes(), b"ben@example.com,B\xE9n\n"].concat();
    let full =
        [header, &(0..65_535).map(|number| format!("p{number}@x.org,P\n")).collect::<Vec<_>>().concat()].concat();
    vec![
        case(1, "", Refused, &["The file is empty", "Username", "WorkEmail", "OfficialLocation"]),
        case(2, header, Changes(0), &["0 users in the file; nothing to change"]),
        case(
            3,
            "ann@example.com,Ann\nben@example.com,Ben\n",
            Refused,
            &["first line doesn't look like column names", "Username"],
        ),
        case(4, format!("\u{feff}{}", ann("FirstName", "Anna")), Changes(1), &[]),
        case(
            5,
            utf16("Username\tFirstName\nann@example.com\tAnna\n", true, true),
            Changes(1),
            &["read as UTF-16, tab-separated"],
        ),
        case(
            5,
            utf16("Username\tFirstName\nann@example.com\tAnna\n", false, true),
            Changes(1),
            &["read as UTF-16, tab-separated"],
        ),
        case(
            6,
            utf16(&ann("FirstName", "Anna"), true, false),
            Refused,
            &["looks like UTF-16 without a mark; save as CSV UTF-8"],
        ),
        case(
            7,
            b"Username,FirstName\nann@example.com,Jos\xE9\n".to_vec(),
            Refused,
            &["isn't UTF-8 (line 2, byte", "CSV UTF-8", "“José”"],
        ),
        case(
            8,
            b"Username,FirstName\nann@example.com,Jos\x8E\n".to_vec(),
            Refused,
            &["isn't UTF-8 (line 2, byte", "CSV UTF-8", "Mac Roman: “José”"],
        ),
        case(9, ben("FirstName", "Jos?"), Refused, &["Jos?", "José", "Keep the stored value"]),
        case(9, ben("FirstName", "Jos\u{fffd}"), Refused, &["José", "Keep the stored value"]),
        case(10, ben("FirstName", "JosÃ©"), Refused, &["text was read with the wrong encoding"]),
        case(11, late, Refused, &["line 900", "byte"]),
        case(
            12,
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(),
            Refused,
            &["Excel workbook", "File > Save As > CSV UTF-8"],
        ),
        case(12, "%PDF-1.7 …", Refused, &["PDF", "CSV UTF-8"]),
        case(12, "<html><table>", Refused, &["web page", "CSV UTF-8"]),
        case(13, b"\x1F\x8B\x08\0\0\0\0\0".to_vec(), Refused, &["Compressed files aren't accepted"]),
        case(12, "[{\"Username\":\"ann@example.com\"}]", Refused, &["JSON", "export as CSV"]),
        case(12, "ID;PWXL;N;E\r\nP;PGeneral\r\nC;Y1;X1;K\"Username\"\r\n", Refused, &["SYLK", "CSV UTF-8"]),
        case(12, "TABLE\r\n0,1\r\n\"EXCEL\"\r\n", Refused, &["DIF", "CSV UTF-8"]),
        case(12, "dn: uid=ann,dc=example,dc=com\nuid: ann\n", Refused, &["LDIF", "export as CSV"]),
        case(
            14,
            "a".repeat(200_000),
            Refused,
            &[
                "The first line has 200,000 characters; at most 128,000 are read",
                "no table, or its line ends were lost",
            ],
        ),
        case(
            14,
            format!("Username{}\nann@example.com\n", ",x".repeat(5_000)),
            Refused,
            &["The first line has 5,001 cells; at most 2,000 columns are read"],
        ),
        case(15, full, Refused, &["exactly 65,536 lines"]),
        case(16, ann("Biography", &"x".repeat(32_767)), Warned, &["Excel cuts cells at 32,767 characters"]),
        case(
            17,
            "version:v1.0\nName [displayName] Required,User name [userPrincipalName] Required\nAnn,ann@example.com\n",
            Refused,
            &["Entra"],
        ),
        case(
            17,
            "First Name [Required],Last Name [Required],Email Address [Required],Password [Required]\nAnn,Lee,ann@example.com,x\n",
            Refused,
            &["Google"],
        ),
        case(
            17,
            "login,firstName,lastName,email,secondEmail,displayName\nann@example.com,Ann,Lee,ann@example.com,,Ann\n",
            Refused,
            &["Okta"],
        ),
        case(
            17,
            "username,password,firstname,lastname,email,course1\nann,x,Ann,Lee,ann@example.com,c\n",
            Refused,
            &["Moodle"],
        ),
        case(
            17,
            "user_id,login_id,first_name,last_name,email,status\n1,ann,Ann,Lee,ann@example.com,active\n",
            Refused,
            &["Canvas"],
        ),
    ]
}

fn utf16(text: &str, little: bool, mark: bool) -> Vec<u8> {
    let bytes = |unit: u16| if little { unit.to_le_bytes() } else { unit.to_be_bytes() };
    let text = if mark { format!("\u{feff}{text}") } else { text.to_owned() };
    text.encode_utf16().flat_map(bytes).collect()
}
