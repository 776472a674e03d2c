//! Whether a value looks like the damaged form of another, by any of the oracles.

use super::{mojibake, sheet, sheet_date};

/// Whether a program may have made `value` of `stored`, so that a reviewer would be asked about it.
pub fn resembles(stored: &str, value: &str) -> bool {
    let of_both =
        [sheet::lost_zeros, sheet::lost_plus, sheet::lost_digits, sheet_date::rewrote_date, mojibake::lost_letters];
    of_both.iter().any(|oracle| oracle(stored, value)) || mojibake::undone(value).is_some()
}

#[cfg(test)]
mod tests {
    use super::resembles;

    #[test]
    fn any_oracle_will_do() {
        for (stored, value) in
            [("017", "17"), ("+1 55", "155"), ("Zoë", "Zo?"), ("", "JosÃ©"), ("2026-03-04", "04/03/2026")]
        {
            assert!(resembles(stored, value), "{stored} {value}");
        }
        assert!(!resembles("17", "017") && !resembles("Ann", "Anne"));
    }
}
