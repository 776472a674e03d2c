//! Letters that a wrong encoding broke: read as others, or lost.

/// What the bytes from 0x80 on mean in `windows-1252`, by the WHATWG Encoding Standard; from 0xA0 on they are the
/// characters of the same number.
const WINDOWS_1252: &str = "\u{20ac}\u{81}\u{201a}\u{192}\u{201e}\u{2026}\u{2020}\u{2021}\u{2c6}\u{2030}\u{160}\u{2039}\u{152}\u{8d}\u{17d}\u{8f}\
    \u{90}\u{2018}\u{2019}\u{201c}\u{201d}\u{2022}\u{2013}\u{2014}\u{2dc}\u{2122}\u{161}\u{203a}\u{153}\u{9d}\u{17e}\u{178}";
/// What the bytes from 0x80 on mean in `macintosh`, by the same.
const MACINTOSH: &str = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø\
    ¿¡¬√ƒ≈∆«»…\u{a0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›\u{fb01}\u{fb02}‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{f8ff}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

/// What a text was before its UTF-8 bytes were read in another encoding; `None` where they weren't.
pub fn undone(text: &str) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    [WINDOWS_1252, MACINTOSH].into_iter().find_map(|encoding| {
        let bytes: Option<Vec<u8>> = text.chars().map(|character| byte_in(encoding, character)).collect();
        let meant = String::from_utf8(bytes?).ok()?;
        // What is left may hold any letters but no controls, or it was no text.
        let is_text = !meant.chars().any(|character| character.is_control() && character != '\n');
        (is_text && meant.chars().count() < text.chars().count()).then_some(meant)
    })
}

/// The byte that an encoding writes for a character, if it has it.
fn byte_in(encoding: &str, character: char) -> Option<u8> {
    let number = u32::from(character);
    if number < 0x80 || (encoding == WINDOWS_1252 && (0xA0..0x100).contains(&number)) {
        return u8::try_from(number).ok();
    }
    let place = encoding.chars().position(|other| other == character)?;
    u8::try_from(place + 0x80).ok()
}

/// Whether a text is the stored one with its letters beyond ASCII lost: each became `?`, `_` or U+FFFD.
pub fn lost_letters(stored: &str, file: &str) -> bool {
    if stored == file || stored.is_ascii() {
        return false;
    }
    // One mark a letter, or one for each of its bytes.
    lost_as(stored, file, |_| 1) || lost_as(stored, file, char::len_utf8)
}

fn lost_as(stored: &str, file: &str, marks: fn(char) -> usize) -> bool {
    let lost = |character: &char| matches!(character, '?' | '_' | '\u{fffd}');
    let mut left = file.chars();
    let mut losses = 0;
    for was in stored.chars() {
        let is = left.next();
        if is == Some(was) {
            continue;
        }
        let more = || (1..marks(was)).count();
        if was.is_ascii() || !is.as_ref().is_some_and(lost) || left.by_ref().take(more()).filter(lost).count() != more()
        {
            return false;
        }
        losses += 1;
    }
    losses > 0 && left.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::{MACINTOSH, WINDOWS_1252, byte_in, lost_letters, undone};

    #[test]
    fn every_character_has_the_byte_of_the_standard() {
        for (ours, standard) in [(WINDOWS_1252, encoding_rs::WINDOWS_1252), (MACINTOSH, encoding_rs::MACINTOSH)] {
            for byte in 0..=u8::MAX {
                let (meant, malformed) = standard.decode_without_bom_handling(std::slice::from_ref(&byte));
                assert!(!malformed);
                assert_eq!(meant.chars().next().and_then(|character| byte_in(ours, character)), Some(byte), "{meant}");
            }
            assert_eq!(byte_in(ours, '東'), None);
        }
    }

    #[test]
    fn wrong_readings_are_undone() {
        assert_eq!(undone("JosÃ©").as_deref(), Some("José"));
        assert_eq!(undone("MÃ¼ller").as_deref(), Some("Müller"));
        assert_eq!(undone("Jos√©").as_deref(), Some("José"));
        assert_eq!(undone("José"), None);
        assert_eq!(undone("Ürsã"), None);
        assert_eq!(undone("Ann"), None);
    }

    #[test]
    fn lost_letters_are_missed() {
        assert!(lost_letters("Zoë", "Zo?") && lost_letters("東京", "??") && lost_letters("Zoë", "Zo\u{fffd}\u{fffd}"));
        assert!(lost_letters("José_1", "Jos__1"));
        assert!(!lost_letters("Zoë", "Zoe?") && !lost_letters("Ann", "An?") && !lost_letters("Zoë", "Zoë?"));
    }
}
