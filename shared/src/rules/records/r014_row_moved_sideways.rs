//! R014: a row of which the values stand in the wrong columns.

use crate::check::rule;
use crate::fix::{Action, Fix};
use crate::reviewed::Reviewed;
use crate::sink::{Detail, Sink};
use crate::stages::merge::{Accident, AccidentKind, Moved};
use crate::stages::rows::Row;
use crate::values::words::{Count, Words, counted};
use crate::words;

rule! {
    /// ## What it finds
    /// A row in which every value from some column on is the one that its neighbour had: a cell, or a separator, was
    /// lost or added before it.
    ///
    /// ## Why it matters
    /// A cell deleted in a spreadsheet pulls the rest of its row to the left, a stray separator pushes it to the right.
    /// The row may have as many cells as any other, and each of its values looks like one.
    ///
    /// ## What to do
    /// Put the row back; the fix does, and keeps what else was edited in it. If it is what you want, say that it is meant.
    ///
    /// ## Directory
    /// ```csv
    /// Username,FirstName,LastName,PrimaryRoleName,JobCategory,MailingAddress1City,SecondBadge
    /// ann@example.com,Ann,Lee,Nurse,Care,York,
    /// ben@example.com,Ben,Ode,"Driver, nights",Field,Hull,
    /// ```
    ///
    /// ## Flagged
    /// ```csv
    /// Username,FirstName,LastName,PrimaryRoleName,JobCategory,MailingAddress1City,SecondBadge
    /// ann@example.com,Anne,Lee,Care,York,,
    /// ben@example.com,Ben,Ode,Driver, nights,Field,Hull
    /// ```
    ///
    /// ## Fixed
    /// ```csv
    /// Username,FirstName,LastName,PrimaryRoleName,JobCategory,MailingAddress1City,SecondBadge
    /// ann@example.com,Anne,Lee,Nurse,Care,York,
    /// ben@example.com,Ben,Ode,"Driver, nights",Field,Hull,
    /// ```
    ///
    /// ## Flagged
    /// ```csv
    /// Username,FirstName,LastName,PrimaryRoleName,JobCategory,MailingAddress1City
    /// ann@example.com,Ann,Lee,Care,York
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,FirstName,LastName,PrimaryRoleName,JobCategory,MailingAddress1City,SecondBadge
    /// ann@example.com,Lee,Ann,Clerk,Office,Leeds,17
    /// ben@example.com,Ben,Ode,Field,"Driver, nights",Hull,
    /// ```
    pub(crate) static RULE = { code: "R014", name: "row-moved-sideways", severity: Error, fixes: Always, check: Merge(check) };
}

fn check(reviewed: &Reviewed<'_>, sink: &mut Sink) {
    for accident in &reviewed.merge.accidents {
        let AccidentKind::Sideways { moved, .. } = &accident.kind else { continue };
        for (position, moved) in accident.rows.iter().zip(moved) {
            let Some(row) = reviewed.rows.row(*position) else { continue };
            report(reviewed, accident, &row, moved, sink);
        }
    }
}

fn report(reviewed: &Reviewed<'_>, accident: &Accident, row: &Row<'_>, moved: &Moved, sink: &mut Sink) {
    let header = header_of(reviewed, moved);
    // A row that lacks a cell can't be taken as it is.
    let otherwise = if reviewed.table.records.is_short(row.position) {
        Fix::needs_a_look(words!("Leave the row out"), Action::LeaveOut { row: row.position })
    } else {
        Fix::needs_a_look(words!("It is meant"), Action::TakeAsMeant { header: header.clone() })
    };
    for (order, (column, value)) in reviewed.put_back(row, moved).into_iter().enumerate() {
        let place = || {
            let mut place = reviewed.row_place(row);
            place.column = Some(column);
            place.value = row.cell(column).map(std::borrow::Cow::into_owned);
            place
        };
        sink.report(&RULE, None, "", place, || {
            let message = message(accident, row, moved, &header);
            let back = Fix::needs_a_look(words!("Put the row back"), Action::Edit { row: row.position, column, value });
            Detail {
                many: message.clone(),
                message,
                help: help(moved),
                fixes: std::iter::once(back).chain((order == 0).then(|| otherwise.clone())).collect(),
            }
        });
    }
}

fn header_of(reviewed: &Reviewed<'_>, moved: &Moved) -> String {
    let of_schema = reviewed.table.columns.schema_column_of(moved.from);
    let of_file = || reviewed.table.columns.cells.get(moved.from).map(|cell| cell.text.clone());
    of_schema.map(|column| reviewed.schema.header_of(column).to_owned()).or_else(of_file).unwrap_or_default()
}

fn message(accident: &Accident, row: &Row<'_>, moved: &Moved, header: &str) -> Words {
    let rows = accident.rows.len();
    if rows > 1 {
        return words!(
            "The values of {rows} rows stand in the wrong columns: on line {line} from {header} on.",
            rows = Count(rows),
            line = row.line,
            header
        );
    }
    let columns = counted(moved.by, words!("{count} column"), words!("{count} columns"));
    if moved.right {
        words!(
            "On line {line}, every value from {header} on stands {columns} too far to the right.",
            line = row.line,
            header,
            columns
        )
    } else {
        words!(
            "On line {line}, every value from {header} on stands {columns} too far to the left.",
            line = row.line,
            header,
            columns
        )
    }
}

fn help(moved: &Moved) -> Words {
    if moved.right {
        words!(
            "It looks as if a cell or a separator was added, so each value moved into the next column. Put the row back."
        )
    } else {
        words!(
            "It looks as if a cell or a separator was lost, so each value moved into the column before. Put the row back."
        )
    }
}
