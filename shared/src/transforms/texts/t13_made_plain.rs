//! Unusual characters became plain ones.

use crate::transform::transform;
use crate::values::looks;
use crate::words;

transform! {
    /// The other way round: what looks the same is written in plain characters now. Whoever tidies up does so, and so
    /// do programs.
    ///
    /// Seen: Find and replace in any editor; exports that normalise text (NFKC).
    ///
    /// ```made
    /// text: Ａｎｎ → Ann
    /// text: Ann⟨A0⟩Lee → Ann Lee
    /// text: Jo⟨2011⟩Jo → Jo-Jo
    /// text: O’Hara → O'Hara
    /// text: O'Hara → O’Hara
    /// text: A – B → A - B
    /// text: A2 → A²
    /// text: Ann  Lee → Ann Lee
    /// ```
    ///
    /// ```left
    /// text: Ann → Anne
    /// ```
    pub(crate) static TRANSFORM = {
        name: "made-plain", said_by: "X015", verdict: Honest,
        kinds: [TEXT, LONG_TEXT, LIST, PHONE, CHOICE],
        stored: [] without [],
        file: [] without [],
        explains: |change| looks::are_same(change.file, change.stored), undone: None,
        says: words!("it looks the same, in other characters"),
    };
}
