//! The escapes of web addresses.

use crate::transform::{Change, transform};
use crate::values::escapes;
use crate::words;

transform! {
    /// Spaces and letters were written as a web address writes them: `%20`, `%C3%A9`, or a plus for a space.
    ///
    /// Seen: JavaScript's encodeURIComponent, web forms, mailto links.
    ///
    /// ```made
    /// text: Ann Lee → Ann%20Lee
    /// text: José → Jos%C3%A9
    /// text: Ann Lee → Ann+Lee
    /// address: ann@example.com → ann%40example.com
    /// ```
    ///
    /// ```left
    /// text: Ann → Ann 100%
    /// text: C → C++
    /// ```
    pub(crate) static TRANSFORM = {
        name: "percent-escaped", said_by: "X014", verdict: Damage,
        kinds: [TEXT, LONG_TEXT, LIST, ADDRESS, PHONE],
        stored: [] without [],
        file: [] without [],
        explains: |change| escapes::percent(change.file).is_some_and(|plain| plain == change.stored) || plus(change), undone: Some(escapes::percent),
        says: words!("the escapes of web addresses stand in it"),
    };
}

/// Digits keep a plus before them.
fn plus(change: &Change<'_>) -> bool {
    change.stored.contains(' ')
        && change.file.contains('+')
        && !change.stored.contains('+')
        && change.file.replace('+', " ") == change.stored
}
