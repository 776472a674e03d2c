//! People, one at a time.

use shared::values::list;

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

/// A list's values as people read them: the signs between and in them are only for its cell in a file.
pub fn listed(cell: &str) -> String {
    list::decode(cell).join(", ")
}

#[cfg(test)]
mod tests {
    use super::listed;

    #[test]
    fn a_list_is_read_without_its_signs() {
        assert_eq!(listed(r"Main\|HQ|Lab R\D"), r"Main|HQ, Lab R\D");
    }
}
