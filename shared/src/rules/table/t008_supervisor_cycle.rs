//! T008: people who report to themselves in the end.

use crate::finding::{Detail, Sink};
use crate::fix::{Fix, Safety};
use crate::rule::rule;
use crate::schema::Kind;
use crate::stages::findings::Reviewed;
use crate::values::key::comparison_form;
use hashbrown::HashMap;

rule! {
    /// ## What it finds
    /// A new supervisor who, by way of her own supervisors, reports to the person herself.
    ///
    /// ## Why it matters
    /// Such a circle has no head: an organisation chart can't draw it, and approvals never end.
    ///
    /// ## What to do
    /// Name another supervisor, or keep the stored one.
    ///
    /// ## Directory
    /// ```csv
    /// Username,PrimarySupervisorUsername
    /// ann@example.com,
    /// ben@example.com,ann@example.com
    /// cem@example.com,ben@example.com
    /// ```
    ///
    /// ## Flagged
    /// ```csv
    /// Username,PrimarySupervisorUsername
    /// ann@example.com,cem@example.com
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,PrimarySupervisorUsername
    /// ann@example.com,cem@example.com
    /// ben@example.com,dot@example.com
    /// ```
    pub(crate) static RULE = { code: "T008", name: "supervisor-cycle", severity: Error, fixes: Always, check: Merge(check) };
}

/// By the comparison form of a person's Username: that of her new supervisor.
type Supervisors = HashMap<String, String, foldhash::fast::FixedState>;

fn check(reviewed: &Reviewed<'_>, sink: &mut Sink) {
    let references = reviewed.schema.columns.iter().enumerate().filter(|(_, column)| column.kind == Kind::Reference);
    for (column, _) in references {
        let mut supervisors = Supervisors::default();
        let mut changed: Vec<(usize, String)> = Vec::new();
        let username = reviewed.schema.username();
        reviewed.each_written_cell(
            |of| of.kind == Kind::Reference,
            |row, cell| {
                if cell.index != column {
                    return;
                }
                let own = reviewed.merge.rows.get(row.position).and_then(|merged| reviewed.person(merged));
                let own = match own {
                    Some(person) => person.username().into_owned(),
                    None => reviewed.value(row, username).unwrap_or_default().into_owned(),
                };
                let own = comparison_form(&own).into_owned();
                supervisors.insert(own.clone(), comparison_form(&cell.value).into_owned());
                changed.push((row.position, own));
            },
        );
        for (position, own) in changed {
            if let Some(circle) = circle(reviewed, column, &supervisors, &own) {
                report(reviewed, column, position, &circle, sink);
            }
        }
    }
}

/// The people from a person up to herself; `None` where the way up ends.
fn circle(reviewed: &Reviewed<'_>, column: usize, supervisors: &Supervisors, own: &str) -> Option<Vec<String>> {
    const LONGEST: usize = 1_000;
    let mut way = vec![own.to_owned()];
    for _ in 0..LONGEST {
        let at = way.last()?;
        let above = if let Some(above) = supervisors.get(at) {
            above.clone()
        } else {
            let person = reviewed.directory.person(reviewed.directory.find_username(at)?)?;
            comparison_form(&person.value(column)).into_owned()
        };
        if above == own {
            return Some(way);
        }
        if above.is_empty() || way.contains(&above) {
            return None;
        }
        way.push(above);
    }
    None
}

fn report(reviewed: &Reviewed<'_>, column: usize, position: usize, circle: &[String], sink: &mut Sink) {
    let (Some(row), Some(cell)) = (reviewed.rows.row(position), reviewed.changed_cell(position, column)) else {
        return;
    };
    let header = reviewed.schema.header_of(column);
    sink.report(
        &RULE,
        Some(header),
        "",
        || reviewed.changed_place(&row, &cell),
        || {
            let leave_out = Fix::needs_a_look("Leave out", crate::fix::Action::LeaveOut { row: position });
            Detail {
                message: match circle {
                    [own] => format!("{own} would report to herself."),
                    _ => format!(
                        "{} would report to themselves in the end: {}.",
                        circle.first().map_or("", String::as_str),
                        circle.join(" → ")
                    ),
                },
                many: "{count} people would report to themselves in the end.".to_owned(),
                help: "Nobody heads such a circle. Name another supervisor, or keep the stored one.".to_owned(),
                fixes: vec![reviewed.keep_stored(&row, &cell, Safety::NeedsALook).unwrap_or(leave_out)],
            }
        },
    );
}
