//! Merged cells of a workbook: what they hold for, and what they don't.

#[path = "support/workbook.rs"]
mod support;

use shared::options::{Blanks, Options};
use shared::review::{Review, Upload};
use shared::{Directory, Schema};
use std::sync::Arc;
use support::dressed;

/// A directory, and a file in a workbook of which some cells are merged.
fn merged(csv: &str, range: &str, options: Options) -> Review {
    let schema = Arc::new(Schema::standard());
    let extract = "Username,FirstName,JobCategory\nann@example.com,Ann,Office\nben@example.com,Ben,Field\ncem@example.com,Cem,Care\n";
    let now = Arc::new(Directory::from_extract(schema, extract.into(), 1).expect("an extract"));
    let upload = Upload { name: "people.xlsx".to_owned(), bytes: dressed(csv, false, range, "") };
    Review::new(now, upload, options)
}

#[test]
fn cells_under_a_merged_one_are_missing() {
    let clear = || Options { blanks: Blanks::Clear, ..Options::default() };
    let changes = |review: &Review| -> Vec<String> {
        let operations = &review.plan().change_set.operations;
        let changes = operations.iter().flat_map(|operation| {
            operation.changes.iter().map(|change| format!("{} {}", operation.username, change.new))
        });
        changes.collect()
    };
    let said = |review: &Review| {
        review.plan().findings.iter().map(|finding| finding.code.clone()).collect::<Vec<_>>().join(" ")
    };
    let csv = "Username,JobCategory\nann@example.com,Sales\nben@example.com,hidden\ncem@example.com,\n";
    let mut review = merged(csv, "B2:B4", clear());
    assert_eq!(changes(&review), ["ann@example.com Sales"]);
    assert!(said(&review).contains("B015"), "{}", said(&review));
    // What is sent keeps what is stored.
    let sent = String::from_utf8(review.corrected_file()).expect("text");
    assert_eq!(
        sent,
        "\u{feff}Username,JobCategory\r\nann@example.com,Sales\r\nben@example.com,Field\r\ncem@example.com,Care\r\n"
    );
    let finding =
        review.plan().findings.iter().find(|finding| finding.code == "B015").expect("merged cells").id.clone();
    assert!(review.apply_fix(&finding, 0, None));
    assert_eq!(changes(&review), ["ann@example.com Sales", "ben@example.com Sales", "cem@example.com Sales"]);
    assert!(!said(&review).contains("B015"), "{}", said(&review));
    // Beside the people, merged cells say nothing: a title, a footer, a legend.
    for (csv, range) in [
        ("Username,JobCategory\nann@example.com,Office\n,\nPrinted for the board,\n", "A4:B4"),
        ("Username,JobCategory\nann@example.com,Office\n", "D1:E9"),
        ("Username,JobCategory\nann@example.com,Office\n", "A3:B9"),
    ] {
        assert!(!said(&merged(csv, range, clear())).contains("B015"), "{range}");
    }
    // A key under a merged cell says why it is missing.
    let review = merged("Username,JobCategory\nann@example.com,Office\n,Sales\n", "A2:A3", clear());
    assert!(said(&review).contains("I001") && said(&review).contains("B015"), "{}", said(&review));
    assert!(changes(&review).is_empty());
}
