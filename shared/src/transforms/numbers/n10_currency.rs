//! A currency stands with a number.

use crate::transform::transform;
use crate::values::digits::Number;
use crate::words;

transform! {
    /// Digits that were taken for an amount of money: a sign or a code of a currency stands before or behind them.
    ///
    /// Seen: Excel 365 and Google Sheets with the formats Currency and Accounting.
    ///
    /// ```made
    /// text: 10457 → $10,457.00
    /// text: 10457 → 10.457,00 €
    /// text: 10457 → EUR 10457
    /// text: 17 → £17
    /// text: 10457 → 10457 kr
    /// ```
    ///
    /// ```left
    /// text: 10457 → $10,458.00
    /// text: 10457 → USD
    /// ```
    pub(crate) static TRANSFORM = {
        name: "currency", said_by: "X010", verdict: Damage,
        kinds: [TEXT, LONG_TEXT, PHONE, LIST],
        stored: [DIGIT] without [LETTER, QUOTE, ESCAPE, HIGH],
        file: [DIGIT] without [CONTROL, ESCAPE, SLASH],
        explains: |change| amount(change.file).is_some_and(|amount| Number::readings(amount).any(|number| number.is(change.stored))), undone: None,
        says: words!("a program wrote it as an amount of money"),
    };
}

/// The number beside a currency, if there is one.
fn amount(text: &str) -> Option<&str> {
    const CURRENCIES: [&str; 31] = [
        "US$", "CA$", "A$", "$", "€", "£", "¥", "￥", "₹", "₽", "₩", "₺", "₴", "₫", "₪", "฿", "kr.", "kr", "zł", "Kč",
        "Ft", "R$", "USD", "EUR", "GBP", "CHF", "JPY", "SEK", "NOK", "DKK", "Fr.",
    ];
    let space = |character: char| matches!(character, ' ' | '\u{a0}' | '\u{202f}');
    let beside = |currency: &&str| text.strip_prefix(*currency).or_else(|| text.strip_suffix(*currency));
    CURRENCIES.iter().find_map(beside).map(|rest| rest.trim_matches(space)).filter(|rest| !rest.is_empty())
}
