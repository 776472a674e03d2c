//! What a clipboard or a drag offers, and what of it is taken.
//!
//! A spreadsheet program puts cells on the clipboard in many forms at once: as text, as a page, and as a picture. A
//! browser shows the picture as a file, so whoever takes "the file" gets a photograph of the cells.

/// What is on offer, in the browser's words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Offer {
    /// The media type of each file; a browser that doesn't know it says nothing.
    pub files: Vec<String>,
    /// The plain text, if there is any.
    pub text: String,
    /// Whether there are addresses of files that the browser doesn't hand over.
    pub has_addresses: bool,
}

/// What becomes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Take {
    /// The file at this place.
    File(usize),
    /// The cells, as text.
    Cells(String),
    /// Nothing, and she hears why.
    Refused(Refusal),
    /// Nothing, as there was nothing.
    Nothing,
}

/// Why nothing was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// A word or one row: cells need their column names above them.
    OneLine,
    /// Only a picture.
    Picture,
    /// Addresses of files, but no file.
    NoFile,
    /// Nothing at all: what some browsers make of a picture.
    NoCells,
}

impl Offer {
    /// Decides. `cells` reads the rows of a page that is offered beside the text; it is only asked where the text has none.
    pub fn take(self, cells: impl FnOnce() -> Option<String>) -> Take {
        let is_picture = |kind: &String| kind.starts_with("image/");
        // A file manager's text is the names of the files.
        if let Some(place) = self.files.iter().position(|kind| !is_picture(kind)) {
            return Take::File(place);
        }
        if self.has_addresses && self.files.is_empty() {
            return Take::Refused(Refusal::NoFile);
        }
        if has_rows(&self.text) {
            return Take::Cells(self.text);
        }
        if let Some(cells) = cells().filter(|cells| has_rows(cells)) {
            return Take::Cells(cells);
        }
        if !self.text.trim().is_empty() {
            Take::Refused(Refusal::OneLine)
        } else if self.files.is_empty() {
            Take::Nothing
        } else {
            Take::Refused(Refusal::Picture)
        }
    }
}

/// A word or a line is no table: rows have line ends between them.
fn has_rows(text: &str) -> bool {
    text.trim_end().contains(['\n', '\r'])
}

/// Cells as text that can be read as a file: tabs between cells, quotes where a cell holds what separates.
pub fn text_from_cells(rows: &[Vec<String>]) -> String {
    let cell = |cell: &String| {
        if cell.contains(['\t', '\n', '\r', '"']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.clone() }
    };
    let line = |row: &Vec<String>| row.iter().map(cell).collect::<Vec<_>>().join("\t") + "\n";
    rows.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offer(files: &[&str], text: &str) -> Offer {
        Offer {
            files: files.iter().map(|kind| (*kind).to_owned()).collect(),
            text: text.to_owned(),
            has_addresses: false,
        }
    }

    const CELLS: &str = "Username\tNickname\nann@example.com\tAnn\n";

    #[test]
    fn cells_come_before_their_picture() {
        assert_eq!(offer(&["image/png"], CELLS).take(|| None), Take::Cells(CELLS.to_owned()));
        // WebKitGTK hides the text behind the picture.
        assert_eq!(offer(&["image/png"], "").take(|| Some(CELLS.to_owned())), Take::Cells(CELLS.to_owned()));
        assert_eq!(offer(&["image/png"], "").take(|| None), Take::Refused(Refusal::Picture));
    }

    #[test]
    fn a_file_comes_before_its_name() {
        assert_eq!(offer(&["text/csv"], "/home/ann/a.csv\n/home/ann/b.csv").take(|| None), Take::File(0));
        assert_eq!(offer(&["image/png", ""], "").take(|| None), Take::File(1));
    }

    #[test]
    fn what_is_no_table_is_refused_by_name() {
        assert_eq!(offer(&[], "ann@example.com\tAnn\n").take(|| None), Take::Refused(Refusal::OneLine));
        assert_eq!(offer(&[], " \n").take(|| None), Take::Nothing);
        let addresses =
            Offer { text: "file:///a.csv\nfile:///b.csv".to_owned(), has_addresses: true, ..Offer::default() };
        assert_eq!(addresses.take(|| None), Take::Refused(Refusal::NoFile));
    }

    #[test]
    fn cells_with_line_ends_stay_whole() {
        let rows = [vec!["a".to_owned(), "b\tc".to_owned()], vec!["d\ne".to_owned(), "\"f\"".to_owned()]];
        assert_eq!(text_from_cells(&rows), "a\t\"b\tc\"\n\"d\ne\"\t\"\"\"f\"\"\"\n");
    }
}
