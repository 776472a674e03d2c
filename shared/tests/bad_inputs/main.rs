//! The bad inputs that Muster is designed for, by their numbers in the design: each has a row here that shows what is done
//! with it and holds the words that its message must have. The test fails while a number is missing.

mod files;
mod structure;
mod values;

use shared::extract::{Extract, ExtractOptions};
use shared::limits::MOST_BYTES;
use shared::options::{Blanks, Create, Key, Options};
use shared::review::{Against, Review, Upload};
use shared::{Directory, Finding, Plan, Reading, Schema, Severity};
use std::path::Path;
use std::sync::Arc;

/// What becomes of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// An error stands: nothing can be sent.
    Refused,
    /// It can be sent, and a warning must be acknowledged.
    Warned,
    /// It can be sent, and so many cells change.
    Changes(usize),
}
use Outcome::{Changes, Refused, Warned};

/// One input: its number, the file, what becomes of it, and words that are said.
struct Case {
    number: u32,
    upload: Vec<u8>,
    options: Options,
    against: String,
    base: Option<&'static str>,
    outcome: Outcome,
    words: &'static [&'static str],
}

const DIRECTORY: &str = "\
Username,WorkEmail,FirstName,LastName,EmployeeId,OfficialLocation,Joined,AllowManageRelationships,WorkMobilePhone,Biography,AccountState,Revision
ann@example.com,ann@example.com,Ann,Lee,00123,Main\\|HQ,2024-01-02,True,'+15550117,\"two\nlines\",ACTIVE,3
ben@example.com,ben@example.com,José,O'Brien,123456789012,Factory,2023-05-06,False,0555 0118,,ACTIVE,4
cy@example.com,cy@example.com,Cy,Müller,00125,HQ,,,,,ACTIVE,2
";

fn case(number: u32, upload: impl Into<Vec<u8>>, outcome: Outcome, words: &'static [&'static str]) -> Case {
    Case {
        number,
        upload: upload.into(),
        options: Options::default(),
        against: DIRECTORY.to_owned(),
        base: None,
        outcome,
        words,
    }
}

fn chosen(case: Case, options: Options) -> Case {
    Case { options, ..case }
}

/// A file with the Username and one more column, of Ann's.
fn ann(column: &str, value: &str) -> String {
    format!("Username,{column}\nann@example.com,{value}\n")
}

fn ben(column: &str, value: &str) -> String {
    format!("Username,{column}\nben@example.com,{value}\n")
}

fn create() -> Options {
    Options { create: Create::Allow, ..Options::default() }
}

fn clear() -> Options {
    Options { blanks: Blanks::Clear, ..Options::default() }
}

/// Sent by Ann, who is an admin beside Ben.
fn by_ann() -> Options {
    let admins = ["ann@example.com", "ben@example.com"].map(str::to_owned).into();
    Options { sender: Some("ann@example.com".to_owned()), admins, ..Options::default() }
}

fn by_id() -> Options {
    Options { key: Key::EmployeeId, ..Options::default() }
}

/// A new person with one of her required values.
fn newcomer(username: &str, mail: &str, name: &str) -> String {
    format!("Username,WorkEmail,FirstName,LastName\n{username},{mail},{name},Po\n")
}

fn review(case: &Case) -> Review {
    let schema = Arc::new(Schema::standard());
    let read = |text: &str, revision| {
        Arc::new(Directory::from_extract(Arc::clone(&schema), text.as_bytes().to_vec(), revision).expect("an extract"))
    };
    let upload = Upload { name: "people.csv".to_owned(), bytes: case.upload.clone() };
    let options = Options { base: case.base.map(|_| 2), ..case.options.clone() };
    let base = case.base.map(|base| read(base, 2));
    let against = Against::new(read(&case.against, 4), base).expect("one schema");
    Review::new(against, upload, options)
}

fn outcome(plan: &Plan) -> Outcome {
    let worst = plan.findings.iter().map(|finding| finding.severity).max();
    match worst {
        Some(Severity::Error) => Refused,
        Some(Severity::Warning) => Warned,
        _ => Changes(plan.change_set.operations.iter().map(|operation| operation.changes.len()).sum()),
    }
}

/// All that is said: messages, help, fixes, and the values beside them.
fn said(findings: &[Finding]) -> String {
    let of = |finding: &Finding| {
        let fixes: Vec<String> = finding.fixes.iter().map(|fix| fix.title.to_string()).collect();
        let places: Vec<String> =
            finding.places.iter().take(3).map(|place| format!("{:?} {:?}", place.value, place.stored)).collect();
        let Finding { code, message, help, .. } = finding;
        format!("{code} {message} {help} {} {}\n", fixes.join(" · "), places.join(" · "))
    };
    findings.iter().map(of).collect::<Vec<_>>().concat()
}

/// Items that are shown elsewhere: the number, the file, and the test in it.
const ELSEWHERE: [(u32, &str, &str); 1] = [
    // The accounts that sign in to Muster are no people of the directory: the server keeps the last admin among them.
    (55, "backend/tests/http/admins.rs", "fn nobody_changes_her_own_rights_and_the_last_system_admin_stays"),
];

#[test]
fn what_is_shown_elsewhere_is_there() {
    for (number, file, test) in ELSEWHERE {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(file);
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(text.contains(test), "item {number}: {file} has no {test}");
    }
}

#[test]
fn every_bad_input_is_met_as_designed() {
    let cases: Vec<Case> =
        [files::file_and_encoding(), structure::structure(), values::values()].into_iter().flatten().collect();
    let mut wrong = Vec::new();
    for case in &cases {
        let review = review(case);
        let plan = review.plan();
        let (found, text) = (outcome(plan), said(&plan.findings));
        let lacking: Vec<&&str> =
            case.words.iter().filter(|words| !text.to_lowercase().contains(&words.to_lowercase())).collect();
        if found != case.outcome || !lacking.is_empty() {
            let start: String = String::from_utf8_lossy(&case.upload).chars().take(120).collect();
            wrong.push(format!(
                "{}: {start:?}\n  {found:?}, not {:?}; not said: {lacking:?}\n  {text}",
                case.number, case.outcome
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let mut shown: Vec<u32> = cases.iter().map(|case| case.number).chain([14, 43]).collect();
    shown.extend(ELSEWHERE.iter().map(|(number, ..)| *number));
    let missing: Vec<u32> = (1..=59).filter(|number| !shown.contains(number)).collect();
    assert!(missing.is_empty(), "nothing shows the items {missing:?}");
}

/// Item 14: refused before anything is done with it, with both numbers.
#[test]
fn too_large_a_file_is_refused_early() {
    let reading = Reading::of(vec![0; MOST_BYTES + 1], None);
    let text = said(&reading.findings);
    assert!(reading.refused() && text.contains("1,073,741,825 bytes; at most 1,073,741,824 are read"), "{text}");
}

/// Item 43: whatever begins like a formula or with an apostrophe comes back as it was.
#[test]
fn guarded_values_come_back() {
    let schema = Arc::new(Schema::standard());
    let values = ["'=x", "''=x", "O'Brien", "'t Hooft", "-", "\t=x", "=1+1", "@SUM", "＝x", "+1", "'", "''"];
    let mut extract = Extract::new(&schema, &ExtractOptions::default());
    let nickname = schema.index_of("Nickname").expect("a column");
    for (number, value) in values.iter().enumerate() {
        let mut person = vec![String::new(); schema.columns.len()];
        person[schema.username()] = format!("p{number}@example.com");
        (*value).clone_into(&mut person[nickname]);
        extract.write_person(&person, 1);
    }
    let directory = Directory::from_extract(Arc::clone(&schema), extract.into_bytes(), 1).expect("an extract");
    let read: Vec<String> = directory.iter().map(|person| person.value(nickname).into_owned()).collect();
    // Outer space is no part of a value.
    let stored: Vec<&str> = values.iter().map(|value| value.trim()).collect();
    assert_eq!(read, stored);
}
