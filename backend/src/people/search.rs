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
    /// How many people there are, if all of them are found.
    pub total: Option<usize>,
}

/// The next people after `after` and `skip` more, in the order in which they came, of whom a cell holds every word of
/// `words`: whatever its case. Without words, everybody.
pub fn search(loaded: &Loaded, words: &str, after: PersonId, skip: usize, limit: usize) -> Page {
    let schema = loaded.directory.schema();
    let words: Vec<String> = words.split_whitespace().map(|word| comparison_form(word).into_owned()).collect();
    let columns = searched(schema);
    let first = loaded.people.partition_point(|person| *person <= after);
    // Without words, everybody is found: who is passed over needn't be looked at.
    let (first, mut skip) = if words.is_empty() { (first.saturating_add(skip), 0) } else { (first, skip) };
    let total = words.is_empty().then_some(loaded.people.len());
    let mut page = Page { people: Vec::new(), next: None, total };
    for position in first..loaded.people.len() {
        if loaded.directory.record(position).is_some_and(|record| lacks_one(record, &words)) {
            continue;
        }
        let Some(person) = loaded.directory.person(position) else { continue };
        if !is_found(&person, &columns, &words) {
            continue;
        }
        if skip > 0 {
            skip -= 1;
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

/// Whether a look at the whole record shows that no cell can hold one of the words. Most records are passed over so,
/// without being taken apart. Only what is the same in a record as in a cell is looked for: plain letters and digits.
fn lacks_one(record: &str, words: &[String]) -> bool {
    let is_plain = |word: &&String| word.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"@._-".contains(&byte));
    record.is_ascii() && words.iter().filter(is_plain).any(|word| !holds(record.as_bytes(), word.as_bytes()))
}

/// Whether a text holds a word in small letters, whatever the text's case.
fn holds(text: &[u8], word: &[u8]) -> bool {
    let Some(first) = word.first() else { return true };
    let mut begins = memchr::memchr2_iter(*first, first.to_ascii_uppercase(), text);
    begins.any(|at| text.get(at..at + word.len()).is_some_and(|part| part.eq_ignore_ascii_case(word)))
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

#[cfg(test)]
mod tests {
    use super::lacks_one;

    #[test]
    fn a_record_is_passed_over_only_where_no_cell_can_hold_a_word() {
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        for (record, sought, lacks) in [
            ("Ann@Example.com,\"Lee, Ann\",Main\\|HQ,+44 20", "ann lee", false),
            ("Ann@Example.com,Lee", "ann bob", true),
            ("Ann@Example.com,Lee", "nn@example.co", false),
            ("aab,x", "ab", false),
            ("ann", "annn", true),
            // Quotes are doubled, pipes and signs guarded in a record, and folding makes letters of others.
            ("\"\"\"Ace\"\"\"", "\"ace\"", false),
            ("Main\\|HQ", "main|hq", false),
            ("\u{ff21}nn", "ann", false),
            ("Ann", "", false),
        ] {
            assert_eq!(lacks_one(record, &words(sought)), lacks, "{sought} in {record}");
        }
    }
}
