//! `muster diff`: what lies between two extracts, as words, as JSON, and as files that can be imported.

use serde_json::json;

use crate::folder::{DIRECTORY, Folder};

const NEW: &str = "\
Username,WorkEmail,FirstName,LastName,EmployeeId,OfficialLocation,WorkMobilePhone,AccountState,Revision
ann.lee@example.com,ann@example.com,Ann,Lee,00017,Main\\|HQ,,ACTIVE,6
cy@example.com,cy@example.com,Cy,Po,00019,Factory,,ACTIVE,6
ben@example.com,ben@example.com,Ben,Ode,00018,Lab,'+1 555 0118,ACTIVE,7
";

fn folder() -> Folder {
    let folder = Folder::new();
    folder.file("old.csv", DIRECTORY);
    folder.file("new.csv", NEW);
    folder
}

#[test]
fn changes_are_told_in_words() {
    let folder = folder();
    let ran = folder.run(&["diff", "old.csv", "new.csv"]);
    assert_eq!((ran.code, ran.remarks.as_str()), (Some(0), ""));
    ran.says(&[
        "~ ann@example.com  Username: ann@example.com → ann.lee@example.com",
        "~ ann@example.com  WorkMobilePhone: +1 555 0117 → (nothing)",
        "~ ben@example.com  OfficialLocation: Factory → Lab",
        "+ cy@example.com  a new person",
        "1 person changed, 1 person new, 1 person renamed.",
    ]);
    let same = folder.run(&["diff", "old.csv", "old.csv"]);
    assert_eq!((same.code, same.output.as_str()), (Some(0), "No differences.\n"));
}

#[test]
fn both_ways_are_told_to_scripts() {
    let folder = folder();
    let json = folder.run(&["diff", "old.csv", "new.csv", "--format", "json"]).json();
    assert_eq!((&json["version"], &json["key"]), (&json!(1), &json!("employee-id")));
    assert_eq!(json["counts"], json!({"updated": 1, "created": 1, "renamed": 1, "gone": 0}));
    let moved = |old: &str, new: &str| json!({"kind": "update", "username": "ben@example.com", "column": "OfficialLocation", "old": old, "new": new});
    let holds =
        |list: &str, change: &serde_json::Value| json[list].as_array().is_some_and(|changes| changes.contains(change));
    assert!(holds("changes", &moved("Factory", "Lab")), "{json:#}");
    assert!(holds("inverse", &moved("Lab", "Factory")), "{json:#}");
    assert_eq!(json["left"], json!([{"username": "cy@example.com", "column": null}]));
    let by_name = folder.run(&["diff", "old.csv", "new.csv", "--key", "username", "--format", "json"]).json();
    assert_eq!(by_name["counts"], json!({"updated": 1, "created": 2, "renamed": 0, "gone": 1}));
    assert_eq!(by_name["gone"], json!(["ann@example.com"]));
}

#[test]
fn the_file_of_changes_does_them_and_its_inverse_takes_them_back() {
    let folder = folder();
    let written = folder.run(&["diff", "old.csv", "new.csv", "-o", "changes.csv"]);
    assert_eq!(written.code, Some(0));
    assert!(
        written.remarks.contains("read the file with --key employee-id --clear WorkMobilePhone --create allow"),
        "{}",
        written.remarks
    );
    let json = folder.run(&["diff", "old.csv", "new.csv", "--format", "json"]).json();
    let flags = ["--key", "employee-id", "--clear", "WorkMobilePhone", "--create", "allow", "--format", "json"];
    let forth = folder.run(&[&["check", "changes.csv", "--against", "old.csv"], flags.as_slice()].concat());
    assert_eq!((forth.code, &forth.json()["changes"]), (Some(0), &json["changes"]), "{}", forth.output);

    let arguments = ["diff", "old.csv", "new.csv", "--inverse", "-o", "inverse.csv", "--choices", "choices.json"];
    let inverse = folder.run(&arguments);
    assert_eq!((inverse.code, inverse.remarks.as_str()), (Some(0), ""));
    inverse.says(&["! cy@example.com  was created, and is only switched off"]);
    let arguments = ["check", "inverse.csv", "--against", "new.csv", "--choices", "choices.json", "--format", "json"];
    let back = folder.run(&arguments);
    assert_eq!((back.code, &back.json()["changes"]), (Some(0), &json["inverse"]), "{}", back.output);
}

#[test]
fn damaged_extracts_and_missing_places_are_said() {
    let folder = folder();
    folder.file("twice.csv", format!("{DIRECTORY}ann@example.com,x@example.com,X,Y,1,,,,9\n"));
    folder.file("broken.csv", "Username,FirstName\nann@example.com,\"Ann\n");
    let twice = folder.run(&["diff", "old.csv", "twice.csv", "--key", "username"]);
    assert_eq!((twice.code, twice.output.as_str()), (Some(1), ""));
    assert!(twice.remarks.contains("duplicate-key"), "{}", twice.remarks);
    for (arguments, words) in [
        (&["diff", "old.csv", "broken.csv"][..], "broken.csv can't be used as a directory"),
        (&["diff", "old.csv", "missing.csv"], "can't read missing.csv"),
        (&["diff", "old.csv", "new.csv", "-o", "missing/out.csv"], "can't write missing/out.csv"),
        (&["check", "new.csv", "--choices", "old.csv"], "doesn't hold the choices"),
        (&["check", "new.csv", "--clear", "Colour"], "no column of that name"),
        (&["diff", "old.csv"], "NEW"),
    ] {
        let ran = folder.run(arguments);
        assert_eq!((ran.code, ran.output.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(ran.remarks.contains(words), "{arguments:?}: {}", ran.remarks);
    }
}
