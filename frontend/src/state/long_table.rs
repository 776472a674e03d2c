//! The arithmetic of a table that may be a million rows long: which rows can be seen, and where they are drawn.
//!
//! Browsers draw boxes wrongly beyond some ten million pixels, so a long table's rows are taller together than the box
//! that scrolls. A step of a wheel still moves them by as many pixels as the box; a leap of the scroll bar moves them to
//! the same share of the whole; and once she rests, the bar is put where it belongs for what she sees.

use std::ops::Range;

/// The height of every row, in pixels; the style sheet's `--row` is the same.
const ROW_HEIGHT: f64 = 46.0;
/// The height of the tallest box that scrolls, in pixels. Chromium cuts boxes at 2²⁵ pixels of the screen, and a page that
/// is zoomed to 500 % on a screen with doubled pixels has ten of them for each pixel here.
const MOST_HEIGHT: f64 = 3_000_000.0;
/// At both ends of a long table the bar's pixels are the rows' pixels, so that no wheel meets an end too early.
const EDGE: f64 = 100_000.0;

/// Where a table stands, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Stand {
    /// How far the box is scrolled down.
    pub scrolled: f64,
    /// What of all the rows, one below the other, is at the upper edge.
    pub top: f64,
}

/// The vertical side of a table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LongTable {
    /// How many rows there are.
    pub rows: usize,
    /// How many pixels of rows are visible.
    pub visible: f64,
    /// Where it stands.
    pub at: Stand,
}

impl LongTable {
    /// The height of the box in which rows are drawn.
    pub fn canvas(&self) -> f64 {
        self.whole().min(MOST_HEIGHT)
    }

    /// The rows that can be seen, the partly visible ones too.
    pub fn seen(&self) -> Range<usize> {
        let first = floor(self.at.top / ROW_HEIGHT).min(self.rows);
        let last = floor((self.at.top + self.visible.max(0.0)) / ROW_HEIGHT) + 1;
        first..last.clamp(first, self.rows)
    }

    /// Where a row is drawn in the box.
    pub fn offset_of(&self, row: usize) -> f64 {
        self.at.scrolled - (self.at.top - float(row) * ROW_HEIGHT)
    }

    /// How many whole rows can be seen at once.
    pub fn page(&self) -> usize {
        floor(self.visible / ROW_HEIGHT)
    }

    /// Where it stands after the box was scrolled.
    pub fn after(&self, scrolled: f64) -> Stand {
        let step = scrolled - self.at.scrolled;
        let at_an_end = scrolled <= 0.0 || scrolled + 1.0 >= room(self.canvas(), self.visible);
        let is_step = self.is_long() && step.abs() <= self.longest_step() && !at_an_end;
        let top = if is_step { self.at.top + step } else { self.top_under(scrolled) };
        Stand { scrolled, top: top.clamp(0.0, room(self.whole(), self.visible)) }
    }

    /// The upper edge from which a row can be seen; `None` if it can be already.
    pub fn top_showing(&self, row: usize) -> Option<f64> {
        let (top, bottom) = (float(row) * ROW_HEIGHT, float(row + 1) * ROW_HEIGHT);
        if top < self.at.top {
            Some(top)
        } else if bottom > self.at.top + self.visible {
            Some(bottom - self.visible)
        } else {
            None
        }
    }

    /// The upper edge from which a row stands in the middle, or as near to it as the ends allow.
    pub fn top_around(&self, row: usize) -> f64 {
        let middle = float(row) * ROW_HEIGHT - (self.visible - ROW_HEIGHT) / 2.0;
        middle.clamp(0.0, room(self.whole(), self.visible))
    }

    /// How far the box is scrolled down where the bar shows an upper edge's share of the whole.
    pub fn bar_for(&self, top: f64) -> f64 {
        self.translate(top, room(self.whole(), self.visible), room(self.canvas(), self.visible))
    }

    /// How far steps have brought the bar away from where it belongs, in pixels.
    pub fn astray(&self) -> f64 {
        (self.bar_for(self.at.top) - self.at.scrolled).abs()
    }

    /// Whether an end may come before her next rest, as the bar is further astray than half the way to it.
    pub fn is_lost(&self) -> bool {
        let to_an_end = self.at.scrolled.min(room(self.canvas(), self.visible) - self.at.scrolled);
        self.astray() > (to_an_end / 2.0).max(1.0)
    }

    /// A bar that is dragged moves the box by more than this for each pixel; a wheel, a key, or a click beside the bar, by
    /// less. In a very high window a click beside the bar, which moves by what is visible, comes near to that.
    fn longest_step(&self) -> f64 {
        (self.canvas() / self.visible.max(1.0) / 2.0).max(self.visible)
    }

    fn top_under(&self, scrolled: f64) -> f64 {
        self.translate(scrolled, room(self.canvas(), self.visible), room(self.whole(), self.visible)).round()
    }

    /// A place in one room as the place in the other: the same distance from an end near it, the same share between.
    fn translate(&self, place: f64, from: f64, to: f64) -> f64 {
        if !self.is_long() || place <= EDGE {
            place
        } else if from - place <= EDGE {
            to - (from - place)
        } else {
            EDGE + (place - EDGE) * (to - 2.0 * EDGE) / (from - 2.0 * EDGE)
        }
    }

    fn whole(&self) -> f64 {
        float(self.rows) * ROW_HEIGHT
    }

    fn is_long(&self) -> bool {
        self.whole() > MOST_HEIGHT
    }
}

/// The rows to ask for so that scrolling a little needs no further question.
pub fn ahead(seen: &Range<usize>, rows: usize) -> Range<usize> {
    let margin = seen.len().max(12);
    seen.start.saturating_sub(margin)..(seen.end + margin).min(rows.max(seen.end))
}

fn room(height: f64, visible: f64) -> f64 {
    (height - visible).max(0.0)
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

    const MILLION: usize = 1_000_000;

    fn table(rows: usize, scrolled: f64) -> LongTable {
        let table = LongTable { rows, visible: 460.0, at: Stand::default() };
        LongTable { at: table.after(scrolled), ..table }
    }

    /// After scrolling from where it stands.
    fn scrolled(table: LongTable, to: f64) -> LongTable {
        LongTable { at: table.after(to), ..table }
    }

    #[test]
    fn a_short_table_shows_what_is_under_the_scroll_bar() {
        assert_eq!(table(100, 0.0).seen(), 0..11);
        assert_eq!(table(100, 46.0 * 5.0).seen(), 5..16);
        assert_eq!(table(3, 0.0).seen(), 0..3);
        assert_eq!(table(0, 0.0).seen(), 0..0);
        assert!(table(100, 230.0).astray() < 1e-6);
    }

    #[test]
    fn a_row_is_drawn_where_it_belongs() {
        assert!((table(100, 230.0).offset_of(5) - 230.0).abs() < 1e-6);
    }

    #[test]
    fn a_million_rows_reach_both_ends() {
        let top = table(MILLION, 0.0);
        assert!((top.canvas() - MOST_HEIGHT).abs() < 1e-6);
        assert_eq!(top.seen().start, 0);
        let bottom = table(MILLION, MOST_HEIGHT - 460.0);
        assert_eq!(bottom.seen().end, MILLION);
        // The last row ends where the box ends.
        assert!((bottom.offset_of(MILLION) - MOST_HEIGHT).abs() < 1.0);
    }

    #[test]
    fn a_wheel_moves_a_million_rows_no_faster_than_a_hundred() {
        let middle = MOST_HEIGHT / 2.0;
        let mut here = table(MILLION, middle);
        let from = here.at.top;
        for step in 1..=100 {
            here = scrolled(here, middle + f64::from(step) * 100.0);
        }
        assert!((here.at.top - from - 10_000.0).abs() < 1e-6);
        // Once she rests, the bar goes where it belongs, and the rows stay.
        assert!(here.astray() > 1_000.0 && !here.is_lost());
        let rested = LongTable { at: Stand { scrolled: here.bar_for(here.at.top).round(), top: here.at.top }, ..here };
        assert!(rested.astray() <= 1.0);
        assert_eq!(rested.seen(), here.seen());
    }

    #[test]
    fn a_click_beside_the_bar_is_a_page_however_high_the_window() {
        for visible in [300.0, 900.0, 2_000.0] {
            let here = LongTable { rows: MILLION, visible, at: Stand::default() };
            let here = LongTable { at: here.after(MOST_HEIGHT / 2.0), ..here };
            let after = here.after(MOST_HEIGHT / 2.0 + visible * 0.9);
            assert!((after.top - here.at.top - visible * 0.9).abs() < 1e-6, "{visible}");
        }
    }

    #[test]
    fn a_wheel_reaches_the_ends_without_a_leap() {
        let mut here = table(MILLION, 150_000.0);
        while here.at.scrolled > 0.0 {
            let before = here.at.top;
            here = scrolled(here, (here.at.scrolled - 120.0).max(0.0));
            if here.is_lost() {
                here.at.scrolled = here.bar_for(here.at.top).round();
            }
            assert!(before - here.at.top <= 120.5, "from {before} to {}", here.at.top);
        }
        assert_eq!(here.seen().start, 0);
    }

    #[test]
    fn bar_and_rows_name_the_same_place() {
        for scrolled in [0.0, 50_000.0, 100_001.0, 1_333_333.0, MOST_HEIGHT - 460.0 - 99_999.0, MOST_HEIGHT - 460.0] {
            let here = table(MILLION, scrolled);
            assert!((here.bar_for(here.at.top) - scrolled).abs() <= 1.0, "at {scrolled}");
        }
    }

    #[test]
    fn going_to_any_row_shows_it_whole() {
        for rows in [50, MILLION] {
            for row in [0, 7, rows / 2, rows - 1] {
                let before = table(rows, 0.0);
                for top in [before.top_showing(row).unwrap_or(0.0), before.top_around(row)] {
                    let after = LongTable { at: Stand { scrolled: before.bar_for(top).round(), top }, ..before };
                    assert!(after.seen().contains(&row), "row {row} of {rows}");
                    let drawn = after.offset_of(row) - after.at.scrolled;
                    assert!(drawn > -1.0 && drawn + ROW_HEIGHT < 461.0, "row {row} of {rows} is drawn at {drawn}");
                }
            }
        }
    }

    #[test]
    fn a_question_asks_a_little_further() {
        assert_eq!(ahead(&(0..11), 1_000), 0..23);
        assert_eq!(ahead(&(100..120), 130), 80..130);
    }
}
