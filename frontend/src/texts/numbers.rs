//! Numbers and sizes as people read them.

use super::language::language;

pub use super::catalogue::numbers::*;

/// `12345` as `12,345`, or as the language writes it.
pub fn number(value: impl TryInto<u64>) -> String {
    let digits = value.try_into().unwrap_or(u64::MAX).to_string();
    let (separator, _) = language().separators();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

/// A size in bytes as `820 bytes`, `12 KB` or `3.4 MB`.
pub fn size(size: u64) -> String {
    const UNITS: [&str; 4] = ["KB", "MB", "GB", "TB"];
    if size < 1_000 {
        return bytes(size);
    }
    let mut tenths = size / 100;
    let mut unit = 0;
    while tenths >= 10_000 && unit + 1 < UNITS.len() {
        tenths /= 1_000;
        unit += 1;
    }
    let name = UNITS.get(unit).copied().unwrap_or_default();
    let (_, point) = language().separators();
    if tenths < 100 {
        format!("{}{point}{} {name}", tenths / 10, tenths % 10)
    } else {
        format!("{} {name}", tenths / 10)
    }
}

/// A share in whole percent; 0 of 0 is nothing done.
pub fn percent(done: u64, total: u64) -> u64 {
    done.saturating_mul(100).checked_div(total).unwrap_or(0).min(100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_separators() {
        assert_eq!(
            [number(0_u64), number(999_u64), number(1_000_u64), number(1_234_567_u64)],
            ["0", "999", "1,000", "1,234,567"]
        );
    }

    #[test]
    fn sizes_are_short() {
        assert_eq!(
            [size(1), size(820), size(1_500), size(120_000), size(3_449_000)],
            ["1 byte", "820 bytes", "1.5 KB", "120 KB", "3.4 MB"]
        );
    }

    #[test]
    fn percent_is_bounded() {
        assert_eq!([percent(0, 0), percent(1, 3), percent(5, 4)], [0, 33, 100]);
    }
}
