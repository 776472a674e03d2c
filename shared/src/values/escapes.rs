//! The escapes of other syntaxes, taken off: HTML, web addresses, source code, workbooks and mail. Each gives `None` where
//! there is none of its escapes in a text, or where what they stand for is no text.

/// How far the end of an entity is looked for.
const LONGEST_ENTITY: usize = 10;
/// The letters and signs that HTML has names for and that names of people and places hold.
const NAMED: [(&str, &str); 66] = [
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", " "),
    ("ndash", "–"),
    ("mdash", "—"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("hellip", "…"),
    ("middot", "·"),
    ("shy", ""),
    ("Agrave", "À"),
    ("Aacute", "Á"),
    ("Acirc", "Â"),
    ("Atilde", "Ã"),
    ("Auml", "Ä"),
    ("Aring", "Å"),
    ("AElig", "Æ"),
    ("Ccedil", "Ç"),
    ("Egrave", "È"),
    ("Eacute", "É"),
    ("Ecirc", "Ê"),
    ("Euml", "Ë"),
    ("Iacute", "Í"),
    ("Icirc", "Î"),
    ("Iuml", "Ï"),
    ("Ntilde", "Ñ"),
    ("Oacute", "Ó"),
    ("Ocirc", "Ô"),
    ("Otilde", "Õ"),
    ("Ouml", "Ö"),
    ("Oslash", "Ø"),
    ("Uacute", "Ú"),
    ("Ucirc", "Û"),
    ("Uuml", "Ü"),
    ("szlig", "ß"),
    ("agrave", "à"),
    ("aacute", "á"),
    ("acirc", "â"),
    ("atilde", "ã"),
    ("auml", "ä"),
    ("aring", "å"),
    ("aelig", "æ"),
    ("ccedil", "ç"),
    ("egrave", "è"),
    ("eacute", "é"),
    ("ecirc", "ê"),
    ("euml", "ë"),
    ("iacute", "í"),
    ("icirc", "î"),
    ("iuml", "ï"),
    ("ntilde", "ñ"),
    ("oacute", "ó"),
    ("ocirc", "ô"),
    ("otilde", "õ"),
    ("ouml", "ö"),
    ("oslash", "ø"),
    ("uacute", "ú"),
    ("ucirc", "û"),
    ("uuml", "ü"),
    ("scaron", "š"),
    ("yacute", "ý"),
];

/// HTML's entities and line breaks; entities of entities, too.
pub fn html(text: &str) -> Option<String> {
    if !text.contains('&') && !text.contains("<b") && !text.contains("<B") && !text.contains("<p") {
        return None;
    }
    let mut plain = text.to_owned();
    for tag in ["<br>", "<br/>", "<br />", "<BR>", "</p><p>"] {
        if plain.contains(tag) {
            plain = plain.replace(tag, "\n");
        }
    }
    // Twice escaped is the most that is seen.
    for _ in 0..2 {
        match entities(&plain) {
            Some(next) => plain = next,
            None => break,
        }
    }
    (plain != text).then_some(plain)
}

fn entities(text: &str) -> Option<String> {
    let meant = |entity: &str| -> Option<String> {
        let number =
            |digits: &str, radix| u32::from_str_radix(digits, radix).ok().and_then(char::from_u32).map(String::from);
        match entity.strip_prefix('#') {
            Some(rest) => match rest.strip_prefix(['x', 'X']) {
                Some(digits) => number(digits, 16),
                None => number(rest, 10),
            },
            None => NAMED.iter().find(|(name, _)| *name == entity).map(|(_, meant)| (*meant).to_owned()),
        }
    };
    replaced(text, "&", |rest| {
        let length = rest.bytes().take(LONGEST_ENTITY).position(|byte| byte == b';').filter(|length| *length > 1)?;
        Some((meant(rest.get(..length)?)?, length + 1))
    })
}

/// The escapes of web addresses: a percent sign and two digits for each byte.
pub fn percent(text: &str) -> Option<String> {
    by_bytes(text, '%')
}

/// The escapes of mail in quoted-printable: an equals sign and two digits for each byte.
pub fn quoted_printable(text: &str) -> Option<String> {
    by_bytes(text, '=')
}

fn by_bytes(text: &str, mark: char) -> Option<String> {
    if !text.contains(mark) {
        return None;
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    let mut any = false;
    while let Some((before, after)) = rest.split_once(mark) {
        bytes.extend_from_slice(before.as_bytes());
        let byte = after.get(..2).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
        if let Some(byte) = byte.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            bytes.push(byte);
            any = true;
            rest = after.get(2..).unwrap_or_default();
        } else {
            bytes.extend_from_slice(mark.encode_utf8(&mut [0; 4]).as_bytes());
            rest = after;
        }
    }
    bytes.extend_from_slice(rest.as_bytes());
    String::from_utf8(bytes).ok().filter(|_| any)
}

/// The escapes of source code: a backslash before quotes and itself, `\n`, `\t`, `\u00e9`, `\xe9`.
pub fn backslash(text: &str) -> Option<String> {
    if !text.contains('\\') {
        return None;
    }
    replaced(text, "\\", |rest| {
        let number = |from: usize, to: usize| {
            let digits = rest.get(from..to).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
            Some((String::from(u32::from_str_radix(digits, 16).ok().and_then(char::from_u32)?), to))
        };
        match rest.chars().next()? {
            'n' => Some(("\n".to_owned(), 1)),
            'r' => Some((String::new(), 1)),
            't' => Some(("\t".to_owned(), 1)),
            'u' => number(1, 5),
            'x' => number(1, 3),
            quoted @ ('\'' | '"' | '\\' | '/' | ',' | ';' | '`') => Some((quoted.to_string(), 1)),
            _ => None,
        }
    })
}

/// The escapes of workbooks: `_x000D_` for a character by its number.
pub fn xml(text: &str) -> Option<String> {
    if !text.contains("_x") {
        return None;
    }
    let plain = replaced(text, "_x", |rest| {
        let digits = rest.get(..4).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
        let ends = rest.get(4..5) == Some("_");
        let character = u32::from_str_radix(digits, 16).ok().and_then(char::from_u32)?;
        ends.then(|| (String::from(character), 5))
    })?;
    Some(plain.replace("\r\n", "\n").replace('\r', "\n"))
}

/// What stands in quotes, of one kind or another, that hold all of a text.
pub fn in_quotes(text: &str) -> Option<&str> {
    const PAIRS: [(char, char); 9] =
        [('"', '"'), ('\'', '\''), ('“', '”'), ('„', '“'), ('‘', '’'), ('«', '»'), ('»', '«'), ('`', '`'), ('”', '”')];
    let inner = |(open, close): (char, char)| text.strip_prefix(open)?.strip_suffix(close);
    PAIRS.into_iter().find_map(inner).filter(|inner| !inner.is_empty())
}

/// Whether two texts are the same but for kinds of spaces.
pub fn same(one: &str, other: &str) -> bool {
    let plain = |text: &str| text.replace('\u{a0}', " ");
    one == other || plain(one) == plain(other)
}

/// The text with each escape replaced that `meant` knows: from what follows the mark to what it stands for, and how many
/// bytes it takes. `None` where it knows none of them.
fn replaced(text: &str, mark: &str, meant: impl Fn(&str) -> Option<(String, usize)>) -> Option<String> {
    let mut plain = String::with_capacity(text.len());
    let (mut rest, mut any) = (text, false);
    while let Some((before, after)) = rest.split_once(mark) {
        plain.push_str(before);
        if let Some((character, length)) = meant(after) {
            plain.push_str(&character);
            any = true;
            rest = after.get(length..).unwrap_or_default();
        } else {
            plain.push_str(mark);
            rest = after;
        }
    }
    plain.push_str(rest);
    any.then_some(plain)
}

#[cfg(test)]
mod tests {
    use super::{backslash, html, in_quotes, percent, quoted_printable, xml};

    #[test]
    fn escapes_are_taken_off() {
        assert_eq!(html("Smith &amp;amp; Co").as_deref(), Some("Smith & Co"));
        assert_eq!(html("Jos&eacute;&#39;s&#x21;<br>x").as_deref(), Some("José's!\nx"));
        assert_eq!(percent("Jos%C3%A9%20L").as_deref(), Some("José L"));
        assert_eq!(quoted_printable("Jos=C3=A9").as_deref(), Some("José"));
        assert_eq!(backslash(r"O\'Brien \u00e9\n").as_deref(), Some("O'Brien é\n"));
        assert_eq!(xml("a_x000D_\nb_x005F_").as_deref(), Some("a\nb_"));
        assert_eq!(in_quotes("“Ann”"), Some("Ann"));
    }

    #[test]
    fn other_texts_are_left_alone() {
        for text in ["AT&T; x", "100 %", "R\\D", "a=b", "_x_", "", "&;", "%zz", "\\", "&#xFFFFFFFF;", "%C3", "\\ud800"]
        {
            assert_eq!(
                (html(text), percent(text).or(quoted_printable(text)), backslash(text), xml(text)),
                (None, None, None, None),
                "{text}"
            );
        }
    }
}
