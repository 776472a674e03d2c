//! The arithmetic of a virtual table: which rows and columns can be seen, and where they are drawn.

use std::ops::Range;

use crate::worker::protocol::{Column, Width};

/// The height of every row, in pixels; the style sheet's `--row` is the same.
pub const ROW_HEIGHT: f64 = 46.0;
/// Browsers draw boxes wrongly beyond some ten million pixels, so a longer table scrolls in larger steps.
pub const MOST_HEIGHT: f64 = 8_000_000.0;
/// In a narrow window the fixed columns give way; below this many pixels.
pub const NARROW: f64 = 720.0;

/// The vertical side of a table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Vertical {
    /// How many rows there are.
    pub rows: usize,
    /// How many pixels of rows are visible.
    pub visible: f64,
    /// How far the box is scrolled down.
    pub scrolled: f64,
}

impl Vertical {
    /// The height of the box in which rows are drawn.
    pub fn canvas(&self) -> f64 {
        self.whole().min(MOST_HEIGHT)
    }

    /// The rows that can be seen, the partly visible ones too.
    pub fn seen(&self) -> Range<usize> {
        let top = self.virtual_top();
        let first = floor(top / ROW_HEIGHT).min(self.rows);
        let last = floor((top + self.visible.max(0.0)) / ROW_HEIGHT) + 1;
        first..last.clamp(first, self.rows)
    }

    /// Where a row is drawn in the box.
    pub fn offset_of(&self, row: usize) -> f64 {
        self.scrolled - (self.virtual_top() - float(row) * ROW_HEIGHT)
    }

    /// How far the box must be scrolled so that a row can be seen; `None` if it can be already.
    pub fn scrolled_to(&self, row: usize) -> Option<f64> {
        let (top, bottom) = (float(row) * ROW_HEIGHT, float(row + 1) * ROW_HEIGHT);
        let now = self.virtual_top();
        let wanted = if top < now {
            top
        } else if bottom > now + self.visible {
            bottom - self.visible
        } else {
            return None;
        };
        Some(wanted * self.scale())
    }

    /// How far the box must be scrolled so that a row stands in the middle, or as near to it as the ends allow.
    pub fn scrolled_to_middle(&self, row: usize) -> f64 {
        let middle = float(row) * ROW_HEIGHT - (self.visible - ROW_HEIGHT) / 2.0;
        middle.clamp(0.0, (self.whole() - self.visible).max(0.0)) * self.scale()
    }

    fn whole(&self) -> f64 {
        float(self.rows) * ROW_HEIGHT
    }

    /// Pixels of the scroll bar for one pixel of rows.
    fn scale(&self) -> f64 {
        let room = self.whole() - self.visible;
        if self.whole() <= MOST_HEIGHT || room <= 0.0 { 1.0 } else { (MOST_HEIGHT - self.visible) / room }
    }

    fn virtual_top(&self) -> f64 {
        (self.scrolled / self.scale()).clamp(0.0, (self.whole() - self.visible).max(0.0))
    }
}

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

/// The rows to ask for so that scrolling a little needs no further question.
pub fn ahead(seen: &Range<usize>, rows: usize) -> Range<usize> {
    let margin = seen.len().max(12);
    seen.start.saturating_sub(margin)..(seen.end + margin).min(rows.max(seen.end))
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a float's cast saturates, and pixels aren't negative here"
)]
fn floor(pixels: f64) -> usize {
    pixels.max(0.0) as usize
}

#[expect(clippy::cast_precision_loss, reason = "no table reaches the 2^53 rows that a float counts exactly")]
fn float(rows: usize) -> f64 {
    rows as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vertical(rows: usize, scrolled: f64) -> Vertical {
        Vertical { rows, visible: 460.0, scrolled }
    }

    #[test]
    fn a_short_table_shows_what_is_under_the_scroll_bar() {
        assert_eq!(vertical(100, 0.0).seen(), 0..11);
        assert_eq!(vertical(100, 46.0 * 5.0).seen(), 5..16);
        assert_eq!(vertical(3, 0.0).seen(), 0..3);
        assert_eq!(vertical(0, 0.0).seen(), 0..0);
    }

    #[test]
    fn a_row_is_drawn_where_it_belongs() {
        let table = vertical(100, 230.0);
        assert!((table.offset_of(5) - 230.0).abs() < 1e-6);
    }

    #[test]
    fn a_million_rows_reach_both_ends() {
        let rows = 1_000_000;
        let top = vertical(rows, 0.0);
        assert!((top.canvas() - MOST_HEIGHT).abs() < 1e-6);
        assert_eq!(top.seen().start, 0);
        let bottom = vertical(rows, MOST_HEIGHT - 460.0);
        assert_eq!(bottom.seen().end, rows);
        // The last row ends where the box ends.
        assert!((bottom.offset_of(rows) - MOST_HEIGHT).abs() < 1.0);
    }

    #[test]
    fn going_to_any_row_shows_it_whole() {
        for rows in [50, 1_000_000] {
            for row in [0, 7, rows / 2, rows - 1] {
                let before = vertical(rows, 0.0);
                let scrolled = before.scrolled_to(row).unwrap_or(0.0);
                let after = vertical(rows, scrolled);
                assert!(after.seen().contains(&row), "row {row} of {rows}");
                let drawn = after.offset_of(row) - scrolled;
                assert!(drawn > -1.0 && drawn + ROW_HEIGHT < 461.0, "row {row} of {rows} is drawn at {drawn}");
            }
        }
    }

    #[test]
    fn columns_come_and_go() {
        let columns: Vec<Column> = (0..10).map(|position| Column { position, ..Column::default() }).collect();
        let columns: Vec<&Column> = columns.iter().collect();
        assert_eq!(seen_columns(&columns, 0.0, 400.0), (0..3, 0.0));
        assert_eq!(seen_columns(&columns, 176.0, 176.0), (1..2, 176.0));
        assert_eq!(scrolled_to_column(&columns, 2, 0.0, 400.0), Some(128.0));
        assert_eq!(scrolled_to_column(&columns, 1, 0.0, 400.0), None);
    }

    #[test]
    fn a_question_asks_a_little_further() {
        assert_eq!(ahead(&(0..11), 1_000), 0..23);
        assert_eq!(ahead(&(100..120), 130), 80..130);
    }
}
