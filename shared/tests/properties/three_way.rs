//! File × base × directory, cell by cell, against the table in the merge stage's own documentation.

use crate::cases;
use crate::people::{Person, directory, extract, index_of, people_of, schema, username};
use proptest::prelude::*;
use proptest::sample::select;
use shared::extract::{ExtractOptions, Form};
use shared::options::{Blanks, Conflicts, Options, Side};
use shared::review::{Against, CellLook, Review, RowFilter, Upload};
use shared::stages::apply::directory_from_change_set;

/// The columns that are edited here: a required one, a list, a choice with a default, a day, text.
const HEADERS: [&str; 6] = ["FirstName", "Nickname", "Joined", "OfficialLocation", "AccountState", "Biography"];

/// The values of a column: few, so that sides often agree. The first is what everybody has at the base.
fn values(header: &str) -> &'static [&'static str] {
    match header {
        "FirstName" => &["Ann", "Ben"],
        "Joined" => &["", "2024-01-02", "2025-11-30"],
        "OfficialLocation" => &["HQ", "HQ|Factory", r"Main\|HQ", ""],
        "AccountState" => &["", "ACTIVE", "DISABLED"],
        _ => &["x", "=y", "", "two\nlines"],
    }
}

/// One cell on three sides.
#[derive(Debug, Clone)]
struct Cell {
    base: &'static str,
    theirs: &'static str,
    yours: &'static str,
}

fn cell(header: &'static str) -> impl Strategy<Value = Cell> {
    let value = || select(values(header));
    let edited = || proptest::option::weighted(0.4, select(values(header)));
    (value(), edited(), edited()).prop_map(|(base, theirs, yours)| Cell {
        base,
        theirs: theirs.unwrap_or(base),
        yours: yours.unwrap_or(base),
    })
}

fn side(people: &[Vec<Cell>], of: impl Fn(&Cell) -> &'static str) -> Vec<Person> {
    let person = |(number, cells): (usize, &Vec<Cell>)| {
        let mut person = vec![String::new(); schema().columns.len()];
        person[index_of("Username")] = username(number);
        for (header, cell) in HEADERS.iter().zip(cells) {
            of(cell).clone_into(&mut person[index_of(header)]);
        }
        person
    };
    people.iter().enumerate().map(person).collect()
}

fn same(header: &str, one: &str, other: &str) -> bool {
    let full =
        |value: &str| if header == "AccountState" && value.is_empty() { "ACTIVE".to_owned() } else { value.to_owned() };
    full(one) == full(other)
}

/// What must become of a cell: the value once written, and whether both sides changed it.
fn expected(header: &str, cell: &Cell, evidence: Evidence, blanks: Blanks) -> (&'static str, bool) {
    let Cell { base, theirs, yours } = *cell;
    let keeps = yours.is_empty() && (blanks == Blanks::Keep || header == "FirstName");
    if keeps || same(header, yours, theirs) {
        return (theirs, false);
    }
    match evidence {
        Evidence::Base if same(header, yours, base) => (theirs, false),
        Evidence::Base => (yours, !same(header, theirs, base)),
        Evidence::ChangedSince => (yours, true),
        Evidence::None => (yours, false),
    }
}

/// What tells an edit from a stale cell.
#[derive(Debug, Clone, Copy)]
enum Evidence {
    Base,
    /// Only the row's Revision, and it is older than the person's.
    ChangedSince,
    None,
}

proptest! {
    #![proptest_config(cases(192))]

    #[test]
    fn each_cell_is_merged_as_the_table_says(
        people in proptest::collection::vec(Vec::from(HEADERS.map(cell)), 1..5),
        with_base in any::<bool>(),
        with_revision in any::<bool>(),
        clear in any::<bool>(),
    ) {
        let (base, theirs, yours) = (side(&people, |cell| cell.base), side(&people, |cell| cell.theirs), side(&people, |cell| cell.yours));
        let changed_since = |number: usize| base[number] != theirs[number];
        let base_revision = |number: usize| 1 + number as u64 % 3;
        let now = directory(&theirs, 4, |number| if changed_since(number) { 4 } else { base_revision(number) });
        let then = with_base.then(|| directory(&base, 3, base_revision));
        let form = ExtractOptions { profile: true, system: with_revision, form: Form::Spreadsheet { protect: true }, ..ExtractOptions::default() };
        let upload = Upload { name: "people.csv".to_owned(), bytes: extract(&yours, &form, base_revision) };
        let blanks = if clear { Blanks::Clear } else { Blanks::Keep };
        let options = Options { blanks, base: with_base.then_some(3), ..Options::default() };
        let mut review = Review::new(Against::new(now.clone(), then).expect("one schema"), upload, options.clone());

        let evidence = |number: usize| match (with_base, with_revision && changed_since(number)) {
            (true, _) => Evidence::Base,
            (false, true) => Evidence::ChangedSince,
            (false, false) => Evidence::None,
        };
        let outcome = |number: usize, position: usize| expected(HEADERS[position], &people[number][position], evidence(number), blanks);
        let in_conflict: Vec<usize> = (0..people.len()).filter(|number| (0..HEADERS.len()).any(|position| outcome(*number, position).1)).collect();
        prop_assert_eq!(&review.select(&RowFilter::Conflicts), &in_conflict);
        prop_assert_eq!(review.plan().counts.conflicts, in_conflict.len());

        for (choice, look) in [(None, CellLook::Conflict), (Some(Side::Yours), CellLook::Yours), (Some(Side::Theirs), CellLook::Theirs)] {
            review.set_options(Options { conflicts: Conflicts { all: choice, ..Conflicts::default() }, ..options.clone() });
            let after = directory_from_change_set(&now, &review.plan().change_set).expect("a plan for this very directory");
            let after = people_of(&after);
            for number in 0..people.len() {
                let view = review.row_view(number).expect("a row of the file");
                for (position, header) in HEADERS.iter().enumerate() {
                    let (written, conflict) = outcome(number, position);
                    let value = if conflict && choice != Some(Side::Yours) { people[number][position].theirs } else { written };
                    prop_assert_eq!(&after[number][index_of(header)], value, "{} {:?} {:?}", header, people[number][position], choice);
                    let file_column = review.plan().file.columns.iter().position(|column| column.name() == *header).expect("a column of the file");
                    prop_assert_eq!(view.cells[file_column].look == look, conflict, "{} {:?}", header, people[number][position]);
                }
            }
        }
    }
}
