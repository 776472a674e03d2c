//! Letters lost their marks.

use crate::transform::transform;
use crate::values::looks;
use crate::words;

transform! {
    /// Accents, dots and strokes are gone, or letters are written as two: `Jose` for `José`, `Mueller` for `Müller`.
    ///
    /// Seen: Exports for ticketing, payroll and cards; iconv with //TRANSLIT; MySQL with an ASCII column.
    ///
    /// ```made
    /// text: José → Jose
    /// text: Müller → Mueller
    /// text: Müller → Muller
    /// text: Łukasz → Lukasz
    /// text: Søs → Sos
    /// text: Straße → Strasse
    /// address: zoë@example.com → zoe@example.com
    /// ```
    ///
    /// ```left
    /// text: Jose → José
    /// text: José → Josef
    /// text: Ann → Anna
    /// ```
    pub(crate) static TRANSFORM = {
        name: "marks-lost", said_by: "C016", verdict: Habit,
        kinds: [TEXT, LONG_TEXT, LIST, ADDRESS],
        stored: [HIGH] without [],
        file: [] without [],
        explains: |change| looks::without_marks(change.stored, false) == change.file || looks::without_marks(change.stored, true) == change.file, undone: None,
        says: words!("its letters lost their marks"),
    };
}
