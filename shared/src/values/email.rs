//! E-mail addresses: what is wrong with one, to the exact part.
//!
//! The shape is RFC 5321's `local@domain` in its common subset: no quoted local parts, no comments, no address
//! literals. Letters outside ASCII are accepted on both sides (RFC 6531), full-width and control characters are not.

use crate::values::words::Words;
use crate::words;

/// The longest address that mail systems carry (RFC 3696, erratum 1690), in bytes.
const MOST_BYTES: usize = 254;
/// The longest part before the @ (RFC 5321, 4.5.3.1.1), in bytes.
const MOST_LOCAL_BYTES: usize = 64;
/// The longest name between two dots of a domain (RFC 1035, 2.3.4), in bytes.
const MOST_LABEL_BYTES: usize = 63;

/// What is wrong with an address, in words that finish "it …"; `None` where nothing is.
pub fn defect(address: &str) -> Option<Words> {
    if address.len() > MOST_BYTES {
        return Some(words!("is longer than {most} bytes", most = MOST_BYTES));
    }
    if address.contains('<') || address.contains('>') {
        return Some(words!("holds a name or < > beside the address; only the address belongs here"));
    }
    if let Some(found) = address.chars().find(|character| character.is_whitespace()) {
        let kind = if found == ' ' {
            words!("a space")
        } else {
            words!("white space (U+{code})", code = format!("{:04X}", u32::from(found)))
        };
        return Some(words!("has {kind} in it", kind));
    }
    if let Some(found) = address.chars().find(|character| is_lookalike(*character)) {
        return Some(words!(
            "has “{found}” (U+{code}), which looks like a plain character but isn't one",
            found,
            code = format!("{:04X}", u32::from(found))
        ));
    }
    let unseen = |(_, character): &(usize, char)| character.is_control() || is_invisible(*character);
    if let Some((at, found)) = address.char_indices().find(unseen) {
        let before = address.get(..at).unwrap_or_default();
        return Some(words!(
            "has an invisible character, U+{code} after “{before}”",
            code = format!("{:04X}", u32::from(found)),
            before
        ));
    }
    let Some((local, domain)) = address.rsplit_once('@') else {
        return Some(words!("has no @"));
    };
    if local.contains('@') {
        return Some(words!("has more than one @"));
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

fn local_defect(local: &str) -> Option<Words> {
    if local.is_empty() {
        return Some(words!("has nothing before the @"));
    }
    if local.len() > MOST_LOCAL_BYTES {
        return Some(words!("has more than {most} bytes before the @", most = MOST_LOCAL_BYTES));
    }
    if local.starts_with('.') {
        return Some(words!("begins with a dot"));
    }
    if local.ends_with('.') {
        return Some(words!("has a dot directly before the @"));
    }
    if local.contains("..") {
        return Some(words!("has two dots in a row"));
    }
    let allowed = |character: char| {
        !character.is_ascii() || character.is_ascii_alphanumeric() || ".!#$%&'*+/=?^_`{|}~-".contains(character)
    };
    let found = local.chars().find(|character| !allowed(*character))?;
    Some(words!("has “{found}” before the @", found))
}

fn domain_defect(domain: &str) -> Option<Words> {
    if domain.is_empty() {
        return Some(words!("has nothing after the @"));
    }
    if !domain.contains('.') {
        return Some(words!("has no dot after the @: “{domain}” isn't a whole domain", domain));
    }
    if domain.starts_with('.') || domain.ends_with('.') || domain.contains("..") {
        return Some(words!("has a dot out of place after the @"));
    }
    for label in domain.split('.') {
        if label.len() > MOST_LABEL_BYTES {
            return Some(words!("has a part of more than {most} bytes after the @", most = MOST_LABEL_BYTES));
        }
        if label.starts_with('-') || label.ends_with('-') {
            return Some(words!("has a hyphen at the edge of “{label}” after the @", label));
        }
        let allowed = |character: char| {
            character.is_ascii_alphanumeric() || character == '-' || character.is_alphabetic() || !character.is_ascii()
        };
        if let Some(found) = label.chars().find(|character| !allowed(*character)) {
            return Some(words!("has “{found}” after the @", found));
        }
    }
    let top = domain.rsplit('.').next().unwrap_or_default();
    if top.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(words!("has a number where the top-level domain belongs"));
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
            let found = defect(address).unwrap_or_default().to_string();
            assert!(found.contains(words), "{address}: {found}");
        }
    }
}
