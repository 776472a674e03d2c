//! A list's values are separated otherwise.

use crate::transform::{Change, transform};
use crate::values::{list, separators};
use crate::words;

transform! {
    /// The stored values in one text: with commas, semicolons, slashes or line breaks between them, with SharePoint's
    /// `;#`, or as JSON, Python, PostgreSQL or PHP write a list.
    ///
    /// Seen: SharePoint exports (`;#`), uwazi issue 3300, objectstack issue 3063, pandas 2 writing a column of lists,
    /// PostgreSQL COPY of arrays.
    ///
    /// ```made
    /// list: Harbour|Mill → Harbour, Mill
    /// list: Harbour|Mill → Harbour; Mill
    /// list: Harbour|Mill → Harbour;#Mill
    /// list: Harbour|Mill → 12;#Harbour;#14;#Mill
    /// list: Harbour|Mill → ["Harbour","Mill"]
    /// list: Harbour|Mill → ['Harbour', 'Mill']
    /// list: Harbour|Mill → {Harbour,Mill}
    /// list: Harbour|Mill → Harbour / Mill
    /// list: Harbour|Mill → Harbour⟨A⟩Mill
    /// list: Harbour → ['Harbour']
    /// list: Harbour|Mill → Mill, Harbour
    /// ```
    ///
    /// ```left
    /// list: Harbour|Mill → Harbour
    /// list: Harbour|Mill → Harbour, Quay
    /// list: Harbour → Mill
    /// ```
    pub(crate) static TRANSFORM = {
        name: "other-separator", said_by: "L003", verdict: Damage,
        kinds: [LIST],
        stored: [] without [],
        file: [] without [],
        explains: |change| apart(change), undone: None,
        says: words!("its values are separated otherwise"),
    };
}

fn apart(change: &Change<'_>) -> bool {
    let stored = list::decode(change.stored);
    separators::readings(change.file).any(|mut values| {
        let mut stored = stored.clone();
        values.sort_unstable();
        values.dedup();
        stored.sort_unstable();
        values == stored
    })
}
