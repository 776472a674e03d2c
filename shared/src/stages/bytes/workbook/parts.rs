//! Which parts of a workbook are its sheets, its texts and its formats: what its own tables say.

use super::WorkbookDefect;
use super::archive::{Archive, MOST_HELD};
use super::place::row_of;
use super::xml::{attribute, next, reader, says_yes};
use quick_xml::events::Event;

/// The parts that matter.
#[derive(Debug, Default)]
pub(super) struct Parts {
    /// The visible worksheets, in their order.
    pub(super) sheets: Vec<Sheet>,
    /// The texts that cells share.
    pub(super) strings: Option<String>,
    /// The number formats.
    pub(super) styles: Option<String>,
    /// Whether days are counted from 1904, as old Macs did.
    pub(super) from_1904: bool,
}

/// One worksheet.
#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) name: String,
    pub(super) path: String,
}

/// A line of a table of relations.
struct Relation {
    id: String,
    kind: String,
    target: String,
}

/// Follows the tables from the archive's root.
pub(super) fn of(archive: &Archive<'_>) -> Result<Parts, WorkbookDefect> {
    let root = relations(archive, "", "_rels/.rels")?;
    let workbook = root.into_iter().find(|relation| relation.kind.ends_with("/officeDocument"));
    let path = workbook.map_or_else(|| "xl/workbook.xml".to_owned(), |relation| relation.target);
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", &path));
    let relations = relations(archive, folder, &format!("{folder}/_rels/{name}.rels"))?;
    let target = |kind: &str| relations.iter().find(|relation| relation.kind.ends_with(kind));
    let mut parts = Parts {
        strings: target("/sharedStrings").map(|relation| relation.target.clone()),
        styles: target("/styles").map(|relation| relation.target.clone()),
        ..Parts::default()
    };
    let bytes = archive.part(&path)?.held(MOST_HELD)?;
    let mut reader = reader(&bytes)?;
    loop {
        match next(&mut reader)? {
            Event::Start(element) if element.local_name().as_ref() == "workbookPr" => {
                parts.from_1904 = says_yes(&element, "date1904");
            }
            Event::Start(element) if element.local_name().as_ref() == "sheet" => {
                let id = attribute(&element, "id").unwrap_or_default();
                let hidden = attribute(&element, "state").is_some_and(|state| state.to_lowercase().contains("hidden"));
                // A sheet may also be a chart, which has no cells.
                let relation =
                    relations.iter().find(|relation| relation.id == id && relation.kind.ends_with("/worksheet"));
                if let Some(relation) = relation.filter(|_| !hidden) {
                    let name = attribute(&element, "name").unwrap_or_default();
                    parts.sheets.push(Sheet { name, path: relation.target.clone() });
                }
            }
            Event::Eof => return Ok(parts),
            _ => {}
        }
    }
}

/// How many remarks hang on a sheet's cells below its first row, where programs explain columns.
pub(super) fn comments(archive: &Archive<'_>, sheet: &str) -> Result<usize, WorkbookDefect> {
    let (folder, name) = sheet.rsplit_once('/').unwrap_or(("", sheet));
    let path = format!("{folder}/_rels/{name}.rels");
    if !archive.names().any(|known| known.eq_ignore_ascii_case(&path)) {
        return Ok(0);
    }
    let relations = relations(archive, folder, &path)?;
    let mut count = 0;
    for relation in relations.iter().filter(|relation| relation.kind.ends_with("/comments")) {
        let Ok(part) = archive.part(&relation.target) else { continue };
        let bytes = part.held(MOST_HELD)?;
        let mut reader = reader(&bytes)?;
        loop {
            match next(&mut reader)? {
                Event::Start(element) if element.local_name().as_ref() == "comment" => {
                    let row = attribute(&element, "ref").and_then(|name| row_of(&name));
                    count += usize::from(row.is_none_or(|row| row > 1));
                }
                Event::Eof => break,
                _ => {}
            }
        }
    }
    Ok(count)
}

fn relations(archive: &Archive<'_>, folder: &str, path: &str) -> Result<Vec<Relation>, WorkbookDefect> {
    let bytes = archive.part(path)?.held(MOST_HELD)?;
    let mut reader = reader(&bytes)?;
    let mut relations = Vec::new();
    loop {
        match next(&mut reader)? {
            Event::Start(element) if element.local_name().as_ref() == "Relationship" => {
                let of = |name: &str| attribute(&element, name).unwrap_or_default();
                relations.push(Relation { id: of("Id"), kind: of("Type"), target: resolved(folder, &of("Target")) });
            }
            Event::Eof => return Ok(relations),
            _ => {}
        }
    }
}

/// A target as a path in the archive: from its root, or from the folder of the part that names it.
fn resolved(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let absolute = target.starts_with('/');
    let mut path: Vec<&str> =
        if absolute { Vec::new() } else { folder.split('/').filter(|part| !part.is_empty()).collect() };
    for part in target.split('/').filter(|part| !part.is_empty() && *part != ".") {
        if part == ".." {
            path.pop();
        } else {
            path.push(part);
        }
    }
    path.join("/")
}

#[cfg(test)]
mod tests {
    use super::resolved;

    #[test]
    fn targets_are_paths_in_the_archive() {
        assert_eq!(resolved("xl", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolved("xl", "/xl/styles.xml"), "xl/styles.xml");
        assert_eq!(resolved("xl", "../../../a\\b"), "a/b");
    }
}
