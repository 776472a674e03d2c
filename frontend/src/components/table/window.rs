//! The arithmetic of columns: which of them can be seen, and where they are drawn.

use std::ops::Range;

use crate::worker::protocol::{Column, Width};

/// In a narrow window the fixed columns give way; below this many pixels.
pub const NARROW: f64 = 720.0;

/// The width of a column, in pixels; the style sheet's classes are the same.
pub fn width_of(column: &Column) -> f64 {
    match column.width {
        Width::Narrow => 120.0,
        Width::Middle => 176.0,
        Width::Wide => 264.0,
    }
}

/// The width of the columns that never leave the sight: lines and people.
pub fn fixed_width(whole: f64) -> f64 {
    if whole < NARROW { 176.0 } else { 316.0 }
}

/// The columns that can be seen, and how far from the first one they begin.
pub fn seen_columns(columns: &[&Column], scrolled: f64, visible: f64) -> (Range<usize>, f64) {
    let (mut left, mut first, mut lead) = (0.0, None, 0.0);
    let mut end = columns.len();
    for (position, column) in columns.iter().enumerate() {
        let right = left + width_of(column);
        if first.is_none() && right > scrolled {
            first = Some(position);
            lead = left;
        }
        if left >= scrolled + visible {
            end = position;
            break;
        }
        left = right;
    }
    let first = first.unwrap_or(0);
    (first..end.max(first), lead)
}

/// How far to scroll to the right so that a column can be seen; `None` if it can be already.
pub fn scrolled_to_column(columns: &[&Column], position: usize, scrolled: f64, visible: f64) -> Option<f64> {
    let left: f64 = columns.iter().take(position).map(|column| width_of(column)).sum();
    let right = left + columns.get(position).map_or(0.0, |column| width_of(column));
    if left < scrolled {
        Some(left)
    } else if right > scrolled + visible {
        // A column wider than the window shows its beginning.
        Some((right - visible).min(left))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_come_and_go() {
        let columns: Vec<Column> = (0..10).map(|position| Column { position, ..Column::default() }).collect();
        let columns: Vec<&Column> = columns.iter().collect();
        assert_eq!(seen_columns(&columns, 0.0, 400.0), (0..3, 0.0));
        assert_eq!(seen_columns(&columns, 176.0, 176.0), (1..2, 176.0));
        assert_eq!(scrolled_to_column(&columns, 2, 0.0, 400.0), Some(128.0));
        assert_eq!(scrolled_to_column(&columns, 1, 0.0, 400.0), None);
    }
}
