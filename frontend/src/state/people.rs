//! The list of people: pages of it at hand, however many there are.

use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

use crate::api::people::{People, Person};

/// How many people are fetched at once.
pub const PAGE: usize = 100;

/// How many pages are kept; far more than can be seen, far less than everybody.
const MOST_PAGES: usize = 50;

/// The people whom some words find.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PeopleList {
    /// The words; everybody without.
    pub words: String,
    /// Whether the server has answered at all.
    pub loaded: bool,
    /// How many there are, as far as is known.
    pub total: usize,
    /// Whether there may be more than that.
    pub is_more: bool,
    pages: BTreeMap<usize, Rc<Vec<Person>>>,
}

impl PeopleList {
    /// Nobody yet, for these words.
    pub fn new(words: String) -> Self {
        Self { words, ..Self::default() }
    }

    /// The person at a place, if she is at hand.
    pub fn person(&self, place: usize) -> Option<&Person> {
        self.pages.get(&(place / PAGE))?.get(place % PAGE)
    }

    /// The first page that is missing for these places. The place after the last known one asks for more.
    pub fn missing(&self, seen: &Range<usize>) -> Option<usize> {
        if !self.loaded {
            return Some(0);
        }
        let end = seen.end.min(self.total);
        let last =
            if self.is_more && seen.end >= self.total { self.total / PAGE } else { end.saturating_sub(1) / PAGE };
        (self.total > 0 || self.is_more).then_some(())?;
        (seen.start / PAGE..=last).find(|page| !self.pages.contains_key(page))
    }

    /// Takes a page.
    #[must_use]
    pub fn with(mut self, page: usize, found: People) -> Self {
        self.loaded = true;
        let end = page * PAGE + found.people.len();
        if let Some(total) = found.total {
            (self.total, self.is_more) = (total, false);
        } else if end >= self.total {
            // The server counts only as far as it has looked.
            (self.total, self.is_more) = (end, found.next.is_some());
        }
        self.pages.insert(page, Rc::new(found.people));
        while self.pages.len() > MOST_PAGES {
            let farthest = self.pages.keys().copied().max_by_key(|kept| kept.abs_diff(page));
            if let Some(farthest) = farthest {
                self.pages.remove(&farthest);
            }
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(people: usize, total: Option<usize>, next: Option<i64>) -> People {
        let person = Person { username: "ann".to_owned(), revision: 1, values: BTreeMap::new() };
        People { people: vec![person; people], total, next }
    }

    #[test]
    fn only_what_is_seen_is_asked_for() {
        let list = PeopleList::default();
        assert_eq!(list.missing(&(0..12)), Some(0));
        let list = list.with(0, page(PAGE, Some(1_000_000), Some(100)));
        assert_eq!((list.total, list.missing(&(0..12))), (1_000_000, None));
        assert_eq!(list.missing(&(95..107)), Some(1));
        assert_eq!(list.missing(&(999_990..1_000_000)), Some(9_999));
        let list = list.with(9_999, page(PAGE, Some(1_000_000), None));
        assert!(list.person(999_999).is_some() && list.person(150).is_none());
    }

    #[test]
    fn a_search_grows_as_far_as_it_is_read() {
        let list = PeopleList::new("lee".to_owned()).with(0, page(PAGE, None, Some(900)));
        assert_eq!((list.total, list.is_more, list.missing(&(0..12))), (PAGE, true, None));
        assert_eq!(list.missing(&(90..100)), Some(1), "its end is seen");
        let list = list.with(1, page(7, None, None));
        assert_eq!((list.total, list.is_more, list.missing(&(95..107))), (107, false, None));
    }

    #[test]
    fn nobody_is_an_answer_too() {
        let list = PeopleList::new("zz".to_owned()).with(0, page(0, None, None));
        assert_eq!((list.total, list.missing(&(0..0))), (0, None));
    }

    #[test]
    fn pages_far_away_are_let_go() {
        let mut list = PeopleList::default();
        for number in 0..200 {
            list = list.with(number, page(PAGE, Some(1_000_000), Some(1)));
        }
        assert!(list.pages.len() <= MOST_PAGES && list.person(199 * PAGE).is_some());
    }
}
