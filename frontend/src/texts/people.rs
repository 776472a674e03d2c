//! People, one at a time.

use super::catalogue::people;

pub use super::catalogue::people::*;

/// How many people were found so far.
pub fn found(count: usize, is_more: bool) -> String {
    match (count, is_more) {
        (0, _) => people::none().to_owned(),
        (count, true) => people::first(count),
        (count, false) => people::all(count),
    }
}
