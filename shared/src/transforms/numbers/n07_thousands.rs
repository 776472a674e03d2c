//! A number's thousands are separated.

use crate::schema::Kind;
use crate::transform::{Change, transform};
use crate::values::digits::Number;
use crate::words;

transform! {
    /// Digits that were taken for a number, with a comma, a point, an apostrophe or a space of some kind between its
    /// thousands, and decimals perhaps.
    ///
    /// Seen: Excel 365, LibreOffice Calc 24.2 and Google Sheets with the format Number or Comma; Intl.NumberFormat in
    /// browsers; SAP lists.
    ///
    /// ```made
    /// text: 10457 → 10,457
    /// text: 10457 → 10.457
    /// text: 10457 → 10 457
    /// text: 10457 → 10⟨A0⟩457
    /// text: 10457 → 10⟨202F⟩457
    /// text: 10457 → 10’457
    /// text: 1045700 → 10,45,700
    /// text: 1045700 → 1.045.700,00
    /// text: 01067 → 1,067
    /// phone: 5550101 → 5,550,101
    /// ```
    ///
    /// ```left
    /// text: 10457 → 10,458
    /// phone: 5550101 → 5 550 101
    /// phone: 5550101 → 5.550.101
    /// text: 10457 → 104,57
    /// list: 10457 → 10 458
    /// ```
    pub(crate) static TRANSFORM = {
        name: "thousands", said_by: "X010", verdict: Damage,
        kinds: [TEXT, LONG_TEXT, PHONE, LIST],
        stored: [DIGIT] without [LETTER, QUOTE, ESCAPE, HIGH],
        file: [DIGIT] without [LETTER, ESCAPE, BRACKET, SLASH, OTHER, CONTROL],
        explains: |change| Number::readings(change.file).any(|number| is_grouped(change, &number) && number.is(change.stored)), undone: Some(undone),
        says: words!("a program separated its thousands"),
    };
}

/// Phone numbers are grouped by spaces and points by people, too.
fn is_grouped(change: &Change<'_>, number: &Number) -> bool {
    number.grouping.is_some_and(|grouping| *change.kind != Kind::Phone || matches!(grouping, ',' | '\'' | '’' | '_'))
}

fn undone(file: &str) -> Option<String> {
    let number = Number::readings(file).find(|number| number.grouping.is_some() && number.is_whole())?;
    (!number.negative).then_some(number.whole)
}
