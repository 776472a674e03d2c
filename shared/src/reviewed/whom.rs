//! Whom a text means that is no Username: somebody's name, address, number, or the part of her address before the @.

use super::Reviewed;
use crate::directory::{Directory, Person};
use crate::schema::{Kind, Schema};
use crate::stages::merge::RowState;
use crate::values::key::comparison_form;
use hashbrown::HashMap;
use std::hash::BuildHasher;

/// How many people of one name are told apart.
const MOST_NAMED: usize = 5;

/// Whom a text means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whom {
    /// Nobody is known by it.
    Nobody,
    /// One person is, by her position in the directory.
    One(usize),
    /// Several people are; the first of them.
    Several(Vec<usize>),
}

/// What people are known by, besides their Usernames.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Way {
    /// Her work address.
    Address,
    /// Her `EmployeeId`.
    Number,
    /// The part of her Username before the @.
    Local,
    /// Her name, or her nickname with her last name, in either order.
    Name,
}

const WAYS: [Way; 4] = [Way::Address, Way::Number, Way::Local, Way::Name];

/// Who is known by what the file names people by: only that is looked for, in one walk through the directory.
#[derive(Debug)]
pub(super) struct KnownBy {
    people: HashMap<u64, Vec<u32>, foldhash::fast::FixedState>,
}

impl KnownBy {
    pub(super) fn of(reviewed: &Reviewed<'_>) -> Self {
        let mut people: HashMap<u64, Vec<u32>, foldhash::fast::FixedState> = HashMap::default();
        let mut asked = [false; WAYS.len()];
        unknown(reviewed, |text| {
            for reading in readings(text) {
                for (way, form) in ways(&reading) {
                    people.entry(hash_of(way, &form)).or_default();
                    WAYS.iter().zip(&mut asked).for_each(|(known, asked)| *asked |= *known == way);
                }
            }
        });
        let asked: Vec<Way> = WAYS.into_iter().zip(asked).filter(|(_, asked)| *asked).map(|(way, _)| way).collect();
        let nobody = asked.is_empty();
        for person in reviewed.directory.iter().take_while(|_| !nobody) {
            let Ok(position) = u32::try_from(person.position) else { break };
            for way in &asked {
                known_by(&person, reviewed.schema, *way, &mut |form| {
                    if let Some(known) = people.get_mut(&hash_of(*way, form))
                        && known.len() < MOST_NAMED
                        && known.last() != Some(&position)
                    {
                        known.push(position);
                    }
                });
            }
        }
        Self { people }
    }

    fn find(&self, way: Way, form: &str, directory: &Directory) -> Vec<usize> {
        let is_known = |position: &usize| {
            let mut found = false;
            if let Some(person) = directory.person(*position) {
                known_by(&person, directory.schema(), way, &mut |known| found |= known == form);
            }
            found
        };
        let known = self.people.get(&hash_of(way, form)).into_iter().flatten();
        known.map(|position| *position as usize).filter(is_known).collect()
    }
}

fn hash_of(way: Way, form: &str) -> u64 {
    foldhash::fast::FixedState::default().hash_one((way, form))
}

/// What the file names people by whom nobody knows by their Usernames: keys, and references.
fn unknown(reviewed: &Reviewed<'_>, mut see: impl FnMut(&str)) {
    if let Some(key) = reviewed.schema.key(reviewed.options.key) {
        let strangers = reviewed.merge.notable().filter(|(_, merged)| merged.state == RowState::NotFound);
        for (position, _) in strangers {
            let row = reviewed.rows.row(position);
            if let Some(key) = row.and_then(|row| reviewed.value(&row, key)) {
                see(&key);
            }
        }
    }
    reviewed.each_written_cell(
        |column| column.kind == Kind::Reference,
        |_, cell| {
            if !cell.value.is_empty() && reviewed.directory.find_username(&cell.value).is_none() {
                see(&cell.value);
            }
        },
    );
}

/// What a person is known by in one way.
fn known_by(person: &Person<'_>, schema: &Schema, way: Way, see: &mut dyn FnMut(&str)) {
    let value = |column: Option<usize>| column.map(|column| person.value(column)).unwrap_or_default();
    match way {
        Way::Address => {
            let address = value(schema.columns.iter().position(|column| column.kind == Kind::Email));
            if !address.is_empty() {
                see(&comparison_form(&address));
            }
        }
        Way::Number => {
            let number = value(schema.employee_id());
            if !number.is_empty() {
                see(&number);
            }
        }
        Way::Local => {
            if let Some((local, _)) = comparison_form(&person.username()).split_once('@') {
                see(local);
            }
        }
        Way::Name => {
            let [first, last, nick] =
                ["FirstName", "LastName", "Nickname"].map(|header| value(schema.index_of(header)));
            for given in [first, nick].iter().filter(|given| !given.is_empty() && !last.is_empty()) {
                see(&name_form(&format!("{given} {last}")));
                see(&name_form(&format!("{last} {given}")));
            }
        }
    }
}

/// The ways in which a text may name somebody, each with its form for comparing.
fn ways(text: &str) -> Vec<(Way, String)> {
    let form = comparison_form(text).into_owned();
    if form.is_empty() {
        return Vec::new();
    }
    if form.contains('@') {
        return vec![(Way::Address, form)];
    }
    vec![(Way::Number, text.to_owned()), (Way::Name, name_form(text)), (Way::Local, form)]
}

/// A name, whatever its case and whatever stands between its parts.
fn name_form(name: &str) -> String {
    let form = comparison_form(name);
    let parts: Vec<&str> = form.split([' ', ',', '\u{a0}']).filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}

/// What a text may name somebody by: what stands in angle brackets, behind `mailto:`, a directory's `CN=`, a domain in
/// front, a note in brackets; and the text itself.
fn readings(text: &str) -> Vec<String> {
    let text = text.trim().trim_matches(['"', ';', ',']).trim();
    let mut readings = Vec::new();
    let lower = text.to_ascii_lowercase();
    if let Some((before, rest)) = text.split_once('<') {
        readings.extend(rest.split('>').next().map(str::to_owned));
        readings.push(before.trim().trim_matches('"').to_owned());
    }
    if lower.starts_with("mailto:") {
        readings.extend(text.get("mailto:".len()..).map(str::to_owned));
    }
    if lower.starts_with("cn=") {
        let name = text.get("cn=".len()..).unwrap_or_default().replace("\\,", "\u{1f}");
        readings.extend(name.split(',').next().map(|name| name.replace('\u{1f}', ",")));
    }
    if let Some((_, account)) = text.split_once('\\') {
        readings.push(account.to_owned());
    }
    if let Some((before, note)) = text.strip_suffix(')').and_then(|text| text.rsplit_once('(')) {
        readings.push(note.trim().to_owned());
        readings.push(before.trim().to_owned());
    }
    readings.push(text.to_owned());
    readings
}

impl Reviewed<'_> {
    /// Whom a text means that nobody has as Username.
    pub fn whom(&self, text: &str) -> Whom {
        for reading in readings(text).iter().filter(|reading| !reading.is_empty()) {
            if let Some(person) = self.directory.find_username(reading) {
                return Whom::One(person);
            }
            for (way, form) in ways(reading) {
                match self.known_by().find(way, &form, self.directory).as_slice() {
                    [] => {}
                    [one] => return Whom::One(*one),
                    several => return Whom::Several(several.to_vec()),
                }
            }
        }
        Whom::Nobody
    }

    /// The Username that a person has once the file is sent.
    pub fn username_then(&self, person: usize) -> String {
        let username = self.directory.person(person).map(|person| person.username().into_owned()).unwrap_or_default();
        self.leaving().get(comparison_form(&username).as_ref()).cloned().unwrap_or(username)
    }
}

#[cfg(test)]
mod tests {
    use super::readings;

    #[test]
    fn people_are_named_in_many_ways() {
        for (text, reading) in [
            ("Bo Reed <bo@example.com>", "bo@example.com"),
            ("mailto:bo@example.com", "bo@example.com"),
            ("CN=Bo Reed,OU=Staff,DC=example", "Bo Reed"),
            ("CN=Reed\\, Bo,OU=Staff", "Reed, Bo"),
            ("EXAMPLE\\bo.reed", "bo.reed"),
            ("Bo Reed (10458)", "10458"),
            ("Bo Reed (10458)", "Bo Reed"),
            (" \"Reed, Bo\" ", "Reed, Bo"),
        ] {
            assert!(readings(text).iter().any(|known| known == reading), "{text}: {:?}", readings(text));
        }
    }
}
