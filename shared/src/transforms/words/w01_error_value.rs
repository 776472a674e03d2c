//! A spreadsheet's error value.

use crate::transform::transform;
use crate::words;

transform! {
    /// What a spreadsheet shows instead of a value: for a broken formula, or for a column that is too narrow; in the
    /// language that it speaks.
    ///
    /// Seen: Excel 365 in English, German, French and Spanish; LibreOffice Calc 24.2; Google Sheets.
    ///
    /// ```made
    /// text: Nurse → #REF!
    /// text: ⟨⟩ → #N/A
    /// day: 2020-04-03 → ########
    /// text: Nurse → #BEZUG!
    /// text: Nurse → Err:508
    /// list: HQ → #NAME?
    /// ```
    ///
    /// ```left
    /// text: Nurse → #1 nurse
    /// text: Nurse → ##
    /// ```
    pub(crate) static TRANSFORM = {
        name: "error-value", said_by: "X006", verdict: Damage,
        kinds: [TEXT, LONG_TEXT, PHONE, ADDRESS, DAY, LIST, CHOICE, BOOLEAN],
        stored: [] without [],
        file: [] without [],
        explains: |change| is_error(change.file), undone: None,
        says: words!("it is a spreadsheet's error value"),
    };
}

/// Error values of spreadsheets, in the languages that they speak.
const ERRORS: [&str; 34] = [
    "#REF!",
    "#NAME?",
    "#VALUE!",
    "#DIV/0!",
    "#N/A",
    "#NULL!",
    "#NUM!",
    "#SPILL!",
    "#CALC!",
    "#GETTING_DATA",
    "#ERROR!",
    "#FIELD!",
    "#BLOCKED!",
    "#CONNECT!",
    "#BUSY!",
    "#UNKNOWN!",
    "#EXTERNAL!",
    "#PYTHON!",
    "#BEZUG!",
    "#WERT!",
    "#NV",
    "#ZAHL!",
    "#ÜBERLAUF!",
    "#NOM?",
    "#VALEUR!",
    "#NOMBRE!",
    "#NOMBRE?",
    "#¡REF!",
    "#¿NOMBRE?",
    "#¡VALOR!",
    "#¡NUM!",
    "#RIF!",
    "#NOME?",
    "#VALORE!",
];

fn is_error(text: &str) -> bool {
    let numbered = || {
        text.strip_prefix("Err:").is_some_and(|rest| rest.len() == 3 && rest.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let narrow = || text.len() >= 3 && text.bytes().all(|byte| byte == b'#');
    text.starts_with(['#', 'E']) && (narrow() || numbered() || ERRORS.contains(&text))
}
