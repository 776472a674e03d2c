//! The example program does what it says, on fixtures.

#[path = "../examples/check.rs"]
#[expect(dead_code, reason = "its main reads the files that a person names")]
mod check;

use check::verdict;

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/../fixtures/{name}", env!("CARGO_MANIFEST_DIR"))).expect("a fixture")
}

#[test]
fn the_example_says_what_a_file_would_do() {
    let words = verdict(fixture("directory.csv"), fixture("merge/username-changed/upload.csv")).expect("a verdict");
    assert!(words.contains("I003") && words.ends_with("nothing can be sent.\n"), "{words}");
    let same = verdict(fixture("directory.csv"), fixture("directory.csv")).expect("a verdict");
    assert_eq!(same.lines().count(), 1, "only the digest: {same}");
    assert!(verdict(b"Nobody\n".to_vec(), Vec::new()).is_err_and(|problem| !problem.is_empty()));
}
