//! A number format's code: its sections, for which numbers each of them is, and what it makes of one (ECMA-376, part 1,
//! 18.8.31).
//!
//! A letter is the letter of a day only where the whole word is made of such letters: `general` and `Standard` hold a
//! `d` or an `e`, and are no days.

use super::pattern::Pattern;

/// A format, by its sections.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Format {
    sections: Vec<Section>,
    /// Whether it shows nothing of a text.
    pub(super) hides_text: bool,
}

#[derive(Debug, Clone, PartialEq)]
struct Section {
    when: Option<Condition>,
    shape: Shape,
}

/// How a section shows a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Shape {
    /// As it is.
    General,
    /// As a day, a time of day, or both.
    Time {
        /// Whether the day is shown.
        day: bool,
        /// Whether the time is shown.
        time: bool,
    },
    /// In digits with zeros, signs and words of the format's own.
    Digits(Pattern),
    /// As a word, whatever the number is.
    Word(String),
    /// Not at all.
    Hidden,
    /// In a way that nobody here knows.
    Unknown,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Condition {
    sign: Sign,
    than: f64,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Sign {
    Less,
    LessOrEqual,
    Equal,
    NotEqual,
    GreaterOrEqual,
    Greater,
}

impl Condition {
    fn holds(self, value: f64) -> bool {
        match self.sign {
            Sign::Less => value < self.than,
            Sign::LessOrEqual => value <= self.than,
            Sign::Equal => (value - self.than).abs() < f64::EPSILON,
            Sign::NotEqual => (value - self.than).abs() >= f64::EPSILON,
            Sign::GreaterOrEqual => value >= self.than,
            Sign::Greater => value > self.than,
        }
    }

    fn from_word(word: &str) -> Option<Self> {
        let signs = [
            ("<=", Sign::LessOrEqual),
            (">=", Sign::GreaterOrEqual),
            ("<>", Sign::NotEqual),
            ("<", Sign::Less),
            (">", Sign::Greater),
            ("=", Sign::Equal),
        ];
        let (prefix, sign) = signs.into_iter().find(|(prefix, _)| word.starts_with(prefix))?;
        let than = word.strip_prefix(prefix)?.trim().parse().ok().filter(|than: &f64| than.is_finite())?;
        Some(Self { sign, than })
    }
}

impl Format {
    /// Reads a code.
    pub(super) fn from_code(code: &str) -> Self {
        let mut format = Self::default();
        let mut characters = code.chars();
        loop {
            let (mut section, ended) = SectionReader::read(&mut characters);
            let is_text = section.holds_text || format.sections.len() == 3;
            if is_text {
                format.hides_text = !section.holds_text && section.words.is_empty();
            } else if format.sections.len() < 3 {
                format.sections.push(Section { when: section.when.take(), shape: section.shape() });
            }
            if ended {
                return format;
            }
        }
    }

    /// How it shows a number; `None` where it says nothing of such a number.
    pub(super) fn shape(&self, value: f64) -> Option<&Shape> {
        let shape = |at: usize| self.sections.get(at).map(|section| &section.shape);
        let when = |at: usize| self.sections.get(at).and_then(|section| section.when);
        if when(0).is_none() && when(1).is_none() {
            // The sign that a section for negative numbers puts on is left to the number itself.
            return if value == 0.0 { shape(2).or_else(|| shape(0)) } else { shape(0) };
        }
        // Without a condition of its own, a section is for what is left by its place.
        let count = self.sections.len();
        let first = when(0).map_or(if count == 2 { value >= 0.0 } else { value > 0.0 }, |when| when.holds(value));
        let second = when(1).map_or(count == 2 || value < 0.0, |when| when.holds(value));
        match (first, second) {
            (true, _) => shape(0),
            (_, true) => shape(1),
            _ => shape(2),
        }
    }

    /// How it shows a day, where it shows days at all.
    pub(super) fn shows_day_only(&self) -> bool {
        matches!(self.sections.first(), Some(Section { shape: Shape::Time { day: true, time: false }, .. }))
    }
}

/// A section that is being read.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "marks that a section has or lacks, each whatever the others are")]
struct SectionReader {
    when: Option<Condition>,
    pattern: Pattern,
    /// The letters of days and times, each with its length, in their order.
    moments: Vec<(char, usize)>,
    words: String,
    general: bool,
    elapsed: bool,
    exponent: bool,
    fraction: bool,
    unknown: bool,
    holds_text: bool,
    has_digits: bool,
}

impl SectionReader {
    /// Reads one section, and whether the code ends with it.
    fn read(characters: &mut std::str::Chars<'_>) -> (Self, bool) {
        let mut section = Self::default();
        while let Some(character) = characters.next() {
            match character {
                ';' => return (section, false),
                '"' => characters.by_ref().take_while(|next| *next != '"').for_each(|own| section.own(own)),
                '\\' | '!' => characters.next().into_iter().for_each(|own| section.own(own)),
                '_' | '*' => drop(characters.next()),
                '[' => section.bracket(&characters.by_ref().take_while(|next| *next != ']').collect::<String>()),
                '0' | '#' | '?' => {
                    section.has_digits = true;
                    section.pattern.digit(character == '0');
                }
                '.' => section.pattern.point(),
                ',' => {}
                '%' => section.pattern.percent(),
                '@' => section.holds_text = true,
                '/' if section.has_digits => section.fraction = true,
                letter if letter.is_ascii_alphabetic() => section.word(letter, characters),
                own => section.own(own),
            }
        }
        (section, true)
    }

    fn own(&mut self, own: char) {
        self.words.push(own);
        self.pattern.own(own);
    }

    fn bracket(&mut self, word: &str) {
        let lower = word.to_ascii_lowercase();
        if word.starts_with(['<', '>', '=']) {
            self.when = Condition::from_word(word);
            self.unknown |= self.when.is_none();
        } else if let Some(currency) = word.strip_prefix('$') {
            // A currency: `[$€-407]`; or a language alone.
            let sign = currency.split('-').next().unwrap_or_default();
            sign.chars().for_each(|own| self.pattern.own(own));
        } else if !lower.is_empty() && lower.bytes().all(|byte| b"hms".contains(&byte)) {
            self.elapsed = true;
        }
        // What else stands in brackets is a colour, or how digits are drawn.
    }

    /// A word that isn't quoted: letters of days and times, or a name of the format as it is.
    fn word(&mut self, first: char, characters: &mut std::str::Chars<'_>) {
        let rest = characters.as_str();
        let length = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
        let word = format!("{first}{}", rest.get(..length).unwrap_or_default());
        let behind = rest.get(length..).unwrap_or_default();
        let half_of_day = [("am", "/pm"), ("a", "/p")].into_iter().find(|(before, after)| {
            word.eq_ignore_ascii_case(before)
                && behind.get(..after.len()).is_some_and(|behind| behind.eq_ignore_ascii_case(after))
        });
        let taken = length + half_of_day.map_or(0, |(_, after)| after.len());
        *characters = rest.get(taken..).unwrap_or_default().chars();
        if half_of_day.is_some() {
            self.moments.push(('h', 0));
        } else if word.eq_ignore_ascii_case("general") {
            self.general = true;
        } else if self.has_digits && word.eq_ignore_ascii_case("e") && behind.starts_with(['+', '-']) {
            self.exponent = true;
        } else if let Some(moments) = moments(&word, self.moments.last().map(|(letter, _)| *letter)) {
            self.moments.extend(moments);
        } else {
            self.unknown = true;
        }
    }

    fn shape(self) -> Shape {
        if self.unknown {
            return Shape::Unknown;
        }
        if self.general || self.exponent || self.elapsed || self.fraction {
            return Shape::General;
        }
        if !self.moments.is_empty() {
            let minute = |at: usize| {
                let letter = |at: Option<usize>| at.and_then(|at| self.moments.get(at)).map(|(letter, _)| *letter);
                letter(at.checked_sub(1)) == Some('h') || letter(Some(at + 1)) == Some('s')
            };
            let is_time = |(at, (letter, length)): (usize, &(char, usize))| match letter {
                'h' | 's' => true,
                'm' => *length <= 2 && minute(at),
                _ => false,
            };
            let times = self.moments.iter().enumerate().filter(|moment| is_time(*moment)).count();
            return Shape::Time { day: times < self.moments.len(), time: times > 0 };
        }
        let says = self.words.chars().any(char::is_alphanumeric);
        match self.pattern.finished() {
            Some(pattern) => Shape::Digits(pattern),
            None if says => Shape::Word(self.words.trim().to_owned()),
            None => Shape::Hidden,
        }
    }
}

/// The letters of days and times that a word is made of, each with its length; `None` for any other word.
fn moments(word: &str, before: Option<char>) -> Option<Vec<(char, usize)>> {
    let mut moments: Vec<(char, usize)> = Vec::new();
    let lower = word.to_ascii_lowercase();
    let mut letters = lower.chars().peekable();
    while let Some(letter) = letters.next() {
        let mut length = 1;
        while letters.next_if_eq(&letter).is_some() {
            length += 1;
        }
        let last = moments.last().map(|(letter, _)| *letter).or(before);
        let longest = match letter {
            'y' | 'd' | 'b' => 4,
            'm' => 5,
            'h' | 's' | 'e' => 2,
            'g' => 3,
            // Some programs leave the letters of ISO 8601 without quotes.
            't' if length == 1 && last == Some('d') => continue,
            'z' if length == 1 && last == Some('s') => continue,
            _ => return None,
        };
        if length > longest {
            return None;
        }
        moments.push((letter, length));
    }
    Some(moments)
}

#[cfg(test)]
mod tests {
    use super::{Format, Shape};

    fn shape(code: &str) -> Shape {
        Format::from_code(code).shape(45_292.0).cloned().expect("a section for every number")
    }

    #[test]
    fn days_are_told_from_numbers() {
        let time = |day, time| Shape::Time { day, time };
        for (code, expected) in [
            ("dd/mm/yyyy", time(true, false)),
            ("[$-409]d\\-mmm\\-yy;@", time(true, false)),
            ("mmm", time(true, false)),
            ("mmmmm", time(true, false)),
            ("yyyymmdd", time(true, false)),
            ("yyyy\"年\"m\"月\"d\"日\"", time(true, false)),
            ("[$-411]ggge\"年\"m\"月\"", time(true, false)),
            ("yyyy-mm-dd hh:mm:ss", time(true, true)),
            ("yyyy-mm-ddThh:mm:ssZ", time(true, true)),
            ("DD.MM.YYYY HH:MM", time(true, true)),
            ("h:mm AM/PM", time(false, true)),
            ("mm:ss", time(false, true)),
            ("[h]:mm", Shape::General),
            ("0.00E+00", Shape::General),
            ("# ?/?", Shape::General),
        ] {
            assert_eq!(shape(code), expected, "{code}");
        }
        for code in [
            "General",
            "general",
            "GENERAL",
            "[Red]General",
            "[$-407]General",
            "General;[Red]-General",
            "Nr\\. General",
        ] {
            assert!(matches!(shape(code), Shape::General | Shape::Unknown), "{code}");
        }
        for code in ["Standard", "TT.MM.JJJJ", "dddddddd", "xyz", "[<x]0"] {
            assert_eq!(shape(code), Shape::Unknown, "{code}");
        }
        for code in ["\"day \"00000", "[Red]0.00", "#,##0", "_-* #,##0_-", "[Color12]0", "[DBNum1]0"] {
            assert!(matches!(shape(code), Shape::Digits(_)), "{code}");
        }
    }

    #[test]
    fn a_section_is_for_its_numbers() {
        let word = |code: &str, value: f64| match Format::from_code(code).shape(value) {
            Some(Shape::Word(word)) => word.clone(),
            other => format!("{other:?}"),
        };
        for (code, shown) in [
            ("[<=9]\"few\";\"many\"", ["few", "few", "few", "many"]),
            ("[>9]\"many\";[>0]\"few\";\"none\"", ["none", "none", "few", "many"]),
            ("[=0]\"none\";[<0]\"debt\";\"some\"", ["debt", "none", "some", "some"]),
            ("\"some\";[<-5]\"debt\";\"none\"", ["none", "none", "some", "some"]),
            ("\"yes\";\"yes\";\"no\"", ["yes", "no", "yes", "yes"]),
        ] {
            assert_eq!([-1.0, 0.0, 7.0, 4_711.0].map(|value| word(code, value)), shown, "{code}");
        }
        assert_eq!(word("[>9]\"many\"", 1.0), "None");
        assert_eq!(word(";;;", 1.0), "Some(Hidden)");
        assert!(Format::from_code(";;;").hides_text && !Format::from_code("0;-0;;@").hides_text);
        assert_eq!(word("0;;", 0.0), "Some(Hidden)");
    }
}
