//! What can be said of a file from its beginning, while the rest is still being read.

use super::{Opened, Review, Upload};
use crate::directory::Directory;
use crate::facts::FileFacts;
use crate::finding::Finding;
use crate::options::Options;
use crate::rule::Stage;
use crate::rules::ALL;
use crate::schema::Schema;
use crate::stages::findings::reading_findings;
use std::sync::Arc;

/// Rules that ask further rows before they speak of one: which people the file brings, how it writes days, where a
/// quote ends that was opened, whether more text stands beside the table.
const ASK_THE_REST: [&str; 4] = ["supervisor-unknown", "invalid-date", "unclosed-quote", "text-beside-table"];

/// A first look at a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FirstLook {
    /// What is known of the file: its `rows` and its `base` are those of its beginning.
    pub facts: FileFacts,
    /// What is found in its beginning and stands whatever follows. Rules about the whole file are silent.
    pub findings: Vec<Finding>,
}

/// Looks at the beginning of a file of `size` bytes. Without a directory, only the reading is judged. `None` where a
/// part of the file says nothing: in a workbook, in UTF-16, or without the end of a line.
pub fn first_look(
    schema: &Arc<Schema>,
    directory: Option<&Arc<Directory>>,
    name: &str,
    beginning: &[u8],
    size: usize,
) -> Option<FirstLook> {
    const NOT_BY_PARTS: [&[u8]; 3] = [b"PK", b"\xFF\xFE", b"\xFE\xFF"];
    if NOT_BY_PARTS.iter().any(|mark| beginning.starts_with(mark)) {
        return None;
    }
    let whole_lines =
        if beginning.len() < size { beginning.get(..=memchr::memrchr2(b'\n', b'\r', beginning)?)? } else { beginning };
    let upload = Upload { name: name.to_owned(), bytes: whole_lines.to_vec() };
    let (facts, findings) = if let Some(directory) = directory {
        let plan = Review::new(Arc::clone(directory), upload, Options::default()).into_plan();
        (plan.file, plan.findings)
    } else {
        let opened = Opened::read(schema, upload, &Options::default());
        let findings = reading_findings(&opened.table);
        (opened.facts, findings)
    };
    let facts = FileFacts { size, ..facts };
    Some(FirstLook { facts, findings: findings.into_iter().filter(stands).collect() })
}

/// Whether a finding follows from its rows alone.
fn stands(finding: &Finding) -> bool {
    let rule = ALL.iter().find(|rule| rule.code == finding.code);
    let by_rows = rule.is_some_and(|rule| rule.looks_at != Stage::Merge);
    by_rows && !ASK_THE_REST.contains(&finding.name.as_str())
}

#[cfg(test)]
mod tests {
    use super::{ASK_THE_REST, first_look};
    use crate::directory::Directory;
    use crate::rules::ALL;
    use crate::schema::Schema;
    use std::sync::Arc;

    const EXTRACT: &str = "Username,WorkEmail\nann@example.com,ann@example.com\nben@example.com,ben@example.com\n";

    fn look(beginning: &str, size: usize) -> Option<(usize, Vec<String>)> {
        let schema = Arc::new(Schema::standard());
        let directory = Directory::from_extract(Arc::clone(&schema), EXTRACT.into(), 1).ok().map(Arc::new)?;
        let look = first_look(&schema, Some(&directory), "people.csv", beginning.as_bytes(), size)?;
        Some((look.facts.rows, look.findings.into_iter().map(|finding| finding.name).collect()))
    }

    #[test]
    fn whole_lines_are_judged_and_the_rest_waits() {
        let beginning = "Username,WorkEmail\nann@example.com,ann@example\nben@exam";
        assert_eq!(look(beginning, 9_000), Some((1, vec!["invalid-email".to_owned()])));
        // Absent people, and a quote that may end further down, are no findings yet.
        let quoted = "Username,WorkEmail\nann@example.com,\"ann\nx";
        assert_eq!(look(quoted, 9_000).map(|(_, findings)| findings), Some(Vec::new()));
        assert_eq!(look("PK\u{3}\u{4}", 9_000), None);
        assert_eq!(look("Username", 9_000), None);
    }

    #[test]
    fn rules_that_wait_exist() {
        for name in ASK_THE_REST {
            assert!(ALL.iter().any(|rule| rule.name == name), "{name}");
        }
    }
}
