//! Finding people by what they are called, in the directory that is kept in memory.

use shared::directory::Person;
use shared::schema::{Kind, Schema};
use shared::values::key::comparison_form;

use crate::directory::Loaded;
use crate::storage::people::PersonId;

/// A page of people.
pub struct Page {
    /// Their positions in the directory.
    pub people: Vec<usize>,
    /// Where the next page begins.
    pub next: Option<PersonId>,
}

/// The next people after `after`, in the order in which they came, of whom a cell holds every word of `words`: whatever
/// its case. Without words, everybody.
pub fn search(loaded: &Loaded, words: &str, after: PersonId, limit: usize) -> Page {
    let schema = loaded.directory.schema();
    let words: Vec<String> = words.split_whitespace().map(|word| comparison_form(word).into_owned()).collect();
    let columns = searched(schema);
    let first = loaded.people.partition_point(|person| *person <= after);
    let mut page = Page { people: Vec::new(), next: None };
    for position in first..loaded.people.len() {
        let Some(person) = loaded.directory.person(position) else { continue };
        if !is_found(&person, &columns, &words) {
            continue;
        }
        if page.people.len() == limit {
            page.next = page.people.last().and_then(|last| loaded.people.get(*last)).copied();
            break;
        }
        page.people.push(position);
    }
    page
}

/// Short cells that people are known by; long texts would find too much.
fn searched(schema: &Schema) -> Vec<usize> {
    let short = |kind: &Kind| !matches!(kind, Kind::LongText | Kind::Boolean | Kind::Date { .. });
    let columns = schema.columns.iter().enumerate();
    columns.filter(|(_, column)| !column.system && short(&column.kind)).map(|(position, _)| position).collect()
}

fn is_found(person: &Person<'_>, columns: &[usize], words: &[String]) -> bool {
    let mut missing: Vec<&String> = words.iter().collect();
    for column in columns {
        if missing.is_empty() {
            return true;
        }
        let value = person.value(*column);
        if !value.is_empty() {
            let form = comparison_form(&value);
            missing.retain(|word| !form.contains(word.as_str()));
        }
    }
    missing.is_empty()
}
