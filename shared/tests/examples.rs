//! Executes the examples in the rules' documentation: what a reader sees is what the engine does.
//!
//! A block is CSV; after `csv` on its fence may stand choices for it: `clear` (blank cells clear), `create` (creating is
//! allowed), `employee-id` (the key), `bytes` (`\xE9` stands for a byte), `workbook` (the cells stand in a workbook;
//! `=F → V` is a formula and its value), `hidden` (its rows are hidden), `merge-B2:B3` (cells are merged), `format-0.00` (its
//! numbers have that format), `sender-ann`, `admin-ann` and
//! `protected-ann` (what Ann is to the file), `usual` (the usual directory, whatever stands under *Directory*). Under *Directory* and *Base* stand the
//! directory and the extract that the file was made from, under *Past* what a keeper remembers, as JSON; under *Fixed*, the file that the first fix leaves.

#[path = "support/workbook.rs"]
mod workbook;

use shared::directory::Directory;
use shared::options::{Blanks, Create, Key, Options};
use shared::review::{Against, Review, Upload};
use shared::rule::{EXAMPLE_DIRECTORY, Fixes, Rule};
use shared::rules::ALL;
use shared::schema::Schema;
use std::sync::Arc;

struct Example {
    heading: String,
    choices: String,
    text: String,
}

fn examples(rule: &Rule) -> Vec<Example> {
    let (mut examples, mut heading, mut block) = (Vec::new(), String::new(), None::<Example>);
    for line in rule.documentation.lines().map(|line| line.strip_prefix(' ').unwrap_or(line)) {
        match &mut block {
            Some(_) if line == "```" => examples.extend(block.take()),
            Some(example) => {
                example.text.push_str(line);
                example.text.push('\n');
            }
            None => {
                if let Some(title) = line.strip_prefix("## ") {
                    title.clone_into(&mut heading);
                } else if let Some(choices) = line.strip_prefix("```csv").or_else(|| line.strip_prefix("```json")) {
                    block = Some(Example {
                        heading: heading.clone(),
                        choices: choices.trim().to_owned(),
                        text: String::new(),
                    });
                }
            }
        }
    }
    examples
}

fn block<'a>(examples: &'a [Example], heading: &str) -> Option<&'a Example> {
    examples.iter().find(|example| example.heading == heading)
}

fn options(choices: &str, base: bool) -> Options {
    let mut options = Options { base: base.then_some(1), ..Options::default() };
    for choice in choices.split_whitespace() {
        match choice {
            "clear" => options.blanks = Blanks::Clear,
            "create" => options.create = Create::Allow,
            "employee-id" => options.key = Key::EmployeeId,
            "bytes" | "workbook" | "hidden" | "usual" => {}
            dress if dress.starts_with("merge-") || dress.starts_with("format-") => {}
            other => match other.split_once('-').map(|(role, name)| (role, format!("{name}@example.com"))) {
                Some(("sender", person)) => options.sender = Some(person),
                Some(("admin", person)) => drop(options.admins.insert(person)),
                Some(("protected", person)) => drop(options.protected.insert(person)),
                _ => panic!("unknown choice {other}"),
            },
        }
    }
    options
}

fn bytes(example: &Example) -> Vec<u8> {
    let chosen = |name: &str| example.choices.split_whitespace().any(|choice| choice == name);
    if chosen("workbook") {
        let named = |name: &str| example.choices.split_whitespace().find_map(|choice| choice.strip_prefix(name));
        let (merged, format) = (named("merge-").unwrap_or_default(), named("format-").unwrap_or_default());
        return workbook::dressed(&example.text, chosen("hidden"), merged, format);
    }
    if !chosen("bytes") {
        return example.text.clone().into_bytes();
    }
    let mut bytes = Vec::new();
    let mut rest = example.text.as_str();
    while let Some(at) = rest.find("\\x") {
        bytes.extend_from_slice(&rest.as_bytes()[..at]);
        bytes.push(u8::from_str_radix(&rest[at + 2..at + 4], 16).expect("two hexadecimal digits"));
        rest = &rest[at + 4..];
    }
    bytes.extend_from_slice(rest.as_bytes());
    if bytes.ends_with(b"\n") && example.text.lines().count() == 1 {
        bytes.pop();
    }
    bytes
}

fn review(examples: &[Example], example: &Example) -> Review {
    let schema = Arc::new(Schema::standard());
    let read = |text: &str, revision| {
        let directory = Directory::from_extract(Arc::clone(&schema), text.as_bytes().to_vec(), revision);
        Arc::new(directory.expect("a readable directory"))
    };
    let own = block(examples, "Directory").filter(|_| !example.choices.contains("usual"));
    let directory = read(own.map_or(EXAMPLE_DIRECTORY, |example| &example.text), 2);
    let base = block(examples, "Base").map(|example| read(&example.text, 1));
    let options = options(&example.choices, base.is_some());
    let mut against = Against::new(directory, base).expect("one schema");
    if let Some(past) = block(examples, "Past") {
        against = against.remembering(serde_json::from_str(&past.text).expect("a past"));
    }
    Review::new(against, Upload { name: "example.csv".to_owned(), bytes: bytes(example) }, options)
}

fn flags(review: &Review, rule: &Rule) -> bool {
    review.plan().findings.iter().any(|finding| finding.code == rule.code)
}

#[test]
fn flagged_examples_are_flagged_and_accepted_ones_are_not() {
    for rule in ALL {
        let examples = examples(rule);
        for example in &examples {
            let flagged = match example.heading.as_str() {
                "Flagged" => true,
                "Accepted" | "Fixed" => false,
                _ => continue,
            };
            let review = review(&examples, example);
            assert_eq!(
                flags(&review, rule),
                flagged,
                "{} {}: {:?}\n{:#?}",
                rule.code,
                example.heading,
                example.text,
                review.plan().findings
            );
        }
    }
}

#[test]
fn fixes_do_what_is_documented_and_settle() {
    for rule in ALL {
        let examples = examples(rule);
        for (order, example) in examples.iter().enumerate().filter(|(_, example)| example.heading == "Flagged") {
            // A corrected file stands directly below what it corrects.
            let fixed = examples.get(order + 1).filter(|example| example.heading == "Fixed");
            let mut review = review(&examples, example);
            let before = review.plan().clone();
            let finding = before.findings.iter().find(|finding| finding.code == rule.code).expect("a flagged example");
            let offers = !finding.fixes.is_empty();
            match rule.fixes {
                Fixes::None => assert!(!offers, "{} declares no fixes and offers one", rule.code),
                Fixes::Always => assert!(offers, "{} declares fixes and offers none: {finding:#?}", rule.code),
                Fixes::Sometimes => {}
            }
            for position in 0..finding.fixes.len() {
                assert!(review.apply_fix(&finding.id, position, None), "{} fix {position}", rule.code);
                assert!(!flags(&review, rule), "{}: “{}” leaves it standing", rule.code, finding.fixes[position].title);
                let fresh = review.plan().findings.iter().find(|finding| {
                    finding.severity == shared::Severity::Error
                        && !before.findings.iter().any(|known| known.code == finding.code)
                });
                assert_eq!(fresh, None, "{}: “{}” makes a new error", rule.code, finding.fixes[position].title);
                if position == 0
                    && let Some(fixed) = fixed
                {
                    let corrected = String::from_utf8(review.corrected_file()).expect("text");
                    let corrected = corrected.trim_start_matches('\u{feff}').replace("\r\n", "\n");
                    assert_eq!(corrected, fixed.text, "{}", rule.code);
                }
                assert!(review.undo());
                assert_eq!(review.plan(), &before, "{}: undo gives the plan back", rule.code);
            }
        }
    }
}
