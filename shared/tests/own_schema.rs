//! A directory of another shape: its columns are data, so whatever they are called, the same is noticed.

use shared::{Directory, Options, Review, Schema, Upload};
use std::sync::Arc;

const SCHEMA: &str = r#"{"id": "club", "columns": [
    {"header": "Login", "kind": "username", "aliases": ["Account"], "required": true, "unique": true},
    {"header": "Boat", "kind": "text", "aliases": ["Ship"], "max_chars": 12},
    {"header": "Berth", "kind": "text", "unique": true},
    {"header": "Skipper", "kind": "reference"},
    {"header": "Harbours", "kind": "list", "known_values": true}]}"#;
const DIRECTORY: &str = "\
Login,Boat,Berth,Skipper,Harbours
ann@club.org,Anna,007,,North|Main\\|HQ
ben@club.org,Bella,008,ann@club.org,North
cy@club.org,Cara,009,ben@club.org,South
";

fn review(upload: &str) -> Review {
    let schema = Arc::new(Schema::from_json(SCHEMA).expect("a schema"));
    let now = Directory::from_extract(schema, DIRECTORY.into(), 4).expect("an extract");
    let upload = Upload { name: "club.csv".to_owned(), bytes: upload.as_bytes().to_vec() };
    Review::new(Arc::new(now), upload, Options::default())
}

/// The errors and warnings: code, and the line of the first place.
fn found(upload: &str) -> Vec<(String, Option<u32>)> {
    let findings = review(upload).plan().findings.clone();
    let first = |finding: &shared::Finding| finding.places.first().and_then(|place| place.line);
    findings
        .iter()
        .filter(|finding| finding.severity > shared::Severity::Note)
        .map(|finding| (finding.code.clone(), first(finding)))
        .collect()
}

#[test]
fn an_edit_is_an_edit() {
    let review = review("Account,Ship\nBEN@club.org,Bertha\n");
    let operations = &review.plan().change_set.operations;
    assert_eq!((operations.len(), operations[0].username.as_str()), (1, "ben@club.org"));
    assert_eq!(operations[0].changes[0].new, "Bertha");
    assert!(review.plan().digest.is_some());
}

#[test]
fn what_is_wrong_with_it_is_noticed_by_its_own_names() {
    let one = |code: &str, line: u32| vec![(code.to_owned(), Some(line))];
    assert_eq!(found("Login,Boat\n,Anna\n"), one("I001", 2), "a row without its key");
    assert_eq!(found("Login,Boat\nzoe@club.org,Zora\n"), one("I002", 2), "a row about nobody");
    assert_eq!(found("Login,Boat\nben@club.org,B\nBen@club.org,C\n"), one("I004", 2), "one person twice");
    assert_eq!(found("Login,Boat\nben@club.org,A very long name of a boat\n"), one("C002", 2));
    assert_eq!(found("Login,Berth\nben@club.org,7\n"), Vec::new(), "only what it was lost zeros");
    assert_eq!(found("Login,Berth\nben@club.org,8\n"), one("X001", 2));
    assert_eq!(found("Login,Berth\nben@club.org,009\n"), one("I007", 2), "another's berth");
    assert_eq!(found("Login,Berth\nben@club.org,009\ncy@club.org,008\n"), Vec::new(), "two who change places");
    assert_eq!(found("Login,Skipper\nann@club.org,cy@club.org\n"), one("T008", 2));
    assert_eq!(found("Login,Harbours\nben@club.org,Main|HQ\n"), one("L001", 2));
    assert_eq!(found("Boat\nAnna\n"), one("H002", 1));
    assert_eq!(found("Login,Boot\nann@club.org,Anna\n"), one("H003", 1));
}

#[test]
fn a_schema_that_cannot_be_used_says_why() {
    let message = |json: &str| Schema::from_json(json).expect_err("not a schema").to_string();
    assert!(message(r#"{"id": "x", "columns": []}"#).contains("exactly one column of kind username"));
    assert!(
        message(r#"{"id": "x", "columns": [{"header": "Login", "kind": "name"}]}"#).contains("unknown variant `name`")
    );
    let two = r#"{"id": "x", "columns": [{"header": "Login", "kind": "username"}, {"header": "Boat", "kind": "text", "aliases": ["LOGIN"]}]}"#;
    assert!(message(two).contains("answer to the name LOGIN"));
}
