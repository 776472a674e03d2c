//! What texts look like: the same text in plain characters, without marks, and whether two can't be told apart.

use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_security::confusable_detection::skeleton;

/// Characters that people write on purpose, though Unicode has a plain form for them.
const MEANT: [char; 18] = ['²', '³', '¹', 'º', 'ª', '½', '¼', '¾', '…', '™', '№', '℠', '℃', '‰', '´', '¨', '¸', '˚'];

/// A text in plain characters: Unicode's compatibility form, with plain spaces and hyphens, and one space for several.
pub fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for run in text.split_inclusive(MEANT) {
        let end = run.chars().next_back().filter(|last| MEANT.contains(last));
        let body = end.map_or(run, |last| run.get(..run.len() - last.len_utf8()).unwrap_or(run));
        for character in body.nfkc() {
            let character = match character {
                '\u{2010}' | '\u{2011}' | '\u{2212}' => '-',
                other if other.is_whitespace() && other != '\n' => ' ',
                other => other,
            };
            if character != ' ' || !plain.ends_with(' ') {
                plain.push(character);
            }
        }
        plain.extend(end);
    }
    plain
}

/// A text as a typewriter writes it: plain characters, with one kind of quotes and dashes.
pub fn typeset(text: &str) -> String {
    let mut typed = String::with_capacity(text.len());
    for character in plain(text).nfkc() {
        match character {
            '‘' | '’' | '‚' | '‛' | '`' | '´' | '′' | '＇' | 'ʼ' => typed.push('\''),
            '“' | '”' | '„' | '‟' | '«' | '»' | '″' => typed.push('"'),
            '–' | '—' | '―' | '‒' => typed.push('-'),
            other => typed.push(other),
        }
    }
    typed
}

/// Whether one text is another with more unusual characters in it, and looks the same.
pub fn is_odd_form(odd: &str, other: &str) -> bool {
    if odd.is_ascii() && !odd.contains("  ") {
        return false;
    }
    let (plain_odd, plain_other) = (plain(odd), plain(other));
    plain_odd == plain_other && unlike(odd, &plain_odd) > unlike(other, &plain_other)
}

/// Whether two different texts look the same, typed or typeset.
pub fn are_same(one: &str, other: &str) -> bool {
    let may = |text: &str| !text.is_ascii() || text.contains("  ") || text.contains('`');
    (may(one) || may(other)) && typeset(one) == typeset(other)
}

/// How many characters of a text aren't in its plain form.
fn unlike(text: &str, plain: &str) -> usize {
    let known: BTreeSet<char> = plain.chars().collect();
    let kept = text.chars().filter(|character| known.contains(character)).count();
    text.chars().count() - kept.min(plain.chars().count())
}

/// A text with its letters bare: without accents, dots and strokes; or, spelled out, as German and Danish write them in
/// two letters.
pub fn without_marks(text: &str, spelled_out: bool) -> String {
    let mut bare = String::with_capacity(text.len());
    for character in text.nfc() {
        let two = match character {
            'ä' | 'æ' => "ae",
            'ö' | 'ø' | 'œ' => "oe",
            'ü' => "ue",
            'å' => "aa",
            'Ä' | 'Æ' => "Ae",
            'Ö' | 'Ø' | 'Œ' => "Oe",
            'Ü' => "Ue",
            'Å' => "Aa",
            _ => "",
        };
        let one = match character {
            'ß' => "ss",
            'ø' => "o",
            'Ø' => "O",
            'ł' => "l",
            'Ł' => "L",
            'đ' | 'ð' => "d",
            'Đ' | 'Ð' => "D",
            'ı' => "i",
            'þ' => "th",
            'Þ' => "Th",
            'æ' => "ae",
            'Æ' => "AE",
            'œ' => "oe",
            _ => "",
        };
        match (spelled_out && !two.is_empty(), one.is_empty()) {
            (true, _) => bare.push_str(two),
            (false, false) => bare.push_str(one),
            (false, true) => bare.extend(std::iter::once(character).nfd().filter(|part| !is_combining_mark(*part))),
        }
    }
    bare
}

/// Whether a word of a text has letters of more than one of the scripts that look alike.
pub fn mixes_scripts(text: &str) -> bool {
    let script = |character: char| match character {
        'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' => 1_u8,
        '\u{370}'..='\u{3ff}' => 2,
        '\u{400}'..='\u{52f}' => 4,
        '\u{530}'..='\u{58f}' => 8,
        _ => 0,
    };
    text.split(|character: char| !character.is_alphanumeric())
        .any(|word| word.chars().fold(0, |found, character| found | script(character)).count_ones() > 1)
}

/// What a text looks like: texts of one skeleton can't be told apart.
pub fn skeleton_of(text: &str) -> String {
    skeleton(text).collect()
}

#[cfg(test)]
mod tests {
    use super::{are_same, is_odd_form, mixes_scripts, plain, without_marks};

    #[test]
    fn odd_forms_look_the_same() {
        for (odd, other) in
            [("Ａｎｎ", "Ann"), ("Ann\u{a0}Lee", "Ann Lee"), ("So\u{fb01}a", "Sofia"), ("Ann  Lee", "Ann Lee")]
        {
            assert!(is_odd_form(odd, other) && !is_odd_form(other, odd), "{odd}");
            assert!(are_same(odd, other), "{odd}");
        }
        assert!(are_same("O’Hara", "O'Hara") && are_same("A – B", "A - B") && !are_same("Ann", "Anna"));
        assert_eq!(plain("A² – B"), "A² – B");
    }

    #[test]
    fn marks_are_taken_off() {
        assert_eq!(without_marks("José Łuk Søs Straße", false), "Jose Luk Sos Strasse");
        assert_eq!(without_marks("Müller Ærø", true), "Mueller Aeroe");
        assert!(mixes_scripts("Аnna") && !mixes_scripts("Анна Lee"));
    }
}
