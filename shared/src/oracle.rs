//! The cell oracle: whether something in the catalogue of transforms explains a changed cell.

use crate::schema::Kind;
use crate::transform::{Change, Kinds, Transform};
use crate::transforms::ALL;
use crate::values::class::Class;

/// The simplest transform that may have made a file's value of the stored one, in a column of a kind; `None` for an edit.
/// Both are in their stored form. An emptied cell is never explained: what blank cells mean is the admin's to say.
pub fn explain(kind: &Kind, stored: &str, file: &str) -> Option<&'static Transform> {
    if stored == file || file.is_empty() {
        return None;
    }
    let (kinds, was, is) = (Kinds::of(kind), Class::of(stored), Class::of(file));
    let change = Change { kind, stored, file };
    let applies = |known: &Transform| known.kinds.has(kinds) && known.stored.met_by(was) && known.file.met_by(is);
    ALL.iter().find(|known| applies(known) && (known.explains)(&change)).copied()
}
