//! What a clipboard or a drag hands over: a file, cells as a file, or nothing that can be used.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DataTransfer, DomParser, Element, File, SupportedType};

use crate::state::offer::{Offer, Refusal, Take, text_from_cells};

/// The name of a file that came as text.
const PASTED: &str = "pasted.txt";

/// Stands for a line break while the white space of a page's source is folded; no text has it.
const BREAK: &str = "\u{f8fe}";

/// What was handed over.
#[derive(Debug, Clone, PartialEq)]
pub enum Given {
    /// A file, the first of so many.
    File {
        /// The file.
        file: File,
        /// How many there were.
        of: u32,
    },
    /// Nothing that can be used.
    Refused(Refusal),
}

/// Takes what is offered; `None` if there is nothing at all.
pub fn given(data: &DataTransfer) -> Option<Given> {
    let files = data.files();
    let of = files.as_ref().map_or(0, web_sys::FileList::length);
    let file_at = |place: u32| files.as_ref().and_then(|files| files.get(place));
    let offer = Offer {
        files: (0..of).filter_map(file_at).map(|file| file.type_()).collect(),
        text: text_of(data, "text/plain"),
        has_addresses: has_kind(data, "text/uri-list"),
    };
    match offer.take(|| cells_of_page(data)) {
        Take::File(place) => {
            let file = u32::try_from(place).ok().and_then(file_at)?;
            Some(Given::File { file, of })
        }
        Take::Cells(text) => {
            let file = File::new_with_str_sequence(&Array::of1(&JsValue::from_str(&text)), PASTED).ok()?;
            Some(Given::File { file, of: 1 })
        }
        Take::Refused(refusal) => Some(Given::Refused(refusal)),
        Take::Nothing => None,
    }
}

/// The cells on offer as text: from the text itself, or from the page beside it.
pub fn cells(data: &DataTransfer) -> Option<String> {
    let text = text_of(data, "text/plain");
    if text.is_empty() { cells_of_page(data) } else { Some(text) }
}

/// Whether there is something of this kind; browsers say so before they say what.
pub fn has_kind(data: &DataTransfer, kind: &str) -> bool {
    data.types().iter().any(|known| known.as_string().is_some_and(|known| known.eq_ignore_ascii_case(kind)))
}

fn text_of(data: &DataTransfer, kind: &str) -> String {
    data.get_data(kind).unwrap_or_default()
}

/// The rows of the first table in the page on offer. Nothing of the page is run or loaded: it never becomes this one.
fn cells_of_page(data: &DataTransfer) -> Option<String> {
    let page = text_of(data, "text/html");
    let page = DomParser::new().ok()?.parse_from_string(&page, SupportedType::TextHtml).ok()?;
    let table = page.query_selector("table").ok()??;
    let breaks = table.get_elements_by_tag_name("br");
    for place in 0..breaks.length() {
        if let Some(one) = breaks.item(place) {
            one.set_text_content(Some(BREAK));
        }
    }
    let lines = table.get_elements_by_tag_name("tr");
    let rows: Vec<Vec<String>> =
        (0..lines.length()).filter_map(|place| lines.item(place)).map(|row| cells_of(&row)).collect();
    Some(text_from_cells(&rows))
}

fn cells_of(row: &Element) -> Vec<String> {
    let cells = row.children();
    let mut texts = Vec::new();
    for cell in (0..cells.length()).filter_map(|place| cells.item(place)) {
        let source = cell.text_content().unwrap_or_default();
        // White space of the source is one space, as a browser shows it; only a line break is one.
        let lines = source.split(BREAK).map(|line| line.split_ascii_whitespace().collect::<Vec<_>>().join(" "));
        texts.push(lines.collect::<Vec<_>>().join("\n"));
        let span = cell.get_attribute("colspan").and_then(|span| span.parse().ok()).unwrap_or(1_usize);
        texts.extend(std::iter::repeat_n(String::new(), span.clamp(1, 1_000) - 1));
    }
    texts
}

/// The clipboard or the drag of an event, whichever it has.
pub fn data_of(event: &web_sys::Event) -> Option<DataTransfer> {
    ["clipboardData", "dataTransfer"]
        .iter()
        .find_map(|name| js_sys::Reflect::get(event, &JsValue::from_str(name)).ok()?.dyn_into().ok())
}
