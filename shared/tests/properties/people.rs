//! Generated people: values in their stored form, as awkward as real ones, and directories of them.

use proptest::prelude::*;
use proptest::sample::select;
use shared::extract::{Extract, ExtractOptions};
use shared::schema::{Column, Kind};
use shared::values::list;
use shared::{Directory, Schema};
use std::ops::Range;
use std::sync::{Arc, LazyLock};
use unicode_normalization::UnicodeNormalization;

/// A person's values, in the schema's order.
pub(crate) type Person = Vec<String>;

static SCHEMA: LazyLock<Arc<Schema>> = LazyLock::new(|| Arc::new(Schema::standard()));

/// Values that files and programs have been seen to stumble over.
const AWKWARD: [&str; 43] = [
    "00123",
    "1E5",
    "1.23457E+11",
    "1-2",
    "2024-01-02",
    "TRUE",
    "null",
    "=1+1",
    "=A2&\"@x\"",
    "'=x",
    "''=x",
    "'00123",
    "+1 555 0117",
    "-",
    "@SUM",
    "＝x",
    "O'Brien",
    "'t Hooft",
    "'",
    "''",
    "a,b",
    "a;b",
    "a\tb",
    "a|b",
    r"a\|b",
    r"\",
    r"\\",
    r"a\",
    "say \"x\"",
    "\"",
    "\"\"",
    "\",\"",
    "two\nlines",
    "two\n\nlines\n,",
    "José",
    "Ærøskøbing",
    "李小龍",
    "محمد",
    "Ἑλένη",
    "👩‍👩‍👧",
    "sep=;",
    "\u{200b}x",
    "Main|HQ",
];

pub(crate) fn schema() -> Arc<Schema> {
    Arc::clone(&SCHEMA)
}

pub(crate) fn index_of(header: &str) -> usize {
    SCHEMA.index_of(header).expect("a column of the standard schema")
}

/// The Username of a generated person, unique by its number.
pub(crate) fn username(number: usize) -> String {
    let stems = ["ann", "Ben.Ode", "o'brien", "josé", "李", "straße", "x+tag", "JÖRG"];
    format!("{}{number}@example.com", stems[number % stems.len()])
}

/// The `EmployeeId` of a generated person, unique by its number.
pub(crate) fn employee_id(number: usize) -> String {
    if number.is_multiple_of(3) { format!("E-{number}") } else { format!("{number:05}") }
}

/// Text as it is stored: NFC, LF, without outer space.
pub(crate) fn stored(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n").trim().nfc().collect::<String>().trim().to_owned()
}

pub(crate) fn text() -> impl Strategy<Value = String> {
    let awkward = select(AWKWARD.as_slice()).prop_map(str::to_owned);
    prop_oneof![3 => "[A-Za-z][a-z]{0,7}", 3 => awkward, 1 => "[ -~é漢\n\"',;|\\\\=]{0,10}", 1 => "\\PC{0,8}"]
        .prop_map(|text| stored(&text))
}

/// A value of a column, or nothing; what is required is there.
fn value(column: &Column) -> BoxedStrategy<String> {
    let day =
        (1920..2030_u32, 1..13_u32, 1..29_u32).prop_map(|(year, month, day)| format!("{year:04}-{month:02}-{day:02}"));
    let filled = match &column.kind {
        Kind::Username | Kind::Email | Kind::Reference => (0..9_usize).prop_map(username).boxed(),
        Kind::Phone => prop_oneof!["\\+[1-9][0-9 ]{3,8}[0-9]", "0[0-9]{3,8}", "\\([0-9]{2}\\) [0-9]{4}"].boxed(),
        Kind::Date { yearless } => {
            let yearless = *yearless;
            day.prop_map(move |day| if yearless && day.ends_with('4') { format!("-{}", &day[4..]) } else { day })
                .boxed()
        }
        Kind::List { .. } => proptest::collection::vec(text(), 1..4)
            .prop_map(|values| stored(&list::encode(&list::decode(&list::encode(&values)))))
            .boxed(),
        Kind::Choice { options, .. } => select(options.clone()).boxed(),
        Kind::Boolean => select(vec!["True".to_owned(), "False".to_owned()]).boxed(),
        Kind::Text | Kind::LongText => text().boxed(),
        Kind::Revision => return Just(String::new()).boxed(),
    };
    if column.required {
        return filled.prop_map(|value| if value.is_empty() { "x".to_owned() } else { value }).boxed();
    }
    prop_oneof![2 => Just(String::new()), 3 => filled].boxed()
}

/// People numbered from 0, each with her own Username and `EmployeeId`.
pub(crate) fn people(number: Range<usize>) -> impl Strategy<Value = Vec<Person>> {
    let person: Vec<BoxedStrategy<String>> = SCHEMA.columns.iter().map(value).collect();
    proptest::collection::vec(person, number).prop_map(|mut people| {
        for (number, person) in people.iter_mut().enumerate() {
            person[SCHEMA.username()] = username(number);
            person[index_of("EmployeeId")] = employee_id(number);
        }
        people
    })
}

/// A directory of people, each of whom last changed at the revision that `changed` gives.
pub(crate) fn directory(people: &[Person], revision: u64, changed: impl Fn(usize) -> u64) -> Arc<Directory> {
    let extract = extract(people, &ExtractOptions::everything(), changed);
    Arc::new(Directory::from_extract(schema(), extract, revision).expect("an extract that reads back"))
}

pub(crate) fn extract(people: &[Person], options: &ExtractOptions, changed: impl Fn(usize) -> u64) -> Vec<u8> {
    let mut extract = Extract::new(&SCHEMA, options);
    for (number, person) in people.iter().enumerate() {
        extract.write_person(person, changed(number));
    }
    extract.into_bytes()
}

/// Everybody in a directory, as the directory itself says.
pub(crate) fn people_of(directory: &Directory) -> Vec<Person> {
    let values = |person: shared::directory::Person<'_>| {
        (0..SCHEMA.columns.len()).map(|column| person.value(column).into_owned()).collect()
    };
    directory.iter().map(values).collect()
}
