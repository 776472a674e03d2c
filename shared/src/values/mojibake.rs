//! Letters that a wrong encoding broke: read as others, or lost.

use encoding_rs::{MACINTOSH, UTF_8, WINDOWS_1252};

/// What a text was before its UTF-8 bytes were read in another encoding; `None` where they weren't.
pub fn undone(text: &str) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    [WINDOWS_1252, MACINTOSH].into_iter().find_map(|encoding| {
        let (bytes, _, lossy) = encoding.encode(text);
        if lossy {
            return None;
        }
        let (meant, malformed) = UTF_8.decode_without_bom_handling(&bytes);
        // What is left may hold any letters but no controls, or it was no text.
        let is_text = !malformed && !meant.chars().any(|character| character.is_control() && character != '\n');
        (is_text && meant.chars().count() < text.chars().count()).then(|| meant.into_owned())
    })
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
    use super::{lost_letters, undone};

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
