//! Which classes of bytes a text is made of: found in one walk, so that what can't apply to it is never asked.

/// The classes of bytes in a text, as a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Class(u16);

impl Class {
    /// `0` to `9`.
    pub const DIGIT: Self = Self(1);
    /// `a` to `z`, `A` to `Z`.
    pub const LETTER: Self = Self(1 << 1);
    /// A space.
    pub const SPACE: Self = Self(1 << 2);
    /// What controls machines, line ends and tabs included.
    pub const CONTROL: Self = Self(1 << 3);
    /// `.` and `,`
    pub const POINT: Self = Self(1 << 4);
    /// `+` and `-`
    pub const SIGN: Self = Self(1 << 5);
    /// `'`, `"` and the back-tick.
    pub const QUOTE: Self = Self(1 << 6);
    /// `&`, `%`, `\`, `_` and `=`: what escapes begin with.
    pub const ESCAPE: Self = Self(1 << 7);
    /// Brackets of every shape.
    pub const BRACKET: Self = Self(1 << 8);
    /// `/`, `:`, `|` and `;`
    pub const SLASH: Self = Self(1 << 9);
    /// All other characters of ASCII.
    pub const OTHER: Self = Self(1 << 10);
    /// A part of a character beyond ASCII.
    pub const HIGH: Self = Self(1 << 11);

    /// The classes in a text.
    pub fn of(text: &str) -> Self {
        Self(text.bytes().fold(0, |found, byte| found | CLASSES.get(usize::from(byte)).copied().unwrap_or(0)))
    }

    /// Several classes.
    pub const fn all(classes: &[Self]) -> Self {
        let (mut all, mut at) = (0, 0);
        while at < classes.len() {
            #[expect(
                clippy::indexing_slicing,
                reason = "the loop ends before the end, and constants know no iterators"
            )]
            let Self(class) = classes[at];
            all |= class;
            at += 1;
        }
        Self(all)
    }

    /// Whether every one of these classes is there.
    pub const fn has(self, wanted: Self) -> bool {
        self.0 & wanted.0 == wanted.0
    }

    /// Whether none of these classes is there.
    pub const fn lacks(self, unwanted: Self) -> bool {
        self.0 & unwanted.0 == 0
    }
}

const CLASSES: [u16; 256] = {
    let (mut classes, mut byte) = ([0; 256], 0_u8);
    loop {
        #[expect(clippy::indexing_slicing, reason = "there are as many entries as bytes")]
        {
            classes[byte as usize] = class_of(byte).0;
        }
        if byte == u8::MAX {
            break classes;
        }
        byte += 1;
    }
};

const fn class_of(byte: u8) -> Class {
    match byte {
        b'0'..=b'9' => Class::DIGIT,
        b'a'..=b'z' | b'A'..=b'Z' => Class::LETTER,
        b' ' => Class::SPACE,
        0..=0x1f | 0x7f => Class::CONTROL,
        b'.' | b',' => Class::POINT,
        b'+' | b'-' => Class::SIGN,
        b'\'' | b'"' | b'`' => Class::QUOTE,
        b'&' | b'%' | b'\\' | b'_' | b'=' => Class::ESCAPE,
        b'(' | b')' | b'[' | b']' | b'{' | b'}' | b'<' | b'>' => Class::BRACKET,
        b'/' | b':' | b'|' | b';' => Class::SLASH,
        0x80..=0xff => Class::HIGH,
        _ => Class::OTHER,
    }
}

#[cfg(test)]
mod tests {
    use super::Class;

    #[test]
    fn a_text_is_made_of_its_bytes() {
        assert_eq!(Class::of("Zoë 7"), Class::all(&[Class::LETTER, Class::HIGH, Class::SPACE, Class::DIGIT]));
        assert!(Class::of("").lacks(Class::all(&[Class::DIGIT, Class::OTHER])));
        assert!(Class::of("10,457").has(Class::POINT) && !Class::of("10457").has(Class::POINT));
    }
}
