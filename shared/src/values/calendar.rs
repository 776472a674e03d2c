//! Which days there are.

/// The stored form of a day, `YYYY-MM-DD`, if there is such a day.
pub fn of_numbers(year: u32, month: u32, day: u32) -> Option<String> {
    if !(1..=9999).contains(&year) || day == 0 || day > days_in(year, month)? {
        return None;
    }
    Some(format!("{year:04}-{month:02}-{day:02}"))
}

/// How many days a month has; `None` for what is no month.
pub fn days_in(year: u32, month: u32) -> Option<u32> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        4 | 6 | 9 | 11 => Some(30),
        2 => Some(if leap { 29 } else { 28 }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::of_numbers;

    #[test]
    fn only_days_that_exist_are_days() {
        assert_eq!(of_numbers(2024, 2, 29).as_deref(), Some("2024-02-29"));
        assert_eq!((of_numbers(2023, 2, 29), of_numbers(0, 1, 1), of_numbers(2023, 13, 1)), (None, None, None));
    }
}
