//! What a spreadsheet makes of a value that is dragged down: its last number, or its day, counts on.

use super::date;

/// One value of a series.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    before: String,
    number: i64,
    width: usize,
    after: String,
    day: bool,
}

impl Term {
    /// Reads a value as part of a series; `None` where nothing in it counts.
    pub fn of(value: &str) -> Option<Self> {
        if let Some(day) = date::day_number(value) {
            return Some(Self { before: String::new(), number: day, width: 0, after: String::new(), day: true });
        }
        let end = value.rfind(|character: char| character.is_ascii_digit())? + 1;
        let head = value.get(..end)?;
        let start = head
            .rfind(|character: char| !character.is_ascii_digit())
            .map_or(0, |at| at + head.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8));
        let digits = value.get(start..end)?;
        Some(Self {
            before: value.get(..start)?.to_owned(),
            number: digits.parse().ok()?,
            width: digits.len(),
            after: value.get(end..)?.to_owned(),
            day: false,
        })
    }

    /// By how much each cell counts on, if a later value belongs to the same series.
    pub fn step_to(&self, later: &str, cells: u32) -> Option<i64> {
        let later = Self::of(later)?;
        let alike = self.day == later.day
            && self.before == later.before
            && self.after == later.after
            && (self.width == later.width || !self.padded() && !later.padded());
        let difference = later.number.checked_sub(self.number)?;
        let cells = i64::from(cells.max(1));
        let step = difference / cells;
        (alike && step != 0 && step.abs() <= 31 && step * cells == difference).then_some(step)
    }

    fn padded(&self) -> bool {
        self.width > 1 && self.number.to_string().len() < self.width
    }
}

#[cfg(test)]
mod tests {
    use super::Term;

    #[test]
    fn numbers_and_days_count_on() {
        let step = |one: &str, other: &str, cells| Term::of(one).and_then(|term| term.step_to(other, cells));
        assert_eq!(step("HQ 1", "HQ 2", 1), Some(1));
        assert_eq!(step("Warehouse 9", "Warehouse 11", 2), Some(1));
        assert_eq!(step("00017", "00018", 1), Some(1));
        assert_eq!(step("2024-02-28", "2024-03-01", 2), Some(1));
        assert_eq!(step("HQ 1", "Lab 2", 1), None);
        assert_eq!(step("HQ", "HQ", 1), None);
        assert_eq!(step("é3 x", "é4 x", 1), Some(1));
    }
}
