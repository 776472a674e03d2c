//! The little of XML that workbooks need: elements by their local names, attributes, and text with its references.

use super::WorkbookDefect;
use crate::words;
use quick_xml::Reader;
use quick_xml::escape::{resolve_predefined_entity, unescape};
use quick_xml::events::{BytesStart, Event};

/// What is wrong where a part isn't XML.
pub(super) const NOT_XML: WorkbookDefect = WorkbookDefect::Damaged(words!("has a part that isn't whole"));

/// A stretch of XML. Empty elements are seen as an opening and a closing.
pub(super) fn reader(text: &[u8]) -> Result<Reader<&[u8]>, WorkbookDefect> {
    let text = std::str::from_utf8(text).map_err(|_| NOT_XML)?;
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    reader.config_mut().expand_empty_elements = true;
    Ok(reader)
}

/// The next event.
pub(super) fn next<'a>(reader: &mut Reader<&'a [u8]>) -> Result<Event<'a>, WorkbookDefect> {
    reader.read_event().map_err(|_| NOT_XML)
}

/// An attribute by its local name; `r:id` is `id`.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let found =
        attributes.with_checks(false).flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
    unescape(&found.value).ok().map(std::borrow::Cow::into_owned)
}

/// Whether an attribute says yes.
pub(super) fn says_yes(element: &BytesStart<'_>, name: &str) -> bool {
    attribute(element, name).is_some_and(|value| matches!(value.as_str(), "1" | "true" | "on"))
}

/// Appends what an event adds to a text.
pub(super) fn push_text(text: &mut String, event: &Event<'_>) -> Result<(), WorkbookDefect> {
    match event {
        Event::Text(part) => text.push_str(&part.xml10_content()),
        Event::CData(part) => text.push_str(&part.xml10_content()),
        Event::GeneralRef(reference) => match reference.resolve_char_ref().map_err(|_| NOT_XML)? {
            Some(character) => text.push(character),
            None => text.push_str(resolve_predefined_entity(reference).ok_or(NOT_XML)?),
        },
        _ => {}
    }
    Ok(())
}

/// A text of a workbook, in which `_x000D_` stands for a character that XML can't hold.
pub(super) fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let (before, from) = rest.split_at(at);
        plain.push_str(before);
        let code = from.get(2..6).filter(|_| from.as_bytes().get(6) == Some(&b'_'));
        let character = code
            .filter(|code| code.bytes().all(|byte| byte.is_ascii_hexdigit()))
            .and_then(|code| char::from_u32(u32::from_str_radix(code, 16).ok()?));
        if let Some(character) = character {
            plain.push(character);
            rest = from.get(7..).unwrap_or_default();
        } else {
            plain.push_str("_x");
            rest = from.get(2..).unwrap_or_default();
        }
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::unescaped;

    #[test]
    fn characters_that_xml_cannot_hold_come_back() {
        assert_eq!(unescaped("a_x000D_b_x0041_"), "a\rbA");
        assert_eq!(unescaped("max_xyz_ _x00 _xD800_"), "max_xyz_ _x00 _xD800_");
        assert_eq!(unescaped("_x005F_x000D_"), "_x000D_");
    }
}
