//! Nothing that anybody uploads makes the engine fail: whatever the bytes and the choices, there is a plan, and
//! everything that a page or a script asks of a review has an answer.

use crate::cases;
use crate::dice::Dice;
use crate::people::{directory, people, schema, text};
use crate::upload::upload;
use proptest::prelude::*;
use shared::options::{Blanks, Create, Key, Options, Side};
use shared::review::{Against, Review, RowFilter, Upload};
use shared::stages::apply::directory_from_change_set;
use shared::table::Table;
use shared::values::date::DateFormat;
use shared::{Directory, Schema};
use std::sync::Arc;

/// Bytes that mean something to a reader of files.
const MEANINGFUL: [&[u8]; 25] = [
    b"\"",
    b"\"\"",
    b",",
    b";",
    b"\t",
    b"|",
    b"\\|",
    b"\r\n",
    b"\n",
    b"\r",
    b"\0",
    b"\xEF\xBB\xBF",
    b"\xFF\xFE",
    b"\xFE\xFF",
    b"\xE9",
    b"\xC3",
    b"\xED\xA0\x80",
    b"PK\x03\x04",
    b"sep=;\n",
    b"Username,",
    b"Username\0",
    b"EmployeeId;",
    b"'",
    b"=",
    b"\xE2\x80\x8B",
];

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let pieces = proptest::sample::select(MEANINGFUL.as_slice()).prop_map(<[u8]>::to_vec);
    let piece = prop_oneof![4 => pieces, 2 => "[a-zé ]{0,5}".prop_map(String::into_bytes), 1 => proptest::collection::vec(any::<u8>(), 0..6)];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

/// A well-meant file with bytes taken out, put in and changed places.
fn damaged(mut file: Vec<u8>, dice: &mut Dice) -> Vec<u8> {
    for _ in 0..dice.roll(8) {
        let (one, other) = (dice.roll(file.len()), dice.roll(file.len()));
        match dice.roll(5) {
            _ if file.is_empty() => return file,
            0 => drop(file.remove(one)),
            1 => file.insert(one, *dice.pick(b"\"\",;\t|\r\n\0\xFF\\'")),
            2 => file.swap(one, other),
            3 => file.truncate(one),
            _ => {
                let piece: Vec<u8> = file[one.min(other)..one.max(other)].to_vec();
                file.extend(piece);
            }
        }
    }
    file
}

fn any_options(words: &[String], dice: &mut Dice) -> Options {
    let header = |dice: &mut Dice| schema().header_of(dice.roll(66)).to_owned();
    let mut options = Options {
        key: *dice.pick(&[Key::Username, Key::Username, Key::EmployeeId]),
        blanks: *dice.pick(&[Blanks::Keep, Blanks::Clear]),
        dates: dice.once_in(2).then(|| *dice.pick(&DateFormat::ALL)),
        create: *dice.pick(&[Create::Deny, Create::Allow]),
        encoding: dice
            .once_in(3)
            .then(|| (*dice.pick(&["windows-1252", "utf-16le", "macintosh", "no such"])).to_owned()),
        base: dice.once_in(3).then_some(3),
        ..Options::default()
    };
    for word in words {
        match dice.roll(7) {
            0 => drop(options.ignored_columns.insert(word.clone())),
            1 => drop(options.renames.insert(word.clone(), crate::people::username(dice.roll(6)))),
            2 => drop(options.new_people.insert(word.clone())),
            3 => drop(options.blanks_by_column.insert(header(dice), Blanks::Clear)),
            4 => drop(options.kept_apart.insert(header(dice), [word.clone()].into())),
            5 => options.conflicts.all = Some(*dice.pick(&[Side::Yours, Side::Theirs])),
            _ => drop(options.conflicts.columns.insert(header(dice), Side::Theirs)),
        }
    }
    options
}

/// Reviews an upload. What the stages hold against it must stand in the way of sending, whichever rules there are.
fn review(now: Arc<Directory>, base: Option<Arc<Directory>>, upload: Upload, options: Options) -> Review {
    let table = Table::read(upload.bytes.clone(), &schema(), &options);
    let damaged = table.bytes.defect.is_some() || !table.records.defects.is_empty();
    let review = Review::new(Against::new(now, base).expect("one schema"), upload, options);
    assert!(!damaged || review.plan().blocked(), "{:?} {:#?}", table.bytes.defect, table.records.defects);
    review
}

/// Asks a review everything.
fn exercise(mut review: Review, dice: &mut Dice) {
    look(&review);
    let now = directory(&[], 9, |_| 1);
    for _ in 0..3 {
        let findings = review.plan().findings.clone();
        if let Some(finding) =
            (!findings.is_empty()).then(|| dice.pick(&findings)).filter(|finding| !finding.fixes.is_empty())
        {
            review.apply_fix(&finding.id, dice.roll(finding.fixes.len()), dice.once_in(2).then(|| dice.roll(3)));
        }
        review.edit(
            dice.roll(4),
            dice.roll(6),
            Some((*dice.pick(&["", "\"", "\r\n", "x|y", "\0", "ann0@example.com"])).to_owned()),
        );
        review.leave_out(dice.roll(5), true);
    }
    review.apply_safe_fixes();
    look(&review);
    while review.undo() {}
    while review.redo() {}
    review.set_options(any_options(&["Username".to_owned(), "\0".to_owned()], dice));
    review.set_against(now).expect("one schema");
    look(&review);
}

fn look(review: &Review) {
    let filters = [
        RowFilter::Same,
        RowFilter::Updated,
        RowFilter::Created,
        RowFilter::Renamed,
        RowFilter::Conflicts,
        RowFilter::Errors,
        RowFilter::Warnings,
        RowFilter::LeftOut,
    ];
    for filter in filters
        .iter()
        .chain(&review.plan().findings.iter().map(|finding| RowFilter::Finding(finding.id.clone())).collect::<Vec<_>>())
    {
        review.select(filter);
    }
    for row in review.select(&RowFilter::All) {
        assert!(review.row_view(row).is_some(), "row {row}");
    }
    assert_eq!(review.row_view(usize::MAX), None);
    assert_eq!(review.plan().digest.is_none(), review.plan().blocked());
    let json: serde_json::Value = serde_json::from_str(&review.plan().to_json(review.schema())).expect("JSON");
    assert_eq!(json["version"], 1);
    let corrected = review.corrected_file();
    assert!(std::str::from_utf8(&corrected).is_ok());
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn any_bytes_have_a_plan(bytes in bytes(), words in proptest::collection::vec(text(), 0..5), people in people(0..3), seed in any::<u64>()) {
        let mut dice = Dice::new(seed);
        let options = any_options(&words, &mut dice);
        let now = directory(&people, 4, |_| 2);
        let upload = Upload { name: words.concat(), bytes: bytes.clone() };
        shared::facts(&schema(), &upload, &options);
        let base = dice.once_in(2).then(|| now.clone());
        exercise(review(Arc::clone(&now), base, upload, options), &mut dice);
        if let Ok(directory) = Directory::from_extract(schema(), bytes, 1) {
            directory.iter().for_each(|person| assert!(directory.person(person.position).is_some()));
        }
    }

    #[test]
    fn any_damage_has_a_plan(stored in people(0..4), meant in people(0..5), words in proptest::collection::vec(text(), 0..4), seed in any::<u64>()) {
        let mut dice = Dice::new(seed);
        let columns: Vec<usize> = (0..schema().columns.len()).filter(|column| *column == 0 || dice.once_in(3)).collect();
        let short = dice.once_in(3);
        let file = upload(&meant, &columns, short, &mut dice);
        let upload = Upload { bytes: damaged(file.bytes, &mut dice), ..file };
        let options = any_options(&words, &mut dice);
        let now = directory(&stored, 4, |number| number as u64);
        let base = dice.once_in(2).then(|| directory(&meant, 3, |_| 1));
        let review = review(now.clone(), base, upload, options);
        if !review.plan().blocked() {
            prop_assert!(directory_from_change_set(&now, &review.plan().change_set).is_ok(), "{:#?}", review.plan());
        }
        exercise(review, &mut dice);
    }

    #[test]
    fn any_text_is_some_record_schema_or_value(text in "\\PC{0,30}|([\",|'\\\\ é\n]|[0-9/.-]){0,20}", seed in any::<u64>()) {
        shared::record::cells_from_line(&text);
        let _ = Schema::from_json(&text);
        let _ = shared::values::email::defect(&text);
        let mut dice = Dice::new(seed);
        let format = *dice.pick(&DateFormat::ALL);
        if let Some(day) = shared::values::date::parse(&text, Some(format), dice.once_in(2)) {
            prop_assert_eq!(shared::values::date::parse(&day, None, true), Some(day));
        }
        let values = shared::values::list::decode(&text);
        prop_assert_eq!(shared::values::list::decode(&shared::values::list::encode(&values)), values);
    }
}
