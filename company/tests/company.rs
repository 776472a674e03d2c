//! The made-up company, seen by the engine: it can be seeded as it is, and is the same every time.

use std::sync::Arc;

use shared::directory::Directory;
use shared::options::{Create, Options};
use shared::review::{Review, Upload};
use shared::schema::Schema;

const PEOPLE: u64 = 1000;

fn extract() -> Vec<u8> {
    let mut bytes = Vec::new();
    company::write(PEOPLE, &mut bytes).expect("memory takes it");
    bytes
}

fn review(directory: Directory, options: Options) -> Review {
    let upload = Upload { name: "company.csv".to_owned(), bytes: extract() };
    Review::new(Arc::new(directory), upload, options)
}

#[test]
fn it_is_always_the_same() {
    assert_eq!(extract(), extract());
}

#[test]
fn all_of_it_can_be_created() {
    let directory = Directory::empty(Arc::new(Schema::standard()), 0);
    let review = review(directory, Options { create: Create::Allow, ..Options::default() });
    let plan = review.plan();
    let errors: Vec<_> = plan.findings.iter().map(|found| (&found.name, found.count, &found.message)).collect();
    assert!(!plan.blocked(), "{errors:?}");
    assert_eq!(plan.counts.created, 1000);
}

#[test]
fn against_itself_nothing_changes() {
    let schema = Arc::new(Schema::standard());
    let directory = Directory::from_extract(schema, extract(), 1).expect("a directory");
    let review = review(directory, Options::default());
    let plan = review.plan();
    let found: Vec<_> = plan.findings.iter().map(|found| (&found.name, found.count, &found.message)).collect();
    assert_eq!((plan.counts.same, plan.counts.warnings, plan.counts.errors), (1000, 0, 0), "{found:?}");
}

#[test]
fn every_column_is_filled_for_someone() {
    let schema = Arc::new(Schema::standard());
    let directory = Directory::from_extract(schema.clone(), extract(), 1).expect("a directory");
    for (position, column) in schema.columns.iter().enumerate().filter(|(_, column)| !column.system) {
        let filled = directory.iter().filter(|person| !person.value(position).is_empty()).count();
        assert!(filled > 0, "{} is empty for everybody", column.header);
    }
}
