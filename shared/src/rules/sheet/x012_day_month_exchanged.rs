//! X012: days whose day and month changed places.

use crate::check::rule;
use crate::fix::{Action, Fix, Safety};
use crate::reviewed::Reviewed;
use crate::sink::{Detail, Sink};
use crate::words;

rule! {
    /// ## What it finds
    /// Three or more days of a column in which day and month changed places, and hardly any other change; fewer where
    /// other days of the column are written in another notation.
    ///
    /// ## Why it matters
    /// A spreadsheet took the day for the month. That works up to the twelfth; the other days it left as they were.
    /// Half of the birthdays are other days now.
    ///
    /// ## What to do
    /// Keep the stored values; the fix does. If the days were corrected like this, say so.
    ///
    /// ## Directory
    /// ```csv
    /// Username,Joined
    /// ann@example.com,2020-04-03
    /// ben@example.com,2019-01-02
    /// cy@example.com,2018-07-12
    /// di@example.com,2018-07-30
    /// ```
    ///
    /// ## Flagged
    /// ```csv
    /// Username,Joined
    /// ann@example.com,2020-03-04
    /// ben@example.com,2019-02-01
    /// cy@example.com,2018-12-07
    /// di@example.com,2018-07-30
    /// ```
    ///
    /// ## Fixed
    /// ```csv
    /// Username,Joined
    /// ann@example.com,2020-04-03
    /// ben@example.com,2019-01-02
    /// cy@example.com,2018-07-12
    /// di@example.com,2018-07-30
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,Joined
    /// ann@example.com,2020-03-04
    /// ben@example.com,2019-01-02
    /// ```
    pub(crate) static RULE = { code: "X012", name: "day-month-exchanged", severity: Error, fixes: Always, check: Merge(check) };
}

fn check(reviewed: &Reviewed<'_>, sink: &mut Sink) {
    let spoken_of = |code: &str| code == RULE.code;
    for story in
        reviewed.day_stories().iter().filter(|story| story.transform.is_some_and(|known| spoken_of(known.said_by)))
    {
        let header = reviewed.schema.header_of(story.column);
        let mut meant =
            Some(Fix::needs_a_look(words!("It is meant"), Action::TakeAsMeant { header: header.to_owned() }));
        for position in &story.rows {
            let (Some(row), Some(cell)) =
                (reviewed.rows.row(*position), reviewed.changed_cell(*position, story.column))
            else {
                continue;
            };
            let place = || reviewed.changed_place(&row, &cell);
            let keep = reviewed.keep_stored(&row, &cell, Safety::Safe);
            let fixes = keep.into_iter().chain(meant.take()).collect();
            sink.report(&RULE, Some(header), "", place, || Detail {
                message: words!("Day and month of {header} changed places: {was} became {value}.", header, was = cell.stored.as_deref().unwrap_or_default(), value = cell.value),
                many: words!("In {count} days of {header} day and month changed places.", header),
                help: words!("A spreadsheet that expects the month first does this to every day up to the twelfth. Keep the stored values, unless these days were corrected."),
                fixes,
            });
        }
    }
}
