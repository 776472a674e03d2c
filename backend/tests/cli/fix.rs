//! `muster fix`: what it writes, what it says, and that it leaves nothing half done.

use std::process::Stdio;

use crate::folder::{DIRECTORY, Folder, Ran};

/// A file in which a spreadsheet took zeros and a plus away, and a pipe was typed without its backslash.
const DAMAGED: &str = "\
Username,EmployeeId,OfficialLocation,WorkMobilePhone
ann@example.com,17,Main\\|HQ,1 555 0117
ben@example.com,00018,Factory|Main|HQ,+1 555 0118
";

const MENDED: &str = "\u{feff}Username,EmployeeId,OfficialLocation,WorkMobilePhone\r
ann@example.com,00017,Main\\|HQ,'+1 555 0117\r
ben@example.com,00018,Factory|Main\\|HQ,+1 555 0118\r
";

fn folder() -> Folder {
    let folder = Folder::new();
    folder.file("directory.csv", DIRECTORY);
    folder.file("upload.csv", DAMAGED);
    folder
}

fn fix(folder: &Folder, more: &[&str]) -> Ran {
    folder.run(&[&["fix", "--safe", "--against", "directory.csv"], more].concat())
}

#[test]
fn what_was_certainly_meant_is_written_and_said() {
    let folder = folder();
    let ran = fix(&folder, &["upload.csv"]);
    assert_eq!((ran.code, ran.output.as_str()), (Some(0), MENDED));
    for words in [
        "fixed L001[unescaped-pipe]",
        " --> upload.csv:3:23",
        "3 | ben@example.com,00018,Factory|Main|HQ,+1 555 0118\n  |                       ^^^^^^^^^^^^^^^ now Factory|Main\\|HQ\n",
        "fixed X001[leading-zeros-lost]: Leading zeros lost: EmployeeId was 00017, the file has 17.",
        "fixed X005[plus-lost]",
        "upload.csv: 3 places fixed. Nothing else was noticed.",
    ] {
        assert!(ran.remarks.contains(words), "“{words}” is missing in\n{}", ran.remarks);
    }
    assert!(!ran.remarks.contains('\u{1b}'), "no colour where there is no terminal");
}

#[test]
fn a_second_time_changes_nothing() {
    let folder = folder();
    assert_eq!(fix(&folder, &["upload.csv", "-o", "once.csv"]).code, Some(0));
    assert_eq!(folder.read("once.csv"), MENDED);
    let again = fix(&folder, &["once.csv", "-o", "twice.csv"]);
    assert_eq!((again.code, folder.read("twice.csv").as_str()), (Some(0), MENDED));
    assert!(again.remarks.contains("once.csv: nothing to fix."), "{}", again.remarks);
    // The file may take its own place.
    assert_eq!(fix(&folder, &["upload.csv", "-o", "upload.csv"]).code, Some(0));
    assert_eq!(folder.read("upload.csv"), MENDED);
}

#[test]
fn what_a_person_must_decide_stays_and_is_said() {
    let folder = folder();
    folder.file("upload.csv", format!("{DAMAGED}nobody@example.com,,HQ,1\n"));
    let ran = fix(&folder, &["upload.csv", "-o", "out.csv", "--format", "json"]);
    assert_eq!(ran.code, Some(1), "{}", ran.remarks);
    assert_eq!(folder.read("out.csv"), format!("{MENDED}nobody@example.com,,HQ,1\r\n"));
    let json = ran.json();
    let codes = |list: &str| {
        let findings = json[list].as_array().expect("findings").iter();
        findings.map(|finding| finding["code"].as_str().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(codes("fixed"), ["L001", "X001", "X005"]);
    assert!(codes("findings").contains(&"I002".to_owned()), "{json:#}");
    assert_eq!((&json["written"], &json["digest"]), (&true.into(), &serde_json::Value::Null));
    let human = fix(&folder, &["upload.csv"]);
    assert!(human.remarks.contains("A person must decide the rest: 1 error"), "{}", human.remarks);
}

#[test]
fn what_cannot_be_read_is_not_written() {
    let folder = folder();
    folder.file("upload.csv", "Username,FirstName\nann@example.com,\"Ann\n");
    folder.file("out.csv", "as it was");
    let ran = fix(&folder, &["upload.csv", "-o", "out.csv"]);
    assert_eq!((ran.code, folder.read("out.csv").as_str()), (Some(1), "as it was"));
    assert!(ran.remarks.contains("nothing was written"), "{}", ran.remarks);
    assert_eq!(fix(&folder, &["upload.csv"]).output, "");
}

#[test]
fn fixing_without_saying_how_is_no_command() {
    let folder = folder();
    let ran = folder.run(&["fix", "upload.csv"]);
    assert_eq!((ran.code, ran.output.as_str()), (Some(2), ""));
    assert!(ran.remarks.contains("--safe"), "{}", ran.remarks);
}

#[test]
fn a_place_that_cannot_be_written_is_left_as_it_was() {
    let folder = folder();
    let ran = fix(&folder, &["upload.csv", "-o", "missing/out.csv"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.remarks.contains("can't write missing/out.csv"), "{}", ran.remarks);
    // A device that is always full: the bytes are lost, and it is said.
    let full = fix(&folder, &["upload.csv", "-o", "/dev/full"]);
    assert_eq!(full.code, Some(2), "{}", full.remarks);
    let there: Vec<_> = std::fs::read_dir(folder.path()).expect("the folder").collect();
    assert_eq!(there.len(), 2, "nothing half written stays: {there:?}");
}

#[cfg(unix)]
#[test]
fn a_file_keeps_its_permissions_and_a_link_its_target() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder();
    let out = folder.file("out.csv", "old");
    std::fs::set_permissions(&out, std::fs::Permissions::from_mode(0o640)).expect("permissions");
    std::os::unix::fs::symlink("out.csv", folder.path().join("link.csv")).expect("a link");
    assert_eq!(fix(&folder, &["upload.csv", "-o", "link.csv"]).code, Some(0));
    assert_eq!(folder.read("out.csv"), MENDED);
    let mode = std::fs::metadata(&out).expect("the file").permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
    assert!(folder.path().join("link.csv").is_symlink());
}

#[test]
fn a_reader_that_leaves_early_is_no_error() {
    let folder = folder();
    let rows = (0..10_000).map(|number| format!("p{number}@example.com,HQ\n")).collect::<Vec<_>>().concat();
    folder.file("long.csv", format!("Username,OfficialLocation\n{rows}"));
    let arguments = ["fix", "--safe", "long.csv"];
    let mut child =
        folder.muster(&arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("muster runs");
    drop(child.stdout.take());
    let ended = Ran::of(&child.wait_with_output().expect("muster ends"));
    assert!(ended.code == Some(1) && !ended.remarks.contains("panicked"), "{ended:?}");
}
