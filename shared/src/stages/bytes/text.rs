//! An upload's text: its own bytes, found to be UTF-8 once.

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;
use yoke::Yoke;

type Whole = Yoke<&'static str, Arc<Vec<u8>>>;

/// An upload's text. The bytes stay where they are, and its mark is stepped over: moving the text would cost as much as
/// reading it.
#[derive(Clone)]
pub struct Text {
    whole: Whole,
    mark_bytes: usize,
}

impl Text {
    /// Takes bytes as text, if they are UTF-8; else gives them back.
    pub(super) fn from_utf8(bytes: Vec<u8>) -> Result<Self, Vec<u8>> {
        let bytes = Arc::new(bytes);
        // The standard library looks at one character at a time as soon as one isn't ASCII.
        match Whole::try_attach_to_cart(Arc::clone(&bytes), |bytes| simdutf8::basic::from_utf8(bytes)) {
            Ok(whole) => {
                let mark_bytes = if whole.get().starts_with('\u{feff}') { 3 } else { 0 };
                Ok(Self { whole, mark_bytes })
            }
            Err(_) => Err(Arc::unwrap_or_clone(bytes)),
        }
    }

    /// Takes text that was made from something else, and in which a mark would be a character.
    pub(super) fn without_mark(text: String) -> Self {
        let text = Self::from_utf8(text.into_bytes()).unwrap_or_default();
        Self { mark_bytes: 0, ..text }
    }

    /// How many bytes stand before the text.
    pub(super) fn mark_bytes(&self) -> usize {
        self.mark_bytes
    }
}

impl Default for Text {
    fn default() -> Self {
        Self { whole: Whole::attach_to_cart(Arc::default(), |_| ""), mark_bytes: 0 }
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        self.whole.get().get(self.mark_bytes..).unwrap_or_default()
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Text {}

impl fmt::Debug for Text {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(formatter)
    }
}
