//! A text was taken for a day.

use crate::transform::transform;
use crate::values::clock;
use crate::values::day_text::{Part, parts};
use crate::words;

transform! {
    /// Two or three small numbers, or a number and a month's name, that resemble a day: a house number, a badge, a
    /// nickname.
    ///
    /// Seen: Excel 365, LibreOffice Calc 24.2 and Google Sheets opening a CSV file.
    ///
    /// ```made
    /// text: 1-2 → 2-Jan
    /// text: 1-2 → 01-Feb
    /// text: 10-12 → 12. Okt
    /// text: 1/2 → 02/01/2026
    /// text: 3-4-21 → 2021-03-04
    /// text: MAR5 → 5-Mar
    /// list: SEPT2 → 2-Sep
    /// text: 1-2 → 2026-02-01 00:00:00
    /// ```
    ///
    /// ```left
    /// text: 1-2 → 1-3
    /// text: 1-2 → Room 5
    /// text: HQ → 2-Jan
    /// phone: 07700 900123 → 07700 900123 456
    /// text: 1 2 → 1 2 1999
    /// ```
    pub(crate) static TRANSFORM = {
        name: "text-as-day", said_by: "X004", verdict: Damage,
        kinds: [TEXT, LONG_TEXT, PHONE, LIST],
        stored: [DIGIT] without [CONTROL, QUOTE, ESCAPE, BRACKET],
        file: [DIGIT] without [CONTROL, QUOTE, ESCAPE, BRACKET],
        explains: |change| change.stored.len() <= LONGEST && resembles_day(change.stored) && as_day(change.stored, change.file), undone: None,
        says: words!("a spreadsheet took the text for a day"),
    };
}

/// A longer text is taken for no day.
const LONGEST: usize = 24;

/// Two or three small numbers, or a number and a month's name, with nothing else: what spreadsheets take for a day.
fn resembles_day(text: &str) -> bool {
    let parts = parts(text);
    let months = parts.iter().filter(|part| matches!(part, Part::Month(_))).count();
    let numbers = parts.len() - months;
    // Groups of digits with spaces between them are phone numbers.
    let written = months == 1 && numbers >= 1 || months == 0 && numbers >= 2 && !text.contains(' ');
    let long = parts.iter().filter(|part| matches!(part, Part::Number(number, _) if *number > 31)).count();
    written && parts.len() <= 3 && long <= 1 && parts.iter().all(|part| part.fits_a_day())
}

/// Whether every number of the stored text stands in the day, as its number, its month or its year.
fn as_day(stored: &str, file: &str) -> bool {
    let (was, is) = (parts(stored), parts(clock::without_midnight(file)));
    if is.len() > 3 || !is.iter().all(|part| part.fits_a_day()) {
        return false;
    }
    let month_named = is.iter().any(|part| matches!(part, Part::Month(_)));
    let year_added = is.iter().any(|part| matches!(part, Part::Number(number, _) if *number >= 1900));
    if !(month_named || year_added && is.len() == 3) {
        return false;
    }
    was.iter().all(|part| {
        let wanted = part.value();
        is.iter().any(|found| [wanted, wanted + 1900, wanted + 2000].contains(&found.value()))
    })
}
