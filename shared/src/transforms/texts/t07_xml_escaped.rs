//! The escapes of workbooks and mail.

use crate::transform::transform;
use crate::values::escapes;
use crate::words;

transform! {
    /// A character by its number, as the XML of workbooks writes it (`_x000D_`), or as mail does (`=C3=A9`).
    ///
    /// Seen: Readers of .xlsx that leave `_x000D_` standing: SheetJS, openpyxl, `EPPlus`; mail clients' exports in
    /// quoted-printable.
    ///
    /// ```made
    /// long text: a⟨A⟩b → a_x000D_⟨A⟩b
    /// text: a_b → a_x005F_b
    /// text: José → Jos=C3=A9
    /// ```
    ///
    /// ```left
    /// text: a → a_x00_
    /// text: a=b → a=c
    /// ```
    pub(crate) static TRANSFORM = {
        name: "xml-escaped", said_by: "X014", verdict: Damage,
        kinds: [TEXT, LONG_TEXT, LIST, ADDRESS, PHONE],
        stored: [] without [],
        file: [ESCAPE] without [],
        explains: |change| escapes::xml(change.file).is_some_and(|plain| escapes::same(&plain, change.stored)) || escapes::quoted_printable(change.file).is_some_and(|plain| plain == change.stored), undone: Some(escapes::xml),
        says: words!("the escapes of a workbook or of mail stand in it"),
    };
}
