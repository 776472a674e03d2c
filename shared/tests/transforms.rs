//! Keeps the catalogue of transforms and its page in step with their files, and executes the pairs of values in their
//! documentation: what a reader sees is what the oracle does.
//!
//! In a pair `kind: stored → file` stands `⟨A0⟩` for a character by its number, `⟨⟩` for nothing and `⟨*300⟩` for a text of
//! that many characters.

#[path = "support/fresh.rs"]
mod fresh;

use fresh::keep;
use proptest::prelude::*;
use shared::oracle::explain;
use shared::rules;
use shared::schema::Kind;
use shared::transform::{Kinds, Transform, Verdict};
use shared::transforms::ALL;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// In the order in which they are asked: what is plainest first.
const FAMILIES: [(&str, &str); 5] = [
    ("words", "Words for nothing, for truth, and for what couldn't be written"),
    ("numbers", "Numbers"),
    ("days", "Days"),
    ("lists", "Lists"),
    ("texts", "Text"),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

fn files_of(family: &str) -> Vec<String> {
    let folder = std::fs::read_dir(root().join("src/transforms").join(family)).expect("a family's folder");
    let names = folder.map(|entry| entry.expect("a readable folder").file_name().into_string().expect("a plain name"));
    let mut files: Vec<String> = names.filter_map(|name| name.strip_suffix(".rs").map(str::to_owned)).collect();
    files.sort();
    files
}

#[test]
fn the_catalogue_holds_every_file() {
    let mut text = String::from(
        "//! The catalogue of transforms. A test of `shared` writes this file from the files below `transforms/`; nobody edits it.\n\nuse crate::transform::Transform;\n\n",
    );
    let mut paths = Vec::new();
    for (family, _) in FAMILIES {
        writeln!(text, "mod {family} {{").expect("a string takes all");
        for file in files_of(family) {
            writeln!(text, "    pub(super) mod {file};").expect("a string takes all");
            paths.push(format!("{family}::{file}"));
        }
        text.push_str("}\n");
    }
    text.push_str("\n/// Every transform, in the order in which they are asked.\npub static ALL: &[&Transform] = &[\n");
    for path in paths {
        writeln!(text, "    &{path}::TRANSFORM,").expect("a string takes all");
    }
    text.push_str("];\n");
    keep(&root().join("src/transforms.rs"), &text);
}

struct Pair {
    kind: Kind,
    stored: String,
    file: String,
}

/// The pairs in a block of the documentation.
fn pairs(transform: &Transform, block: &str) -> Vec<Pair> {
    let lines = transform.documentation.lines().map(|line| line.strip_prefix(' ').unwrap_or(line));
    let fence = format!("```{block}");
    lines.skip_while(|line| *line != fence).skip(1).take_while(|line| *line != "```").map(pair).collect()
}

fn pair(line: &str) -> Pair {
    let (kind, values) = line.split_once(": ").unwrap_or_else(|| panic!("a kind stands before {line}"));
    let (stored, file) = values.split_once(" → ").unwrap_or_else(|| panic!("an arrow stands in {line}"));
    let kind = match kind {
        "text" => Kind::Text,
        "long text" => Kind::LongText,
        "phone" => Kind::Phone,
        "address" => Kind::Email,
        "day" => Kind::Date { yearless: true },
        "list" => Kind::List { known_values: true },
        "choice" => Kind::Choice { options: vec!["ACTIVE".to_owned(), "DISABLED".to_owned()], empty: None },
        "boolean" => Kind::Boolean,
        other => panic!("{other} is no kind"),
    };
    Pair { kind, stored: meant(stored), file: meant(file) }
}

fn meant(text: &str) -> String {
    let mut parts = text.split('⟨');
    let mut meant = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (code, rest) = part.split_once('⟩').expect("brackets close");
        match code.strip_prefix('*') {
            Some(length) => {
                let words = "Ann has been with us since the old mill closed. ".chars().cycle();
                meant.extend(words.take(length.parse().expect("a length")));
            }
            None if code.is_empty() => {}
            None => meant.extend(char::from_u32(u32::from_str_radix(code, 16).expect("a number"))),
        }
        meant.push_str(rest);
    }
    meant
}

#[test]
fn documented_pairs_are_explained_by_their_transform_and_others_are_not() {
    let mut wrong = Vec::new();
    for transform in ALL {
        let made = pairs(transform, "made");
        assert!(!made.is_empty(), "{} shows no pair that it makes", transform.name);
        assert!(!pairs(transform, "left").is_empty(), "{} shows no pair that it leaves alone", transform.name);
        assert!(transform.documentation.contains("Seen: "), "{} doesn't say where it was seen", transform.name);
        for Pair { kind, stored, file } in &made {
            let by = explain(kind, stored, file).map(|known| known.name);
            if by != Some(transform.name) {
                wrong.push(format!("{}: {stored:?} → {file:?} is explained by {by:?}", transform.name));
            }
        }
        for Pair { kind, stored, file } in pairs(transform, "left") {
            if explain(&kind, &stored, &file).is_some_and(|known| known.name == transform.name) {
                wrong.push(format!("{}: {stored:?} → {file:?} is explained", transform.name));
            }
        }
        if let (Some(undone), Some(first)) = (transform.undone, made.first())
            && undone(&first.file).as_deref() != Some(first.stored.as_str())
        {
            wrong.push(format!("{}: {:?} is undone as {:?}", transform.name, first.file, undone(&first.file)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_transform_is_spoken_of_by_a_rule() {
    for transform in ALL {
        let known = rules::ALL.iter().any(|rule| rule.code == transform.said_by);
        assert!(known || transform.said_by.is_empty() && transform.verdict == Verdict::Honest, "{}", transform.name);
        assert_eq!(
            ALL.iter().filter(|other| other.name == transform.name).count(),
            1,
            "{} is there once",
            transform.name
        );
    }
}

/// What people do: none of it is explained as damage.
#[test]
fn honest_edits_are_not_explained() {
    let text = [
        ("Ann", "Anne"),
        ("Ann", "ANN"),
        ("Jose", "José"),
        ("Nurse", "Care nurse"),
        ("Lee", "Lee-Ode"),
        ("O’Hara", "O'Hara"),
        ("Assistant to the manager", "Assistant"),
        ("Room 12", "Room 14"),
        ("10457", "10458"),
        ("10457", "E-10457"),
        ("17", "017"),
        ("00017", "00018"),
        ("A17", "17"),
        ("1-2", "1-3"),
        ("", "Staff"),
        ("", "17"),
        ("", "Nan"),
        ("Ann", "Null"),
        ("12 Elm St", "12 Elm St, Apt 4"),
        ("HQ", "HQ 2"),
        ("McDonald", "Mcdonald"),
        ("Dr. No", "Dr No"),
        ("3.5", "4"),
        ("2.0", "2.1"),
        ("10%", "20%"),
        ("$5", "$6"),
        ("a & b", "a and b"),
        ("Müller", "Möller"),
    ];
    for (stored, file) in text {
        let found = explain(&Kind::Text, stored, file).filter(|known| known.verdict == Verdict::Damage);
        assert_eq!(found.map(|known| known.name), None, "{stored:?} → {file:?}");
    }
    let phones = [
        ("030 5550201", "030/5550201"),
        ("030 5550201", "0305550201"),
        ("+49 30 1", "0049 30 1"),
        ("0049 30 1", "+49 30 1"),
        ("5550101", "555-0101"),
        ("5550101", "5 550 101"),
        ("+1 555 0117", "+1 555 0119"),
        ("030 555", "+49 30 555"),
        ("", "0"),
        ("030 555 ext 4", "030 555 ext 5"),
        ("030 23125 100", "030 23125 100 200"),
    ];
    for (stored, file) in phones {
        let found = explain(&Kind::Phone, stored, file).filter(|known| known.verdict == Verdict::Damage);
        assert_eq!(found.map(|known| known.name), None, "{stored:?} → {file:?}");
    }
    let days =
        [("2020-04-03", "2020-04-30"), ("2025-05-08", "1925-05-08"), ("--03-14", "1980-03-14"), ("", "1980-03-14")];
    for (stored, file) in days {
        let found =
            explain(&Kind::Date { yearless: true }, stored, file).filter(|known| known.verdict == Verdict::Damage);
        assert_eq!(found.map(|known| known.name), None, "{stored:?} → {file:?}");
    }
    let lists =
        [("HQ|Lab", "HQ"), ("HQ", "HQ|Lab"), ("HQ|Lab", "Lab|HQ"), ("HQ", "Factory"), ("", "HQ"), ("R&D", "R&D|HQ")];
    for (stored, file) in lists {
        let found = explain(&Kind::List { known_values: false }, stored, file);
        assert_eq!(found.map(|known| known.name), None, "{stored:?} → {file:?}");
    }
}

#[test]
fn the_page_of_transforms_is_fresh() {
    let mut page = String::from(
        "# Transforms\n\nWhat programs, formats and habits make of a stored value. Written by a test from the transforms' own documentation;\nevery pair is executed. A changed cell that one of them explains is no edit: the rule named there speaks of it, and the\nstored value is the way back.\n\n*damage* is what nobody means; a *habit* is told mildly unless many cells of a column show it; a *story* is spoken of where a\ncolumn is full of it; what is *honest* is a note at most. In a pair, `⟨A0⟩` is a character by its number, `⟨⟩` is nothing, and\n`⟨*300⟩` is a text of that many characters.\n",
    );
    let mut all = ALL.iter();
    for (family, title) in FAMILIES {
        writeln!(page, "\n# {title}").expect("a string takes all");
        for transform in all.by_ref().take(files_of(family).len()) {
            write_one(&mut page, transform);
        }
    }
    keep(&root().join("../docs/transforms.md"), &page);
}

fn write_one(page: &mut String, transform: &Transform) {
    let Transform { name, said_by, verdict, kinds, .. } = transform;
    let verdict = format!("{verdict:?}").to_lowercase();
    let by =
        if said_by.is_empty() { "nobody speaks of it".to_owned() } else { format!("said by [{said_by}](rules.md)") };
    let kinds: Vec<&str> = Kinds::names(*kinds).collect();
    let back = if transform.undone.is_some() {
        "the file's value says what the stored one was"
    } else {
        "the stored value is the way back"
    };
    writeln!(page, "\n## {name}\n\n*{verdict}*, {by}; in columns of: {}; {back}.\n", kinds.join(", "))
        .expect("a string takes all");
    for line in transform.documentation.lines() {
        let line = line.strip_prefix(' ').unwrap_or(line);
        let line = match line {
            "```made" => "It makes:\n```text",
            "```left" => "It leaves alone:\n```text",
            other => other,
        };
        writeln!(page, "{line}").expect("a string takes all");
    }
}

#[test]
fn files_are_named_after_their_transforms() {
    let files = FAMILIES.iter().flat_map(|(family, _)| files_of(family));
    for (file, transform) in files.zip(ALL) {
        let (_, name) = file.split_once('_').expect("an order and a name");
        assert_eq!(name, transform.name.replace('-', "_"));
    }
}

fn kinds() -> Vec<Kind> {
    let date = |yearless| Kind::Date { yearless };
    let list = |known_values| Kind::List { known_values };
    let words = Kind::Choice { options: vec!["ACTIVE".to_owned()], empty: Some("ACTIVE".to_owned()) };
    vec![
        Kind::Username,
        Kind::Email,
        Kind::Text,
        Kind::LongText,
        Kind::Phone,
        date(true),
        date(false),
        list(true),
        list(false),
        words,
        Kind::Boolean,
        Kind::Reference,
        Kind::Revision,
    ]
}

/// Pieces of what programs write.
const PIECES: [&str; 40] = [
    "0", "17", "00", ".", ",", "-", "+", "(", ")", "%", "e5", "E+11", " ", "\u{a0}", "é", "Ａ", "１", "&amp;", "&#",
    ";", "=\"", "\"", "'", "\\", "\\u00", "_x000D_", "T", ":", "Z", "AM", "2020", "-04-", "/", "Jan", "|", "[", "]",
    ";#", "\n", "\u{1f}",
];

proptest! {
    #[test]
    fn nothing_makes_the_oracle_fail(
        stored in proptest::collection::vec(proptest::sample::select(PIECES.as_slice()), 0..8),
        file in proptest::collection::vec(proptest::sample::select(PIECES.as_slice()), 0..8),
        any in "\\PC{0,16}",
    ) {
        let (stored, file) = (stored.concat(), file.concat());
        for kind in kinds() {
            for (one, other) in [(&stored, &file), (&stored, &any), (&any, &file)] {
                let found = explain(&kind, one, other);
                prop_assert!(found.is_none() || one != other);
            }
        }
        for transform in ALL {
            for text in [&stored, &file, &any] {
                let undone = transform.undone.and_then(|undone| undone(text));
                prop_assert!(undone.is_none_or(|plain| plain.len() <= text.len() * 4 + 8));
            }
        }
    }
}
