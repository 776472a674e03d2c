//! The commands for developers, from outside: what they print, and how they exit.

#[path = "cli/diff.rs"]
mod diff;
#[path = "cli/fix.rs"]
mod fix;
#[path = "cli/folder.rs"]
mod folder;

use std::io::{Read, Write};
use std::process::Stdio;

use folder::{DIRECTORY, Folder, Ran};
use serde_json::Value;

#[test]
fn read_gives_the_records_as_they_stand() {
    let folder = Folder::new();
    folder.file("file.csv", "\u{feff}a;b\r\n\"1;\"\"2\"\"\";'=x\r\n");
    let ran = folder.run(&["read", "file.csv", "--format", "json"]);
    assert_eq!(ran.code, Some(0));
    let json = ran.json();
    assert_eq!(json["version"], 1);
    assert_eq!((&json["encoding"], &json["delimiter"]), (&Value::from("UTF-8"), &Value::from(";")));
    assert_eq!(json["records"], serde_json::json!([["a", "b"], ["1;\"2\"", "'=x"]]));
    let human = folder.run(&["read", "file.csv"]);
    assert_eq!(human.code, Some(0));
    human.says(&["2  1;\"2\" │ '=x", "1 row below the header", "separated by semicolon"]);
}

#[test]
fn read_refuses_damage_and_shows_it() {
    let folder = Folder::new();
    folder.file("file.csv", "a,b\n1,\"2\" x\n");
    let ran = folder.run(&["read", "file.csv"]);
    assert_eq!(ran.code, Some(1));
    ran.says(&["error R002[text-after-quote]", "--> file.csv:2:6", "2 | 1,\"2\" x", "file.csv is refused: 1 error"]);
    let json = folder.run(&["read", "file.csv", "--format", "json"]);
    assert_eq!(json.code, Some(1));
    assert_eq!((&json.json()["findings"][0]["code"], &json.json()["findings"][0]["line"]), (&"R002".into(), &2.into()));
}

#[test]
fn read_takes_another_encoding_only_when_told() {
    let folder = Folder::new();
    folder.file("file.csv", b"a,b\nJos\xE9,x\n");
    let refused = folder.run(&["read", "file.csv"]);
    assert_eq!(refused.code, Some(1));
    refused.says(&["not-utf8", "--> file.csv:2:4", "José"]);
    let read = folder.run(&["read", "file.csv", "--encoding", "windows-1252", "--format", "json"]);
    assert_eq!((read.code, &read.json()["records"][1][0]), (Some(0), &"José".into()));
    assert_eq!(folder.run(&["read", "file.csv", "--encoding", "klingon"]).code, Some(2));
}

#[test]
fn read_reads_standard_input() {
    let folder = Folder::new();
    let mut child = folder
        .muster(&["read", "-", "--format", "json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("muster runs");
    child.stdin.take().expect("its input").write_all(b"a,b\n1,2\n").expect("a line");
    let ran = Ran::of(&child.wait_with_output().expect("muster ends"));
    assert_eq!((ran.code, &ran.json()["records"][1]), (Some(0), &serde_json::json!(["1", "2"])));
}

#[test]
fn check_plans_against_a_directory() {
    let folder = Folder::new();
    folder.file("directory.csv", DIRECTORY);
    folder.file("upload.csv", "Username,WorkMobilePhone\r\nann@example.com,+1 555 0199\r\nben@example.com,\r\n");
    let ran = folder.run(&["check", "upload.csv", "--against", "directory.csv", "--format", "json"]);
    assert_eq!((ran.code, ran.remarks.as_str()), (Some(0), ""));
    let json = ran.json();
    assert_eq!((&json["counts"]["updated"], &json["counts"]["same"]), (&1.into(), &1.into()));
    let change = serde_json::json!({"kind": "update", "username": "ann@example.com", "column": "WorkMobilePhone", "old": "+1 555 0117", "new": "+1 555 0199"});
    assert_eq!(json["changes"], serde_json::json!([change]));
    assert_eq!(json["digest"].as_str().map(str::len), Some(64));
    assert_eq!(json["story"][0]["sentence"], "WorkMobilePhone: 1 single edit.");

    let cleared = folder.run(&["check", "upload.csv", "--against", "directory.csv", "--blanks", "clear"]);
    cleared.says(&[
        "What this file does",
        "WorkMobilePhone: 2 single edits.",
        "~ ben@example.com  WorkMobilePhone: +1 555 0118 → (nothing)",
        "upload.csv can be sent",
        "2 would change",
    ]);
}

#[test]
fn check_shows_the_cell_and_what_would_mend_it() {
    let folder = Folder::new();
    folder.file("directory.csv", DIRECTORY);
    folder.file("upload.csv", "Username,OfficialLocation\nben@example.com,Factory|Main|HQ\n");
    let ran = folder.run(&["check", "upload.csv", "--against", "directory.csv"]);
    assert_eq!(ran.code, Some(1));
    ran.says(&[
        "error L001[unescaped-pipe]",
        " --> upload.csv:2:17",
        "2 | ben@example.com,Factory|Main|HQ\n  |                 ^^^^^^^^^^^^^^^ stored: Factory\n",
        "fix: Write it as Main\\|HQ (safe)",
        "upload.csv can't be sent yet: 1 error",
    ]);
    assert!(!ran.output.contains('\u{1b}'), "no colour where there is no terminal");
    let mut forced = folder.muster(&["check", "upload.csv", "--against", "directory.csv"]);
    let forced = Ran::of(&forced.env("CLICOLOR_FORCE", "1").output().expect("muster runs"));
    assert!(forced.output.contains('\u{1b}'), "colour where somebody asks for it");
}

#[test]
fn check_tells_code_review_tools() {
    let folder = Folder::new();
    folder.file("directory.csv", DIRECTORY);
    folder.file("an upload.csv", "Username,OfficialLocation\nben@example.com,Factory|Main|HQ\n");
    let ran = folder.run(&["check", "an upload.csv", "--against", "directory.csv", "--format", "sarif"]);
    assert_eq!(ran.code, Some(1));
    let json = ran.json();
    let result = &json["runs"][0]["results"][0];
    assert_eq!(
        (&json["version"], &result["ruleId"], &result["level"]),
        (&"2.1.0".into(), &"L001".into(), &"error".into())
    );
    let location = serde_json::json!({"artifactLocation": {"uri": "an%20upload.csv"}, "region": {"startLine": 2, "startColumn": 17}});
    assert_eq!(result["locations"][0]["physicalLocation"], location);
}

#[test]
fn check_without_a_directory_takes_everybody_for_new() {
    let folder = Folder::new();
    folder.file("upload.csv", DIRECTORY);
    let ran = folder.run(&["check", "upload.csv", "--format", "json"]);
    assert_eq!((ran.code, &ran.json()["counts"]["created"]), (Some(0), &2.into()), "{}", ran.output);
    assert!(ran.remarks.contains("without --against"), "{}", ran.remarks);
    assert_eq!(folder.run(&["check", "upload.csv", "--create", "deny"]).code, Some(1));
}

#[test]
fn check_tells_edits_from_stale_cells_by_the_base() {
    let folder = Folder::new();
    folder.file("extract-r2.csv", "Username,FirstName,WorkMobilePhone\nann@example.com,Ann,1\nben@example.com,Ben,2\n");
    folder.file("now-r3.csv", "Username,FirstName,WorkMobilePhone\nann@example.com,Anna,1\nben@example.com,Ben,3\n");
    folder.file("upload.csv", "Username,FirstName,WorkMobilePhone\nann@example.com,Ann,7\nben@example.com,Ben,8\n");
    let ran =
        folder.run(&["check", "upload.csv", "--against", "now-r3.csv", "--base", "extract-r2.csv", "--format", "json"]);
    let json = ran.json();
    assert_eq!((ran.code, &json["counts"]["conflicts"]), (Some(1), &1.into()));
    let changed: Vec<_> =
        json["changes"].as_array().expect("changes").iter().map(|change| change["column"].clone()).collect();
    assert_eq!(changed, ["WorkMobilePhone"], "the first name is a colleague's, and stays");
}

#[test]
fn long_groups_show_their_first_places() {
    let folder = Folder::new();
    folder.file("directory.csv", DIRECTORY);
    let rows = (0..500).map(|number| format!("nobody{number}@example.com,x\n")).collect::<Vec<_>>().concat();
    folder.file("upload.csv", format!("Username,Nickname\n{rows}"));
    let ran = folder.run(&["check", "upload.csv", "--against", "directory.csv"]);
    ran.says(&["person-not-found", "upload.csv:2:1", "upload.csv:4:1", "and 497 more places"]);
    assert!(!ran.output.contains("upload.csv:5:1"));
}

#[test]
fn what_cannot_be_used_is_said_in_one_line() {
    let folder = Folder::new();
    folder.file("upload.csv", DIRECTORY);
    folder.file("broken.csv", "Username,FirstName\nann@example.com,\"Ann\n");
    folder.file("schema.json", "{}");
    for (arguments, words) in [
        (&["check", "missing.csv"][..], "can't read missing.csv"),
        (&["read", "."], "can't read ."),
        (&["check", "upload.csv", "--against", "broken.csv"], "broken.csv can't be used as a directory"),
        (&["check", "upload.csv", "--schema", "schema.json"], "schema.json can't be used"),
        (&["check", "upload.csv", "--dates", "sometime"], "DD/MM/YYYY"),
        (&["check"], "FILE"),
        (&["rules", "Z999"], "no rule Z999"),
    ] {
        let ran = folder.run(arguments);
        assert_eq!((ran.code, ran.output.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(ran.remarks.contains(words), "{arguments:?}: {}", ran.remarks);
        assert!(!ran.remarks.contains("panicked"), "{arguments:?}");
    }
}

#[test]
fn rules_explain_themselves() {
    let folder = Folder::new();
    folder.run(&["rules"]).says(&["L001  unescaped-pipe", "R001  unclosed-quote", "error"]);
    let by_code = folder.run(&["rules", "l001"]);
    by_code.says(&["L001 unescaped-pipe", "Why it matters", "  │ ben@example.com,Factory|Main|HQ"]);
    assert_eq!(by_code.output, folder.run(&["rules", "unescaped-pipe"]).output);
}

#[test]
fn rules_are_found_by_a_part_of_their_name() {
    let folder = Folder::new();
    let some = folder.run(&["rules", "zeros"]);
    some.says(&["I011  key-zeros-lost", "X001  leading-zeros-lost"]);
    assert!(!some.output.contains("R001") && some.output.lines().all(|line| line.chars().count() <= 100));
    assert_eq!(folder.run(&["rules", "mojib"]).output, folder.run(&["rules", "B005"]).output);
}

#[test]
fn what_check_says_to_choose_can_be_chosen() {
    let folder = Folder::new();
    folder.file("directory.csv", DIRECTORY);
    folder.file("upload.csv", "Username,EmployeeId\nann@example.com,17\n");
    let ran = folder.run(&["check", "upload.csv", "--against", "directory.csv"]);
    assert_eq!(ran.code, Some(1));
    let choice = r#"{"meant_values":{"EmployeeId":["17"]}}"#;
    ran.says(&[
        "fix: Keep the stored value (safe)",
        &format!("fix: It is meant (in --choices: {choice})"),
        "`muster fix`",
    ]);
    folder.file("choices.json", choice);
    let chosen = folder.run(&["check", "upload.csv", "--against", "directory.csv", "--choices", "choices.json"]);
    assert_eq!(chosen.code, Some(0), "{}", chosen.output);
    chosen.says(&["EmployeeId: 00017 → 17"]);
    assert!(!chosen.output.contains("`muster fix`"), "{}", chosen.output);
}

#[test]
fn a_directory_that_has_somebody_twice_is_said_to() {
    let folder = Folder::new();
    folder.file("directory.csv", format!("{DIRECTORY}{}", DIRECTORY.lines().nth(1).expect("a person")));
    folder.file("upload.csv", "Username,FirstName\nben@example.com,Benn\n");
    let ran = folder.run(&["check", "upload.csv", "--against", "directory.csv"]);
    assert_eq!(ran.code, Some(1));
    ran.says(&["error I012[directory-name-twice]: The directory holds the Username ann@example.com twice."]);
}

#[test]
fn a_reader_that_leaves_early_is_no_error() {
    let folder = Folder::new();
    let rows = (0..200_000).map(|number| format!("{number},x\n")).collect::<Vec<_>>().concat();
    folder.file("long.csv", format!("a,b\n{rows}"));
    for format in ["human", "json"] {
        let mut child = folder
            .muster(&["read", "long.csv", "--format", format])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("muster runs");
        drop(child.stdout.take());
        let ended = Ran::of(&child.wait_with_output().expect("muster ends"));
        assert_eq!((ended.code, ended.remarks.as_str()), (Some(0), ""), "{format}");
    }
}

/// The file is held once, and its records are written as they are split: what is written is six times as long here.
#[cfg(target_os = "linux")]
#[test]
fn read_never_holds_what_it_writes() {
    const ROWS: usize = 100_000;
    let folder = Folder::new();
    let row = format!("{},x\n", "\u{1}".repeat(100));
    folder.file("file.csv", format!("a,b\n{}", row.repeat(ROWS)));
    let mut child =
        folder.muster(&["read", "file.csv", "--format", "json"]).stdout(Stdio::piped()).spawn().expect("muster runs");
    let mut output = child.stdout.take().expect("its output");
    let mut first = vec![0; 32 << 20];
    output.read_exact(&mut first).expect("half of sixty megabytes");
    // It waits for a reader of the rest meanwhile.
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).expect("a process that runs");
    let most = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")).expect("a peak");
    let most: usize = most.trim().parse().expect("a number");
    let rest = std::io::copy(&mut output, &mut std::io::sink()).expect("the rest");
    assert!(rest > 16 << 20 && child.wait().expect("muster ends").success());
    assert!(most < 45 << 10, "{most} kB for a file of 10 MB");
}

#[test]
fn nothing_in_a_file_commands_the_terminal() {
    let folder = Folder::new();
    folder.file("file.csv", "a,b\n\u{1b}]0;owned\u{7},\u{202e}x\n");
    let ran = folder.run(&["read", "file.csv"]);
    assert!(!ran.output.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{}", ran.output);
}
