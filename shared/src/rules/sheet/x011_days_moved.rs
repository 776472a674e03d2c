//! X011: days that all moved alike, or that changed their century.

use crate::check::rule;
use crate::finding::Place;
use crate::fix::{Action, Fix, Safety};
use crate::reviewed::{DayStory, Reviewed};
use crate::rule::Severity;
use crate::schema::{Column, Kind};
use crate::sink::{Detail, Sink};
use crate::values::words::Words;
use crate::words;

rule! {
    /// ## What it finds
    /// Three or more days of a column that all moved by one day, or by the 1462 days between the two counts of
    /// spreadsheets; five or more that moved by another number of days and aren't put off by whole months; a year of
    /// two digits that was read as another century's.
    ///
    /// ## Why it matters
    /// A program with a time zone or with another count of days did so. Every day is wrong, and none of them looks it.
    ///
    /// ## What to do
    /// Keep the stored values; the fix does. If the days were moved on purpose, say so.
    ///
    /// ## Directory
    /// ```csv
    /// Username,Joined
    /// ann@example.com,2020-04-03
    /// ben@example.com,2019-01-01
    /// cy@example.com,2018-07-30
    /// ```
    ///
    /// ## Flagged
    /// ```csv
    /// Username,Joined
    /// ann@example.com,2020-04-02
    /// ben@example.com,2018-12-31
    /// cy@example.com,2018-07-29
    /// ```
    ///
    /// ## Fixed
    /// ```csv
    /// Username,Joined
    /// ann@example.com,2020-04-03
    /// ben@example.com,2019-01-01
    /// cy@example.com,2018-07-30
    /// ```
    ///
    /// ## Flagged
    /// ```csv
    /// Username,Joined
    /// ann@example.com,2024-04-04
    /// ben@example.com,2023-01-02
    /// cy@example.com,2022-07-31
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,Joined
    /// ann@example.com,2020-04-02
    /// ben@example.com,2019-01-31
    /// cy@example.com,2018-07-30
    /// ```
    pub(crate) static RULE = { code: "X011", name: "days-moved", severity: Error, fixes: Always, check: Merge(check) };
}

fn check(reviewed: &Reviewed<'_>, sink: &mut Sink) {
    for story in
        reviewed.day_stories().iter().filter(|story| story.transform.is_none_or(|known| known.said_by == RULE.code))
    {
        report(reviewed, story, sink);
    }
    let days = |column: &Column| matches!(column.kind, Kind::Date { .. });
    if reviewed.schema.columns.iter().any(days) && reviewed.any_day_changed() {
        other_centuries(reviewed, days, sink);
    }
}

fn report(reviewed: &Reviewed<'_>, story: &DayStory, sink: &mut Sink) {
    let header = reviewed.schema.header_of(story.column);
    let said = said_of(story);
    let cause = story.transform.map_or("moved", |known| known.name);
    let mut meant = Some(Fix::needs_a_look(words!("It is meant"), Action::TakeAsMeant { header: header.to_owned() }));
    for position in &story.rows {
        let (Some(row), Some(cell)) = (reviewed.rows.row(*position), reviewed.changed_cell(*position, story.column))
        else {
            continue;
        };
        let place = || reviewed.changed_place(&row, &cell);
        let keep = reviewed.keep_stored(&row, &cell, Safety::Safe);
        let fixes = keep.into_iter().chain(meant.take()).collect();
        sink.report(&RULE, Some(header), cause, place, || detail(header, &said, fixes));
    }
}

fn detail(header: &str, said: &Words, fixes: Vec<Fix>) -> Detail {
    Detail {
        message: words!("A day of {header} moved: {said}.", header, said),
        many: words!("{count} days of {header} moved: {said}.", header, said),
        help: words!(
            "Every day is another one than stored. Keep the stored values, unless the days were moved on purpose."
        ),
        fixes,
    }
}

fn said_of(story: &DayStory) -> Words {
    let moved = match story.days {
        Some(1) => words!("each is one day later"),
        Some(-1) => words!("each is one day earlier"),
        Some(days) if days > 0 => words!("each is {days} days later", days = days.unsigned_abs()),
        Some(days) => words!("each is {days} days earlier", days = days.unsigned_abs()),
        None => words!("each is another"),
    };
    match story.transform {
        Some(known) => words!("{moved}; {what}", moved, what = (known.says)()),
        None => moved,
    }
}

/// A single day of another century is one that a program turned, and no edit.
fn other_centuries(reviewed: &Reviewed<'_>, days: impl Fn(&Column) -> bool, sink: &mut Sink) {
    reviewed.each_written_cell(days, |row, cell| {
        let Some(transform) = reviewed.made_by(cell, &RULE).filter(|known| known.name == "other-century") else {
            return;
        };
        let place: Place = reviewed.changed_place(row, cell);
        sink.report_as(
            Severity::Error,
            &RULE,
            Some(&cell.column.header),
            transform.name,
            || place,
            || Detail {
                message: words!(
                    "{header} was {was}, the file has {value}: {what}.",
                    header = cell.column.header,
                    was = cell.stored.as_deref().unwrap_or_default(),
                    value = cell.value,
                    what = (transform.says)()
                ),
                many: words!(
                    "{count} days of {header} are of another century than stored: {what}.",
                    header = cell.column.header,
                    what = (transform.says)()
                ),
                help: words!("Keep the stored value, unless the year is meant."),
                fixes: reviewed.kept_or_meant(row, cell),
            },
        );
    });
}
