//! Whom a text means that is no Username: somebody's name, address, number, or the part of her address before the @.

use super::Reviewed;
use crate::directory::{Directory, Person};
use crate::schema::{Kind, Schema};
use crate::values::key::{comparison_form, hash};
use hashbrown::HashMap;

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

/// By the hash of what a person is known by, besides her Username: who is.
#[derive(Debug)]
pub(super) struct KnownBy {
    people: HashMap<u64, Vec<u32>, foldhash::fast::FixedState>,
}

impl KnownBy {
    pub(super) fn of(directory: &Directory) -> Self {
        let mut people: HashMap<u64, Vec<u32>, _> = HashMap::default();
        let mut forms = Vec::new();
        for person in directory.iter() {
            forms.clear();
            known_by(&person, directory.schema(), &mut forms);
            let Ok(position) = u32::try_from(person.position) else { break };
            for form in &forms {
                let known: &mut Vec<u32> = people.entry(hash(form)).or_default();
                if known.len() < MOST_NAMED && known.last() != Some(&position) {
                    known.push(position);
                }
            }
        }
        Self { people }
    }

    fn find(&self, form: &str, directory: &Directory) -> Vec<usize> {
        let is_known = |position: &usize| {
            let mut forms = Vec::new();
            directory.person(*position).is_some_and(|person| {
                known_by(&person, directory.schema(), &mut forms);
                forms.iter().any(|known| known == form)
            })
        };
        let known = self.people.get(&hash(form)).into_iter().flatten();
        known.map(|position| *position as usize).filter(is_known).collect()
    }
}

/// What a person is known by, each with a mark of its kind.
fn known_by(person: &Person<'_>, schema: &Schema, forms: &mut Vec<String>) {
    let value = |header: &str| schema.index_of(header).map(|column| person.value(column)).unwrap_or_default();
    let (first, last, nick) = (value("FirstName"), value("LastName"), value("Nickname"));
    if !last.is_empty() {
        for given in [first, nick].iter().filter(|given| !given.is_empty()) {
            forms.push(name_form(&format!("{given} {last}")));
            forms.push(name_form(&format!("{last} {given}")));
        }
    }
    for (column, _) in schema.columns.iter().enumerate().filter(|(_, column)| column.kind == Kind::Email) {
        let address = person.value(column);
        if !address.is_empty() {
            forms.push(marked('@', &comparison_form(&address)));
        }
    }
    let username = person.username();
    if let Some((local, _)) = comparison_form(&username).split_once('@') {
        forms.push(marked('l', local));
    }
    let id = schema.employee_id().map(|column| person.value(column)).unwrap_or_default();
    if !id.is_empty() {
        forms.push(marked('#', &id));
    }
}

fn marked(kind: char, text: &str) -> String {
    format!("{kind}{text}")
}

/// A name, whatever its case and whatever stands between its parts.
fn name_form(name: &str) -> String {
    let form = comparison_form(name);
    let parts: Vec<&str> = form.split([' ', ',', '\u{a0}']).filter(|part| !part.is_empty()).collect();
    marked('n', &parts.join(" "))
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
            let form = comparison_form(reading);
            let is_address = form.contains('@');
            let ways = [
                is_address.then(|| marked('@', &form)),
                (!is_address).then(|| marked('#', reading)),
                (!is_address).then(|| name_form(reading)),
                (!is_address).then(|| marked('l', &form)),
            ];
            for way in ways.into_iter().flatten() {
                match self.known_by().find(&way, self.directory).as_slice() {
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
