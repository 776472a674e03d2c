//! What a transform is: what some program, format or habit makes of a stored value; and how one declares itself.

use crate::schema::Kind;
use crate::values::class::Class;
use crate::values::words::Words;

/// One entry of the catalogue. Each stands in a file of its own below `transforms/`.
#[derive(Debug)]
pub struct Transform {
    /// Kebab-case name of what it does.
    pub name: &'static str,
    /// The code of the rule that speaks of it.
    pub said_by: &'static str,
    /// What a cell that it explains is.
    pub verdict: Verdict,
    /// The kinds of columns in which it happens.
    pub kinds: Kinds,
    /// What the stored value must be made of.
    pub(crate) stored: Needs,
    /// What the file's value must be made of.
    pub(crate) file: Needs,
    /// Whether it may have made the file's value of the stored one.
    pub(crate) explains: fn(&Change<'_>) -> bool,
    /// What the stored value was, where the file's alone says it; otherwise the stored value is the only way back.
    pub undone: Option<fn(&str) -> Option<String>>,
    /// What happened, as a part of a sentence.
    pub says: fn() -> Words,
    /// Where it was seen, and pairs of values that the tests hold it to; empty without the feature `documentation`.
    pub documentation: &'static str,
}

/// What a cell is that a transform explains.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Damage: nobody means it, so that nothing else is said of the cell.
    Damage,
    /// What people mean now and then: told mildly, and loudly only where many cells of a column show it.
    Habit,
    /// An edit like any other, unless a column is full of it: single cells aren't spoken of.
    Story,
    /// An honest edit that a program makes, too: nobody speaks of it.
    Honest,
}

/// A changed cell, as transforms see it.
#[derive(Debug, Clone, Copy)]
pub struct Change<'a> {
    /// What its column holds.
    pub kind: &'a Kind,
    /// The stored value; empty where there is none.
    pub stored: &'a str,
    /// The file's, in its stored form.
    pub file: &'a str,
}

/// What a value must be made of, so that a transform is asked at all.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Needs {
    pub(crate) has: Class,
    pub(crate) lacks: Class,
}

impl Needs {
    /// Whether a value of these classes will do.
    pub(crate) fn met_by(self, class: Class) -> bool {
        class.has(self.has) && class.lacks(self.lacks)
    }
}

/// Kinds of columns, as a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kinds(u16);

impl Kinds {
    /// Lines of text.
    pub const TEXT: Self = Self(1);
    /// Text with line breaks.
    pub const LONG_TEXT: Self = Self(1 << 1);
    /// Phone numbers.
    pub const PHONE: Self = Self(1 << 2);
    /// E-mail addresses, and what is shaped like them.
    pub const ADDRESS: Self = Self(1 << 3);
    /// Days.
    pub const DAY: Self = Self(1 << 4);
    /// Lists.
    pub const LIST: Self = Self(1 << 5);
    /// A few words.
    pub const CHOICE: Self = Self(1 << 6);
    /// True or False.
    pub const BOOLEAN: Self = Self(1 << 7);

    /// Several kinds.
    pub const fn all(kinds: &[Self]) -> Self {
        let (mut all, mut at) = (0, 0);
        while at < kinds.len() {
            #[expect(
                clippy::indexing_slicing,
                reason = "the loop ends before the end, and constants know no iterators"
            )]
            let Self(kind) = kinds[at];
            all |= kind;
            at += 1;
        }
        Self(all)
    }

    /// The set that a column's kind is in.
    pub fn of(kind: &Kind) -> Self {
        match kind {
            Kind::Text => Self::TEXT,
            Kind::LongText => Self::LONG_TEXT,
            Kind::Phone => Self::PHONE,
            Kind::Username | Kind::Email | Kind::Reference => Self::ADDRESS,
            Kind::Date { .. } => Self::DAY,
            Kind::List { .. } => Self::LIST,
            Kind::Choice { .. } => Self::CHOICE,
            Kind::Boolean => Self::BOOLEAN,
            Kind::Revision => Self(0),
        }
    }

    /// Whether any of these kinds is among them.
    pub const fn has(self, some: Self) -> bool {
        self.0 & some.0 != 0
    }

    /// Their names, as the documentation has them.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        const NAMES: [(Kinds, &str); 8] = [
            (Kinds::TEXT, "text"),
            (Kinds::LONG_TEXT, "long text"),
            (Kinds::PHONE, "phone"),
            (Kinds::ADDRESS, "address"),
            (Kinds::DAY, "day"),
            (Kinds::LIST, "list"),
            (Kinds::CHOICE, "choice"),
            (Kinds::BOOLEAN, "boolean"),
        ];
        NAMES.into_iter().filter(move |(kind, _)| self.has(*kind)).map(|(_, name)| name)
    }
}

/// Declares a transform: doc comments become its documentation. `stored` and `file` name the classes of bytes that must
/// be there, and those that may not.
macro_rules! transform {
    ($(#[doc = $line:expr])+ $vis:vis static TRANSFORM = {
        name: $name:literal, said_by: $said_by:literal, verdict: $verdict:ident,
        kinds: [$($kind:ident),+],
        stored: [$($stored_has:ident),*] without [$($stored_lacks:ident),*],
        file: [$($file_has:ident),*] without [$($file_lacks:ident),*],
        explains: $explains:expr, undone: $undone:expr,
        says: $says:expr $(,)?
    };) => {
        $(#[doc = $line])+
        $vis static TRANSFORM: $crate::transform::Transform = $crate::transform::Transform {
            name: $name,
            said_by: $said_by,
            verdict: $crate::transform::Verdict::$verdict,
            kinds: $crate::transform::Kinds::all(&[$($crate::transform::Kinds::$kind),+]),
            stored: $crate::transform::Needs {
                has: $crate::values::class::Class::all(&[$($crate::values::class::Class::$stored_has),*]),
                lacks: $crate::values::class::Class::all(&[$($crate::values::class::Class::$stored_lacks),*]),
            },
            file: $crate::transform::Needs {
                has: $crate::values::class::Class::all(&[$($crate::values::class::Class::$file_has),*]),
                lacks: $crate::values::class::Class::all(&[$($crate::values::class::Class::$file_lacks),*]),
            },
            explains: $explains,
            undone: $undone,
            says: || $says,
            documentation: if cfg!(feature = "documentation") { concat!($($line, "\n"),+) } else { "" },
        };
    };
}
pub(crate) use transform;
