//! Digits, and numbers as programs write them: grouped, with decimals, with a sign on either side, in any script.

/// The zeros of the scripts that write numbers by ten digits in a row.
const ZEROS: [char; 20] =
    ['０', '٠', '۰', '߀', '०', '০', '੦', '૦', '୦', '௦', '౦', '೦', '൦', '๐', '໐', '༠', '၀', '០', '᠐', '᥆'];
/// What stands between groups of three digits.
const GROUPING: [char; 10] = [',', '.', '\'', '’', ' ', '\u{a0}', '\u{202f}', '\u{2009}', '_', '٬'];
/// A longer text is no number that anybody wrote.
const LONGEST: usize = 64;

/// A decimal digit of any script, as that of ASCII.
pub fn digit(character: char) -> Option<char> {
    if character.is_ascii() {
        return character.is_ascii_digit().then_some(character);
    }
    let of = |zero: char| u32::from(character).checked_sub(u32::from(zero)).filter(|value| *value < 10);
    ZEROS.into_iter().find_map(of).and_then(|value| char::from_digit(value, 10))
}

/// The digits of a text, without all between them.
pub fn only(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// Whether a text is digits and nothing else.
pub fn are_all(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Digits without the zeros before them.
pub fn bare(digits: &str) -> &str {
    let bare = digits.trim_start_matches('0');
    if bare.is_empty() && !digits.is_empty() { "0" } else { bare }
}

/// Whether a text is a number of the kind that people dial or write by hand: digits with spaces, hyphens, slashes and
/// brackets between them, perhaps a `+` before them.
pub fn are_spaced(text: &str) -> bool {
    let spaced = |byte: u8| byte.is_ascii_digit() || b" -/()+".contains(&byte);
    text.bytes().all(spaced) && text.bytes().any(|byte| byte.is_ascii_digit())
}

/// A number, read by one meaning of its marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// Whether a minus stands with it.
    pub negative: bool,
    /// The digits before the decimals.
    pub whole: String,
    /// The digits behind the decimal mark.
    pub decimals: String,
    /// What stands between its groups of digits, if anything does.
    pub grouping: Option<char>,
    /// Whether it has a decimal mark, decimals behind it or not.
    pub marked: bool,
}

impl Number {
    /// Every way to read a text as a number: the mark of the decimals may be a point or a comma.
    pub fn readings(text: &str) -> impl Iterator<Item = Self> {
        let text = if text.len() > LONGEST { "" } else { text };
        ['.', ','].into_iter().filter_map(move |mark| Self::read(text, mark))
    }

    /// A number without grouping and with a decimal point, if it has decimals.
    pub fn plain(text: &str) -> Option<Self> {
        Self::read(text, '.').filter(|number| number.grouping.is_none() && number.marked != number.decimals.is_empty())
    }

    fn read(text: &str, mark: char) -> Option<Self> {
        let (negative, body) = match text.strip_prefix(['-', '\u{2212}']) {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, decimals) = body.rsplit_once(mark).unwrap_or((body, ""));
        if !decimals.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let (whole, grouping) = ungrouped(whole, mark)?;
        Some(Self { negative, whole, decimals: decimals.to_owned(), grouping, marked: body.contains(mark) })
    }

    /// Whether it has no decimals, or none but zeros.
    pub fn is_whole(&self) -> bool {
        self.decimals.bytes().all(|byte| byte == b'0')
    }

    /// Whether a stored text is the same number, or the same digits where those are written with space between them.
    pub fn is(&self, stored: &str) -> bool {
        if let Some(number) = Self::plain(stored) {
            let decimals = |number: &Self| number.decimals.trim_end_matches('0').to_owned();
            return number.negative == self.negative
                && bare(&number.whole) == bare(&self.whole)
                && decimals(&number) == decimals(self);
        }
        !self.negative && self.is_whole() && are_spaced(stored) && bare(&only(stored)) == bare(&self.whole)
    }

    /// Its value, as near as a machine's number comes to it.
    pub fn value(&self) -> Option<f64> {
        let value: f64 = format!("{}.{}", self.whole, self.decimals).parse().ok()?;
        Some(if self.negative { -value } else { value })
    }
}

/// The digits of a number's whole part, and what stands between its groups: of three, or in India of two before the last.
fn ungrouped(whole: &str, mark: char) -> Option<(String, Option<char>)> {
    if are_all(whole) {
        return Some((whole.to_owned(), None));
    }
    let separator = whole.chars().find(|character| !character.is_ascii_digit())?;
    if separator == mark || !GROUPING.contains(&separator) {
        return None;
    }
    let groups: Vec<&str> = whole.split(separator).collect();
    let (first, rest) = groups.split_first()?;
    let (last, middle) = rest.split_last()?;
    let of = |length: usize| middle.iter().all(|group| group.len() == length);
    let fits = (1..=3).contains(&first.len()) && last.len() == 3 && (of(3) || of(2) && first.len() <= 2);
    (fits && groups.iter().all(|group| are_all(group))).then(|| (groups.concat(), Some(separator)))
}

#[cfg(test)]
mod tests {
    use super::{Number, bare, digit};

    fn whole(text: &str) -> Vec<String> {
        Number::readings(text).map(|number| format!("{} {}", number.whole, number.decimals)).collect()
    }

    #[test]
    fn numbers_are_read_by_either_mark() {
        assert_eq!(whole("10,457"), ["10457 ", "10 457"]);
        assert_eq!(whole("1.234.567"), ["1234567 "]);
        assert_eq!(whole("1,067.00"), ["1067 00"]);
        assert_eq!(whole("10,45,700"), ["1045700 "]);
        assert_eq!(whole("1,23"), ["1 23"]);
        assert!(whole("Ann").is_empty() && whole("").is_empty() && whole("1,2,3").is_empty());
    }

    #[test]
    fn the_same_number_is_known() {
        let is = |stored: &str, file: &str| Number::readings(file).any(|number| number.is(stored));
        assert!(is("01067", "1067.0") && is("10457", "10 457") && is("030 555", "30555.0") && is("1.50", "1,5"));
        assert!(!is("10457", "10458.0") && !is("-5", "5.0"));
    }

    #[test]
    fn digits_of_any_script_are_digits() {
        assert_eq!("１٢३".chars().filter_map(digit).collect::<String>(), "123");
        assert_eq!((digit('x'), bare("00"), bare("007")), (None, "0", "7"));
    }
}
