//! Slips of hands and programs: at the marks that structure a file, in its cells, its bytes, and in what was chosen.

use crate::dice::Dice;
use crate::seeds::{Case, Seeds};
use serde_json::{Value, json};

const MARKS: &[u8] = b"\"\",;\t|\r\n";
/// Cells that readers, spreadsheets or rules have trouble with.
const CELLS: [&str; 24] = [
    "",
    " ",
    "\"",
    "\"\"",
    "a\"b",
    "\"a,b\"",
    "\"a\nb\"",
    "'=1",
    "=1+1",
    "''x",
    "Main|HQ",
    "Main\\|HQ",
    "\\",
    "|",
    "2026-02-30",
    "31/12/2026",
    "1.2E+10",
    "#REF!",
    "\u{200b}x",
    "e\u{301}",
    "\u{0}",
    "ann@example.com",
    "ANN@EXAMPLE.COM",
    "００１",
];
/// Bytes that begin, end or break encodings.
const BYTES: [&[u8]; 10] = [
    b"\xEF\xBB\xBF",
    b"\xFF\xFE",
    b"\xFE\xFF",
    b"\xE9",
    b"\xC3",
    b"\xED\xA0\x80",
    b"\0",
    b"PK\x03\x04",
    b"sep=;\n",
    b"\x1a",
];

/// A fixture after a few mutations.
pub(crate) fn case(seeds: &Seeds, dice: &mut Dice) -> Case {
    let mut case = dice.pick(&seeds.cases).clone();
    if dice.once_in(8) {
        // Another fixture's file under this one's choices.
        case.upload.clone_from(&dice.pick(&seeds.cases).upload);
    }
    if dice.once_in(2) {
        // A directory's own extract, as admins edit it.
        case.held = dice.roll(seeds.directories.len());
        case.upload.clone_from(&seeds.directories[case.held].extract);
    }
    if dice.once_in(4) {
        case.base = if dice.once_in(2) { None } else { Some(seeds.directories[case.held].extract.clone()) };
    }
    for _ in 0..dice.roll(6) {
        mutate(&mut case.upload, dice);
    }
    for _ in 0..dice.roll(4) {
        choose(&mut case.options, &case.upload, dice);
    }
    case
}

fn mutate(file: &mut Vec<u8>, dice: &mut Dice) {
    match dice.roll(12) {
        0 | 1 => slip(file, dice),
        2 | 3 => lines(file, dice),
        4..=7 => cell(file, dice),
        8 => {
            let position = dice.roll(file.len() + 1);
            file.splice(position..position, dice.pick(&BYTES).iter().copied());
        }
        9 => file.truncate(dice.roll(file.len() + 1)),
        10 => whole(file, dice),
        _ => {
            let position = dice.roll(file.len());
            if let Some(byte) = file.get_mut(position) {
                *byte = u8::try_from(dice.roll(256)).expect("a byte");
            }
        }
    }
}

/// One mark taken out, put in, doubled or moved.
fn slip(file: &mut Vec<u8>, dice: &mut Dice) {
    let marks: Vec<usize> = (0..file.len()).filter(|position| MARKS.contains(&file[*position])).collect();
    let insert_at = dice.roll(file.len() + 1);
    match (dice.roll(4), marks.is_empty()) {
        (0, _) | (_, true) => file.insert(insert_at, *dice.pick(MARKS)),
        (1, _) => drop(file.remove(*dice.pick(&marks))),
        (2, _) => {
            let position = *dice.pick(&marks);
            file.insert(position, file[position]);
        }
        _ => {
            let mark = file.remove(*dice.pick(&marks));
            file.insert(insert_at.min(file.len()), mark);
        }
    }
}

/// Whole lines: twice, gone, in another order, or the header again.
fn lines(file: &mut Vec<u8>, dice: &mut Dice) {
    let mut lines: Vec<Vec<u8>> = file.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
    if lines.len() < 2 {
        return;
    }
    let (one, other) = (dice.roll(lines.len()), dice.roll(lines.len()));
    match dice.roll(5) {
        0 => lines.insert(one, lines[other].clone()),
        1 => drop(lines.remove(one)),
        2 => dice.shuffle(&mut lines[1..]),
        3 => lines.insert(one, lines[0].clone()),
        _ => lines.insert(one, b"\r\n".to_vec()),
    }
    *file = lines.concat();
}

/// One cell, by its marks: another text, a neighbour's, in quotes, or with something in front or behind.
pub(crate) fn cell(file: &mut Vec<u8>, dice: &mut Dice) {
    let begins: Vec<usize> =
        (0..file.len()).filter(|at| *at == 0 || matches!(file[*at - 1], b',' | b';' | b'\t' | b'\n')).collect();
    if begins.is_empty() {
        return;
    }
    let span = |begin: usize| {
        let rest = &file[begin..];
        begin
            ..begin
                + rest.iter().position(|byte| matches!(byte, b',' | b';' | b'\t' | b'\r' | b'\n')).unwrap_or(rest.len())
    };
    let (here, there) = (span(*dice.pick(&begins)), span(*dice.pick(&begins)));
    let (old, other) = (file[here.clone()].to_vec(), file[there].to_vec());
    let new = match dice.roll(6) {
        0 => other,
        1 => [b"\"", &old[..], b"\""].concat(),
        2 => [dice.pick(&CELLS).as_bytes(), &old].concat(),
        3 => [&old, dice.pick(&CELLS).as_bytes()].concat(),
        _ => dice.pick(&CELLS).as_bytes().to_vec(),
    };
    file.splice(here, new);
}

/// The whole file as another program would write it.
fn whole(file: &mut Vec<u8>, dice: &mut Dice) {
    let text = String::from_utf8_lossy(file).into_owned();
    *file = match dice.roll(6) {
        0 => text.replace("\r\n", "\n").into_bytes(),
        1 => text.replace("\r\n", "\n").replace('\n', "\r").into_bytes(),
        2 => text.replace(',', [";", "\t", "|"][dice.roll(3)]).into_bytes(),
        3 => format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect(),
        4 => text.chars().map(|letter| u8::try_from(letter).unwrap_or(b'?')).collect(),
        _ => text.repeat(2).into_bytes(),
    };
}

/// Another choice: one that the desk could make, or one that no desk would.
fn choose(options: &mut Value, upload: &[u8], dice: &mut Dice) {
    let text = String::from_utf8_lossy(upload).into_owned();
    let words: Vec<&str> = text.split([',', ';', '\t', '\r', '\n']).take(200).collect();
    let word = |dice: &mut Dice| if words.is_empty() { String::new() } else { (*dice.pick(&words)).to_owned() };
    let header =
        |dice: &mut Dice| (*dice.pick(&["FirstName", "OfficialLocation", "Joined", "EmployeeId", "nobody"])).to_owned();
    let side = |dice: &mut Dice| *dice.pick(&["yours", "theirs"]);
    let somebody =
        |dice: &mut Dice| (*dice.pick(&["ann@example.com", "BEN@example.com", "nobody@example.com"])).to_owned();
    let (name, value) = match dice.roll(18) {
        0 => ("key", json!(dice.pick(&["username", "employee-id"]))),
        1 => ("blanks", json!(dice.pick(&["keep", "clear"]))),
        2 => ("create", json!(dice.pick(&["allow", "deny"]))),
        3 => ("dates", json!(dice.pick(&["day-month-year-slash", "month-day-year-slash", "excel-serial"]))),
        4 => ("encoding", json!(dice.pick(&["windows-1252", "utf-16le", "macintosh", "shift_jis"]))),
        5 => ("ignored_columns", json!([word(dice), header(dice)])),
        6 => ("read_as", json!({word(dice): header(dice)})),
        7 => ("renames", json!({word(dice): word(dice)})),
        8 => ("new_people", json!([word(dice)])),
        9 => ("blanks_by_column", json!({header(dice): "clear"})),
        10 => ("kept_apart", json!({header(dice): [word(dice)]})),
        11 => ("meant", json!([header(dice)])),
        12 => ("conflicts", json!({"all": side(dice), "columns": {header(dice): side(dice)}})),
        13 => ("meant_values", json!({header(dice): [word(dice)]})),
        14 => ("sender", json!(somebody(dice))),
        15 => ("admins", json!([somebody(dice), somebody(dice)])),
        16 => ("budget", json!({"created": dice.roll(101), "cleared": dice.roll(101)})),
        _ => ("base", json!(dice.roll(6))),
    };
    if let Some(options) = options.as_object_mut() {
        options.insert(name.to_owned(), value);
    }
}
