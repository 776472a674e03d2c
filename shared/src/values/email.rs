//! E-mail addresses: what is wrong with one, to the exact part.
//!
//! The shape is RFC 5321's `local@domain` in its common subset: no quoted local parts, no comments, no address
//! literals. Letters outside ASCII are accepted on both sides (RFC 6531), full-width and control characters are not.

/// The longest address that mail systems carry (RFC 3696, erratum 1690), in bytes.
const MOST_BYTES: usize = 254;
/// The longest part before the @ (RFC 5321, 4.5.3.1.1), in bytes.
const MOST_LOCAL_BYTES: usize = 64;
/// The longest name between two dots of a domain (RFC 1035, 2.3.4), in bytes.
const MOST_LABEL_BYTES: usize = 63;

/// What is wrong with an address, in words that finish "it …"; `None` where nothing is.
pub fn defect(address: &str) -> Option<String> {
    if address.len() > MOST_BYTES {
        return Some(format!("is longer than {MOST_BYTES} bytes"));
    }
    if address.contains('<') || address.contains('>') {
        return Some("holds a name or < > beside the address; only the address belongs here".to_owned());
    }
    if let Some(found) = address.chars().find(|character| character.is_whitespace()) {
        let kind =
            if found == ' ' { "a space".to_owned() } else { format!("white space (U+{:04X})", u32::from(found)) };
        return Some(format!("has {kind} in it"));
    }
    if let Some(found) = address.chars().find(|character| is_lookalike(*character)) {
        return Some(format!(
            "has “{found}” (U+{:04X}), which looks like a plain character but isn't one",
            u32::from(found)
        ));
    }
    let unseen = |(_, character): &(usize, char)| character.is_control() || is_invisible(*character);
    if let Some((at, found)) = address.char_indices().find(unseen) {
        let before = address.get(..at).unwrap_or_default();
        return Some(format!("has an invisible character, U+{:04X} after “{before}”", u32::from(found)));
    }
    let Some((local, domain)) = address.rsplit_once('@') else {
        return Some("has no @".to_owned());
    };
    if local.contains('@') {
        return Some("has more than one @".to_owned());
    }
    local_defect(local).or_else(|| domain_defect(domain))
}

/// The address with plain characters for typographic ones, if that makes it an address.
pub fn in_plain_characters(address: &str) -> Option<String> {
    let plain = |character: char| match character {
        '\u{2018}'..='\u{201b}' => Some('\''),
        '\u{201c}'..='\u{201f}' => None,
        '\u{2010}'..='\u{2015}' => Some('-'),
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(character) - 0xfee0),
        other => Some(other),
    };
    let changed: String = address.chars().filter_map(plain).collect();
    (changed != address && defect(&changed).is_none()).then_some(changed)
}

fn local_defect(local: &str) -> Option<String> {
    if local.is_empty() {
        return Some("has nothing before the @".to_owned());
    }
    if local.len() > MOST_LOCAL_BYTES {
        return Some(format!("has more than {MOST_LOCAL_BYTES} bytes before the @"));
    }
    if local.starts_with('.') {
        return Some("begins with a dot".to_owned());
    }
    if local.ends_with('.') {
        return Some("has a dot directly before the @".to_owned());
    }
    if local.contains("..") {
        return Some("has two dots in a row".to_owned());
    }
    let allowed = |character: char| {
        !character.is_ascii() || character.is_ascii_alphanumeric() || ".!#$%&'*+/=?^_`{|}~-".contains(character)
    };
    let found = local.chars().find(|character| !allowed(*character))?;
    Some(format!("has “{found}” before the @"))
}

fn domain_defect(domain: &str) -> Option<String> {
    if domain.is_empty() {
        return Some("has nothing after the @".to_owned());
    }
    if !domain.contains('.') {
        return Some(format!("has no dot after the @: “{domain}” isn't a whole domain"));
    }
    if domain.starts_with('.') || domain.ends_with('.') || domain.contains("..") {
        return Some("has a dot out of place after the @".to_owned());
    }
    for label in domain.split('.') {
        if label.len() > MOST_LABEL_BYTES {
            return Some(format!("has a part of more than {MOST_LABEL_BYTES} bytes after the @"));
        }
        if label.starts_with('-') || label.ends_with('-') {
            return Some(format!("has a hyphen at the edge of “{label}” after the @"));
        }
        let allowed = |character: char| {
            character.is_ascii_alphanumeric() || character == '-' || character.is_alphabetic() || !character.is_ascii()
        };
        if let Some(found) = label.chars().find(|character| !allowed(*character)) {
            return Some(format!("has “{found}” after the @"));
        }
    }
    let top = domain.rsplit('.').next().unwrap_or_default();
    if top.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some("has a number where the top-level domain belongs".to_owned());
    }
    None
}

fn is_lookalike(character: char) -> bool {
    // Full-width forms, typographic quotes and dashes: what word processors and input methods put in.
    matches!(character, '\u{ff01}'..='\u{ff5e}' | '\u{2010}'..='\u{2015}' | '\u{2018}'..='\u{201f}')
}

fn is_invisible(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::defect;

    #[test]
    fn ordinary_addresses_pass() {
        for address in ["ann@example.com", "o'brien+news@mail.example.org", "josé@exämple.de", "a.b-c_d@x-y.co.uk"] {
            assert_eq!(defect(address), None, "{address}");
        }
    }

    #[test]
    fn the_exact_part_is_named() {
        for (address, words) in [
            ("ann", "no @"),
            ("a@b@example.com", "more than one @"),
            ("@example.com", "before the @"),
            ("a..b@example.com", "two dots"),
            (".a@example.com", "begins with a dot"),
            ("ann@example", "no dot after the @"),
            ("ann@exam ple.com", "a space"),
            ("Ann <ann@example.com>", "< >"),
            ("ann\u{200b}@example.com", "U+200B"),
            ("ann＠example.com", "U+FF20"),
            ("ann@-example.com", "hyphen"),
            ("ann@127.0.0.1", "number"),
        ] {
            let found = defect(address).unwrap_or_default();
            assert!(found.contains(words), "{address}: {found}");
        }
    }
}
