//! Says things to whoever listens instead of looking.

use std::cell::Cell;
use std::rc::Rc;

use yew::prelude::*;

/// The desk's one voice: a live region that is there from the start, as screen readers miss one that comes with its words.
#[derive(Clone)]
pub struct Voice {
    words: UseStateSetter<AttrValue>,
    odd: Rc<Cell<bool>>,
}

impl PartialEq for Voice {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.odd, &other.odd)
    }
}

impl Voice {
    /// The voice that speaks by changing a text.
    pub fn new(words: UseStateSetter<AttrValue>) -> Self {
        Self { words, odd: Rc::default() }
    }

    /// Says a sentence, once.
    pub fn say(&self, words: &str) {
        // The same words again are no change of the text, and wouldn't be said; a space at their end makes them one.
        let odd = !self.odd.replace(!self.odd.get());
        self.words.set(format!("{words}{}", if odd { "" } else { "\u{a0}" }).into());
    }
}

/// The desk's voice. Everything stands below its provider.
#[hook]
pub fn use_voice() -> Voice {
    use_context::<Voice>().expect("everything stands below the voice's provider")
}
