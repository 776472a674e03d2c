//! A text was cut where programs cut.

use crate::transform::transform;
use crate::words;

transform! {
    /// The first part of a longer text, ending at a length that is some program's limit; or a text of the greatest
    /// length that a spreadsheet's cell has.
    ///
    /// Seen: Excel 365 (32,767 characters in a cell, 255 by some ways of copying), MySQL (255), Oracle (4,000), SQL
    /// Server (8,000).
    ///
    /// ```made
    /// long text: ⟨*300⟩ → ⟨*255⟩
    /// long text: ⟨*2000⟩ → ⟨*1024⟩
    /// long text: ⟨*5000⟩ → ⟨*4000⟩
    /// ```
    ///
    /// ```left
    /// long text: ⟨*300⟩ → ⟨*260⟩
    /// text: Ann → An
    /// ```
    pub(crate) static TRANSFORM = {
        name: "cut-at-length", said_by: "X007", verdict: Damage,
        kinds: [TEXT, LONG_TEXT, LIST],
        stored: [] without [],
        file: [] without [],
        explains: |change| is_cut(change.stored, change.file), undone: None,
        says: words!("it ends where programs cut"),
    };
}

/// The lengths at which programs cut; trimming may have taken a space off the end.
const CUTS: [usize; 12] = [127, 128, 255, 256, 511, 512, 1_023, 1_024, 4_000, 8_000, 32_766, 32_767];

fn is_cut(stored: &str, file: &str) -> bool {
    if file.len() < 126 || file.len() >= stored.len() || !stored.starts_with(file) {
        return false;
    }
    let length = file.chars().count();
    let trimmed = || stored.get(file.len()..).is_some_and(|rest| rest.starts_with(char::is_whitespace));
    CUTS.contains(&length) || trimmed() && CUTS.contains(&(length + 1)) || CUTS.contains(&file.len())
}
