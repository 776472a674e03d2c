//! A text was taken for a time of day.

use crate::transform::transform;
use crate::values::clock;
use crate::words;

transform! {
    /// Two numbers with a colon between them: seconds are put on, or the time becomes its share of the day.
    ///
    /// Seen: Excel 365 and LibreOffice Calc 24.2 opening a CSV file.
    ///
    /// ```made
    /// text: 10:30 → 10:30:00
    /// text: 10:30 → 0.4375
    /// text: 9:30 → 09:30:00 AM
    /// ```
    ///
    /// ```left
    /// text: 10:30 → 10:45
    /// text: 7:00 → 07:00
    /// text: 10:30 → Room 10
    /// ```
    pub(crate) static TRANSFORM = {
        name: "text-as-time", said_by: "X004", verdict: Damage,
        kinds: [TEXT, LIST],
        stored: [DIGIT, SLASH] without [LETTER, POINT, SIGN, QUOTE, ESCAPE, HIGH],
        file: [DIGIT] without [QUOTE, ESCAPE, BRACKET, OTHER],
        explains: |change| as_time(change.stored, change.file), undone: None,
        says: words!("a spreadsheet took the text for a time of day"),
    };
}

fn as_time(stored: &str, file: &str) -> bool {
    let Some((was, None)) = clock::read(stored) else { return false };
    if let Some((is, None)) = clock::read(file) {
        // A zero before the hour is what people write, too.
        return is == was && file.trim_start_matches('0') != stored.trim_start_matches('0');
    }
    let share = file.replacen(',', ".", 1).parse::<f64>().ok().filter(|share| (0.0..1.0).contains(share));
    let seconds = i32::try_from(was).map(f64::from);
    share.zip(seconds.ok()).is_some_and(|(share, seconds)| (share * 86_400.0 - seconds).abs() < 0.5)
}
