//! R009: a file that ends too early.

use crate::check::rule;
use crate::finding::Place;
use crate::reviewed::Reviewed;
use crate::sink::{Detail, Sink};
use crate::stages::merge::MergedRow;
use crate::values::words::{Count, Words};
use crate::words;

rule! {
    /// ## What it finds
    /// A file with as many lines as an Excel sheet holds (1,048,576, or 65,536 in the old format); or one that holds
    /// everybody of its extract up to somebody, and nobody after.
    ///
    /// ## Why it matters
    /// Some programs drop what doesn't fit without a word. The missing people stay as they are, and their changes are
    /// lost.
    ///
    /// ## What to do
    /// Look whether the last people are missing on purpose. If not, take the whole file.
    ///
    /// ## Directory
    /// ```csv
    /// Username,FirstName
    /// p01@example.com,Pat
    /// p02@example.com,Pat
    /// p03@example.com,Pat
    /// p04@example.com,Pat
    /// p05@example.com,Pat
    /// p06@example.com,Pat
    /// p07@example.com,Pat
    /// p08@example.com,Pat
    /// p09@example.com,Pat
    /// p10@example.com,Pat
    /// p11@example.com,Pat
    /// p12@example.com,Pat
    /// p13@example.com,Pat
    /// p14@example.com,Pat
    /// p15@example.com,Pat
    /// p16@example.com,Pat
    /// p17@example.com,Pat
    /// p18@example.com,Pat
    /// p19@example.com,Pat
    /// p20@example.com,Pat
    /// p21@example.com,Pat
    /// p22@example.com,Pat
    /// p23@example.com,Pat
    /// p24@example.com,Pat
    /// ```
    ///
    /// ## Flagged
    /// ```csv
    /// Username,FirstName
    /// p01@example.com,Pat
    /// p02@example.com,Pat
    /// p03@example.com,Patty
    /// p04@example.com,Pat
    /// p05@example.com,Pat
    /// p06@example.com,Pat
    /// p07@example.com,Pat
    /// p08@example.com,Pat
    /// p09@example.com,Pat
    /// p10@example.com,Pat
    /// p11@example.com,Pat
    /// p12@example.com,Pat
    /// p13@example.com,Pat
    /// p14@example.com,Pat
    /// p15@example.com,Pat
    /// p16@example.com,Pat
    /// p17@example.com,Pat
    /// p18@example.com,Pat
    /// p19@example.com,Pat
    /// p20@example.com,Pat
    /// p21@example.com,Pat
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,FirstName
    /// p01@example.com,Pat
    /// p02@example.com,Pat
    /// p03@example.com,Pat
    /// p04@example.com,Pat
    /// p05@example.com,Pat
    /// p06@example.com,Pat
    /// p07@example.com,Pat
    /// p08@example.com,Pat
    /// p09@example.com,Pat
    /// p10@example.com,Pat
    /// p11@example.com,Pat
    /// p12@example.com,Pat
    /// p13@example.com,Pat
    /// p14@example.com,Pat
    /// p15@example.com,Pat
    /// p16@example.com,Pat
    /// p17@example.com,Pat
    /// p18@example.com,Pat
    /// p19@example.com,Pat
    /// p20@example.com,Pat
    /// p21@example.com,Pat
    /// p22@example.com,Pat
    /// p23@example.com,Pat
    /// p24@example.com,Pat
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,FirstName
    /// p07@example.com,Patty
    /// ```
    pub(crate) static RULE = { code: "R009", name: "file-cut", severity: Warning, fixes: None, check: Merge(check) };
}

/// The lines of a sheet, the header among them: of Excel, and of its old format.
const SHEETS: [usize; 2] = [1_048_576, 65_536];
/// With fewer rows, a file is a choice of people.
const FEWEST: usize = 20;

fn check(reviewed: &Reviewed<'_>, sink: &mut Sink) {
    let rows = reviewed.rows.len();
    let full = SHEETS.contains(&(rows + 1));
    let Some(missing) = missing(reviewed).or(full.then_some(0)) else { return };
    let of = reviewed.base.unwrap_or(reviewed.directory).people();
    sink.report(&RULE, None, "", Place::default, || Detail {
        message: if missing > 0 {
            words!("The extract had {of} users, this file has {rows}; the last {missing} are missing.", of = Count(of), rows = Count(rows), missing = Count(missing))
        } else {
            words!("The file has exactly {lines} lines, which is all that a sheet holds.", lines = Count(rows + 1))
        },
        many: Words::default(),
        help: words!("Perhaps a program dropped what didn't fit. The missing people stay as they are. If that isn't on purpose, take the whole file."),
        fixes: Vec::new(),
    });
}

/// How many people are missing at the end, where nobody is missing before it.
fn missing(reviewed: &Reviewed<'_>) -> Option<usize> {
    let extract = reviewed.base.unwrap_or(reviewed.directory);
    let (people, rows) = (extract.people(), reviewed.rows.len());
    if rows < FEWEST || rows >= people || rows * 2 < people {
        return None;
    }
    let in_order = reviewed.merge.rows.iter().enumerate().all(|(position, merged)| {
        // A row whose key was edited is about nobody, and says nothing.
        merged.person().is_none_or(|person| stands_at(reviewed, merged, person, position))
    });
    let known = reviewed.merge.rows.iter().filter(|merged| merged.person().is_some()).count();
    (in_order && known * 2 > rows).then_some(people - rows)
}

/// Whether the extract has a row's person in the same place.
fn stands_at(reviewed: &Reviewed<'_>, merged: &MergedRow, person: usize, position: usize) -> bool {
    let Some(base) = reviewed.base else { return person == position };
    // Rows that change nothing were compared with no extract.
    let in_base = || base.find_username(&reviewed.directory.person(person)?.username());
    merged.base().or_else(in_base) == Some(position)
}
