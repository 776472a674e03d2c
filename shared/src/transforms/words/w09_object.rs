//! What a program writes for a value that it can't write.

use crate::schema::Kind;
use crate::transform::{Change, transform};
use crate::words;

transform! {
    /// A program put a list or an object of its own into a cell, and wrote what it calls such a thing.
    ///
    /// Seen: JavaScript (`[object Object]`), PowerShell's Export-Csv (`System.Object[]`), PHP (`Array`), Python 3
    /// (`<object at 0x…>`), Java (`[Ljava.lang.String;@1b6d`).
    ///
    /// ```made
    /// text: Nurse → [object Object]
    /// list: HQ|Lab → System.Object[]
    /// text: ⟨⟩ → System.Collections.Hashtable
    /// text: Nurse → Microsoft.ActiveDirectory.Management.ADPropertyValueCollection
    /// list: HQ → [Ljava.lang.String;@1b6d
    /// text: Nurse → <Person object at 0x7f3a>
    /// list: HQ|Lab → Array
    /// ```
    ///
    /// ```left
    /// text: Nurse → Object
    /// text: ⟨⟩ → System administrator
    /// text: Nurse → Array
    /// ```
    pub(crate) static TRANSFORM = {
        name: "object", said_by: "X016", verdict: Damage,
        kinds: [TEXT, LONG_TEXT, PHONE, LIST, ADDRESS, DAY, CHOICE],
        stored: [] without [],
        file: [LETTER] without [],
        explains: |change| is_object(change), undone: None,
        says: words!("it is a program's name for a thing that it could not write"),
    };
}

fn is_object(change: &Change<'_>) -> bool {
    let text = change.file;
    let class = |prefix: &str| {
        let rest = text.strip_prefix(prefix);
        rest.is_some_and(|rest| rest.starts_with(char::is_uppercase) && !rest.contains(' '))
    };
    let several = || matches!(change.kind, Kind::List { .. }) && text == "Array";
    text.starts_with("[object ") && text.ends_with(']')
        || ["System.", "Microsoft.", "Selected.System.", "Deserialized.System."].into_iter().any(class)
        || text.starts_with("[L") && text.contains(";@")
        || text.starts_with('<') && text.contains(" at 0x") && text.ends_with('>')
        || several()
}
