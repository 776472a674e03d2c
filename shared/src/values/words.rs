//! What the engine and the server say to people: an English sentence with the values that stand in it, kept apart, so that
//! the same can be said in another language (see docs/decisions/0011-said-in-her-language.md).

mod catalogue;
#[doc(hidden)]
pub mod places;

pub use catalogue::Catalogue;

use super::text::grouped;
use crate::limits::MOST_SAID;
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::fmt::{Display, Formatter, Result, Write};

/// A sentence: its English template and the values for its places. [`words!`](crate::words!) makes one; it shows itself in
/// English, and [`Catalogue::said`] says it in another language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    template: &'static str,
    arguments: Vec<(&'static str, Argument)>,
}

/// What stands in a place of a [`Words`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Argument {
    /// A value, a name, a line's number: the same in every language.
    Value(String),
    /// A number of things, written as the language groups its digits.
    Count(usize),
    /// Words that are another text.
    Words(Words),
}

impl Words {
    /// A text without places, as [`words!`](crate::words!) makes it.
    #[doc(hidden)]
    pub const fn plain(template: &'static str) -> Self {
        Self { template, arguments: Vec::new() }
    }

    /// A text with places, as [`words!`](crate::words!) makes it. One function for all texts keeps the worker's wasm small.
    #[doc(hidden)]
    #[inline(never)]
    pub fn filled(template: &'static str, values: &[(&'static str, &dyn Said)]) -> Self {
        Self { template, arguments: values.iter().map(|(name, value)| (*name, value.argument())).collect() }
    }

    /// The same text with one more value.
    #[must_use]
    pub fn with(mut self, name: &'static str, argument: &impl Said) -> Self {
        self.arguments.push((name, argument.argument()));
        self
    }

    /// Several texts as one: `one, two, three`.
    pub fn listed(texts: impl IntoIterator<Item = Self>) -> Self {
        let one = |first: Self, next: Self| crate::words!("{first}, {next}", first, next);
        texts.into_iter().reduce(one).unwrap_or_default()
    }

    /// Its English template, by which texts are told apart.
    pub fn english(&self) -> &'static str {
        self.template
    }

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.template.is_empty()
    }

    /// Writes it with the templates that `words` has for the English ones.
    fn say(&self, f: &mut dyn Write, words: Option<&Catalogue>) -> Result {
        let mut rest = words.and_then(|words| words.template(self.template)).unwrap_or(self.template);
        while let Some((before, (name, after))) =
            rest.split_once('{').and_then(|(before, place)| Some((before, place.split_once('}')?)))
        {
            f.write_str(before)?;
            match self.arguments.iter().find(|(known, _)| *known == name) {
                Some((_, Argument::Value(value))) => f.write_str(value)?,
                Some((_, Argument::Count(count))) => match words {
                    Some(words) => f.write_str(&words.number(*count))?,
                    None => f.write_str(&grouped(*count))?,
                },
                Some((_, Argument::Words(text))) => text.say(f, words)?,
                None => write!(f, "{{{name}}}")?,
            }
            rest = after;
        }
        f.write_str(rest)
    }
}

impl Display for Words {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        self.say(f, None)
    }
}

impl Serialize for Words {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl PartialEq<&str> for Words {
    fn eq(&self, other: &&str) -> bool {
        self.to_string() == **other
    }
}

/// How many of something: `1 row`, `2 rows`. Each of the two is a text with a place `{count}`.
pub fn counted(count: usize, one: Words, many: Words) -> Words {
    if count == 1 { one } else { many }.with("count", &Count(count))
}

/// What can stand in a place of a [`Words`].
pub trait Said {
    /// The same as an argument.
    fn argument(&self) -> Argument;
}

/// A number of things, for a place of a [`Words`].
#[derive(Debug, Clone, Copy)]
pub struct Count(pub usize);

impl Said for Count {
    fn argument(&self) -> Argument {
        Argument::Count(self.0)
    }
}

impl Said for Words {
    fn argument(&self) -> Argument {
        Argument::Words(self.clone())
    }
}

impl Said for str {
    fn argument(&self) -> Argument {
        said_in_short(self)
    }
}

/// A value as a message repeats it: of a long one, its beginning and its length.
fn said_in_short(value: &str) -> Argument {
    if value.len() <= MOST_SAID {
        return Argument::Value(value.to_owned());
    }
    let Some((end, _)) = value.char_indices().nth(MOST_SAID) else { return Argument::Value(value.to_owned()) };
    let beginning = Argument::Value(value.get(..end).unwrap_or_default().to_owned());
    let characters = Argument::Count(value.chars().count());
    let arguments = vec![("beginning", beginning), ("characters", characters)];
    let Words { template, .. } =
        crate::words!("{beginning}… ({characters} characters)", beginning = "", characters = "");
    Argument::Words(Words { template, arguments })
}

impl<T: Said + ?Sized> Said for &T {
    fn argument(&self) -> Argument {
        T::argument(self)
    }
}

/// Numbers that name something, such as lines, are written without grouping.
macro_rules! as_shown {
    ($($kind:ty),+) => {
        $(impl Said for $kind {
            fn argument(&self) -> Argument {
                Argument::Value(self.to_string())
            }
        })+
    };
}

impl Said for String {
    fn argument(&self) -> Argument {
        said_in_short(self)
    }
}

impl Said for Cow<'_, str> {
    fn argument(&self) -> Argument {
        said_in_short(self)
    }
}

as_shown!(u8, u16, u32, u64, usize, char);

#[cfg(test)]
mod tests {
    use super::{Catalogue, Count, counted};
    use crate::words;

    const GERMAN: &str = r#"{
        "thousands": ".",
        "texts": {
            "{rows} of {header}, “{value}”.": "Bei {header}: {rows}, „{value}“.",
            "{count} row": "{count} Zeile",
            "{count} rows": "{count} Zeilen"
        }
    }"#;

    #[test]
    fn the_same_is_said_in_either_language() {
        let german = Catalogue::from_json(GERMAN).expect("a catalogue");
        let rows = counted(1_234, words!("{count} row"), words!("{count} rows"));
        let text = words!("{rows} of {header}, “{value}”.", rows, header = "Joined", value = "{rows}");
        assert_eq!(text, "1,234 rows of Joined, “{rows}”.");
        assert_eq!(german.said(&text), "Bei Joined: 1.234 Zeilen, „{rows}“.");
    }

    #[test]
    fn what_a_language_lacks_is_said_in_english() {
        let german = Catalogue::from_json(GERMAN).expect("a catalogue");
        assert_eq!(german.said(&words!("The file is empty.")), "The file is empty.");
    }

    #[test]
    fn a_long_value_is_said_by_its_beginning_and_its_length() {
        let long = "é".repeat(1_000_000);
        let said = words!("“{value}” is new.", value = long).to_string();
        assert!(said.starts_with("“éé") && said.ends_with("éé… (1,000,000 characters)” is new."), "{}", said.len());
        assert!(said.len() < 3_000);
    }

    #[test]
    fn a_count_comes_later() {
        let many = words!("{count} rows have no {header}.", header = "Username");
        assert_eq!(many.with("count", &Count(2_000)), "2,000 rows have no Username.");
    }
}
