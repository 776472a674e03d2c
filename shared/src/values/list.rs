//! The list grammar: several values in one cell, separated by `|`.
//!
//! A pipe inside a value is written `\|`. Look at the run of k backslashes directly before a pipe: ⌊k/2⌋ of them are
//! literal, and if k is odd the pipe is literal too, else it separates. Backslashes elsewhere are literal (`R\D` stays
//! `R\D`). Writing doubles the backslashes that stand before a pipe or at the end of a value that another follows.
//! Hence `decode(&encode(values)) == values` for every list of non-empty values without outer space.

use crate::limits::MOST_JOINED;
use hashbrown::HashSet;
use std::hash::Hash;

/// The values that a cell holds, trimmed, without empty or repeated ones.
pub fn decode(cell: &str) -> Vec<String> {
    let mut values = typed(cell);
    keep_first(&mut values);
    values
}

/// Takes out of a list what stands in it before.
pub fn keep_first<T: Eq + Hash + Clone>(values: &mut Vec<T>) {
    // Nearly all lists are short, and looking through a few values is quicker than hashing them.
    const FEW: usize = 16;
    if values.len() <= FEW {
        let mut at = 1;
        while let Some((before, value)) =
            values.split_at_checked(at).and_then(|(before, from)| Some((before, from.first()?)))
        {
            if before.contains(value) {
                values.remove(at);
            } else {
                at += 1;
            }
        }
        return;
    }
    let mut seen: HashSet<T, foldhash::fast::FixedState> = HashSet::default();
    values.retain(|value| seen.insert(value.clone()));
}

/// The values in the order in which they were typed: trimmed, without empty ones, and with the repeated ones.
pub fn typed(cell: &str) -> Vec<String> {
    items(cell).iter().map(|item| item.trim()).filter(|item| !item.is_empty()).map(str::to_owned).collect()
}

/// Everything between the separators, just as it was typed: untrimmed, and with the empty and the repeated ones.
pub fn items(cell: &str) -> Vec<String> {
    let mut items = Vec::new();
    let mut item = String::new();
    let mut backslashes = 0_usize;
    for character in cell.chars() {
        match character {
            '\\' => backslashes += 1,
            '|' => {
                push_backslashes(&mut item, backslashes / 2);
                if backslashes % 2 == 1 {
                    item.push('|');
                } else {
                    items.push(std::mem::take(&mut item));
                }
                backslashes = 0;
            }
            other => {
                push_backslashes(&mut item, backslashes);
                backslashes = 0;
                item.push(other);
            }
        }
    }
    push_backslashes(&mut item, backslashes);
    items.push(item);
    items
}

/// A list in which neighbouring values were put together again with a pipe, because together they are a known value:
/// the list, and that value. The longest known value counts; what would be put together of more than [`MOST_JOINED`] values
/// is none.
pub fn rejoined(values: &[String], knows: impl Fn(&str) -> bool) -> Option<(Vec<String>, String)> {
    for length in (2..=values.len().min(MOST_JOINED)).rev() {
        for start in 0..=values.len() - length {
            let name = values.get(start..start + length)?.join("|");
            if knows(&name) {
                let mut whole = values.get(..start)?.to_vec();
                whole.push(name.clone());
                whole.extend_from_slice(values.get(start + length..)?);
                return Some((whole, name));
            }
        }
    }
    None
}

/// One cell that holds the values in this order.
pub fn encode<S: AsRef<str>>(values: &[S]) -> String {
    let mut cell = String::new();
    for (position, value) in values.iter().enumerate() {
        if position > 0 {
            cell.push('|');
        }
        let followed = position + 1 < values.len();
        encode_value(value.as_ref(), followed, &mut cell);
    }
    cell
}

fn encode_value(value: &str, followed: bool, cell: &mut String) {
    let mut backslashes = 0_usize;
    for character in value.chars() {
        match character {
            '\\' => backslashes += 1,
            '|' => {
                push_backslashes(cell, backslashes * 2);
                backslashes = 0;
                cell.push_str("\\|");
            }
            other => {
                push_backslashes(cell, backslashes);
                backslashes = 0;
                cell.push(other);
            }
        }
    }
    push_backslashes(cell, if followed { backslashes * 2 } else { backslashes });
}

fn push_backslashes(text: &mut String, count: usize) {
    text.extend(std::iter::repeat_n('\\', count));
}

#[cfg(test)]
mod tests {
    use super::{decode, encode};
    use proptest::prelude::*;

    #[test]
    fn a_value_counts_once_in_a_list_of_any_length() {
        let many: Vec<String> = (0..100).map(|number| format!("v{}", number % 40)).collect();
        assert_eq!(decode(&many.join("|")), many.iter().take(40).cloned().collect::<Vec<_>>());
        assert_eq!(decode("a|b|a|c|b|b"), ["a", "b", "c"]);
    }

    #[test]
    fn a_pipe_separates_unless_escaped() {
        assert_eq!(decode("Factory|HQ"), ["Factory", "HQ"]);
        assert_eq!(decode(r"Main\|HQ"), ["Main|HQ"]);
        assert_eq!(decode(r"R\D|a\\|b"), [r"R\D", r"a\", "b"]);
        assert_eq!(decode(" HQ || HQ |"), ["HQ"]);
    }

    proptest! {
        #[test]
        fn decoding_undoes_encoding(values in proptest::collection::vec(r"[ab|\\é]{1,6}", 0..5)) {
            let mut distinct: Vec<String> = Vec::new();
            for value in values {
                if !distinct.contains(&value) { distinct.push(value); }
            }
            prop_assert_eq!(decode(&encode(&distinct)), distinct);
        }

        #[test]
        fn encoding_what_was_decoded_says_the_same(cell in r"[ab|\\ ]{0,12}") {
            let values = decode(&cell);
            prop_assert_eq!(decode(&encode(&values)), values);
        }
    }
}
