//! A fictional company of any size: something to look at on a first start, to test with, and to measure with.
//!
//! The same number of people is always the same company, on every machine. Its names come from many scripts, and its
//! cells hold what real directories hold and spreadsheets break: leading zeros, `+`, quotes, line breaks, pipes inside
//! a Location, values that begin like a formula. Nobody in it exists: addresses end in domains that are reserved for
//! examples, and phone numbers are those that regulators keep free for fiction.

mod names;
mod person;
mod random;
mod words;

use std::collections::HashMap;
use std::io::{self, Write};

use shared::extract::{ColumnChoice, Extract, ExtractOptions, Form};
use shared::schema::Schema;

/// Chosen once, and kept: another number is another company.
const SEED: u64 = 0x4d75_7374_6572;

/// How much is gathered before it is handed on.
const CHUNK: usize = 1 << 20;

/// Writes an extract of a company with this many people: every column of user data and of profiles.
pub fn write(people: u64, out: &mut impl Write) -> io::Result<()> {
    let options = ExtractOptions {
        columns: ColumnChoice::All,
        profile: true,
        system: false,
        form: Form::Spreadsheet { protect: false },
    };
    write_extract(people, &options, out)
}

/// The Username of one of the people, counted from 0.
pub fn username(number: u64) -> String {
    person::username(SEED, number)
}

/// Writes an extract of the columns and in the form that the options say. Everybody last changed at revision 0.
pub fn write_extract(people: u64, options: &ExtractOptions, out: &mut impl Write) -> io::Result<()> {
    let schema = Schema::standard();
    let positions: HashMap<&str, usize> =
        schema.columns.iter().enumerate().map(|(position, column)| (column.header.as_str(), position)).collect();
    let mut extract = Extract::new(&schema, options);
    for number in 0..people {
        let cells = person::cells(SEED, number);
        let mut line = vec![""; schema.columns.len()];
        for (header, value) in &cells {
            if let Some(place) = positions.get(header).and_then(|position| line.get_mut(*position)) {
                *place = value;
            }
        }
        extract.write_person(&line, 0);
        if extract.pending() >= CHUNK {
            out.write_all(&extract.take())?;
        }
    }
    out.write_all(&extract.into_bytes())?;
    out.flush()
}
