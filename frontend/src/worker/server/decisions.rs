//! Turns what she pressed into steps of the review.

use shared::Review;
use shared::options::{Blanks, Create, Key, Options};
use shared::values::date::DateFormat;

use super::held::Desk;
use super::words::said;
use crate::conflicts;
use crate::worker::protocol::{Decision, Mended, Side};

impl Desk {
    /// Does one step.
    pub(super) fn decide(&mut self, decision: Decision) {
        match decision {
            Decision::Paste { view, position, columns, cells } => {
                self.select(&view);
                let rows = self.selected.as_ref().map(|(_, rows)| rows.iter().skip(position).copied());
                let block: Vec<(usize, usize, String)> = rows
                    .into_iter()
                    .flatten()
                    .zip(cells)
                    .flat_map(|(row, cells)| {
                        columns.iter().zip(cells).map(move |(column, text)| (row, *column, text)).collect::<Vec<_>>()
                    })
                    .collect();
                if let Some(review) = &mut self.review {
                    review.edit_many(block);
                }
            }
            step => {
                if let Some(review) = &mut self.review {
                    decide(review, &mut self.mended, step);
                }
            }
        }
        // The step may have changed which rows a filter chooses.
        self.selected = None;
    }
}

fn decide(review: &mut Review, mended: &mut Vec<Mended>, decision: Decision) {
    if !matches!(decision, Decision::Undo | Decision::UndoFrom { .. } | Decision::Redo) {
        // What was taken back before another step is gone for good.
        mended.retain(|mended| mended.step <= review.steps());
    }
    match decision {
        Decision::Fix { finding, fix } => {
            let found = review.plan().findings.iter().find(|found| found.id == finding);
            let new = found.and_then(|found| mended_by(found, fix));
            review.apply_fix(&finding, fix, None);
            mended.extend(new.map(|new| Mended { step: review.steps(), ..new }));
        }
        Decision::FixAllSafe => {
            let mut new = Vec::new();
            review.apply_safe_fixes_telling(&mut |found| new.extend(mended_by(found, 0)));
            mended.extend(new.into_iter().map(|new| Mended { step: review.steps(), ..new }));
        }
        Decision::UndoFrom { step } => while review.steps() >= step.max(1) && review.undo() {},
        Decision::Edit { row, column, value } => review.edit(row, column, value),
        Decision::LeaveOut { row, out } => review.leave_out(row, out),
        Decision::Undo => {
            review.undo();
        }
        Decision::Redo => {
            review.redo();
        }
        choice => {
            let mut options = review.options().clone();
            choose(&mut options, choice);
            review.set_options(options);
        }
    }
}

/// What a fix of a finding mends; its step is told once it is done.
fn mended_by(finding: &shared::Finding, fix: usize) -> Option<Mended> {
    let fix = finding.fixes.get(fix)?;
    Some(Mended { step: 0, message: said(&finding.message), fix: said(&fix.title), count: finding.count })
}

fn choose(options: &mut Options, choice: Decision) {
    match choice {
        Decision::Ignore { header, out: true } => {
            options.ignored_columns.insert(header);
        }
        Decision::Ignore { header, out: false } => {
            options.ignored_columns.remove(&header);
        }
        Decision::Conflict { username, header, side } => {
            conflicts::decide_cell(&mut options.conflicts, username, header, side_of(side));
        }
        Decision::ConflictColumn { header, side } => {
            conflicts::decide_column(&mut options.conflicts, header, side_of(side));
        }
        Decision::ConflictAll { side } => conflicts::decide_all(&mut options.conflicts, side_of(side)),
        Decision::ByEmployeeId(by_id) => options.key = if by_id { Key::EmployeeId } else { Key::Username },
        Decision::ClearBlanks(clear) => options.blanks = if clear { Blanks::Clear } else { Blanks::Keep },
        Decision::Create(allow) => options.create = if allow { Create::Allow } else { Create::Deny },
        Decision::Dates(example) => options.dates = example.and_then(|example| format_of(&example)),
        Decision::Encoding(encoding) => options.encoding = encoding,
        Decision::Base(base) => options.base = base,
        // These are steps of the review and no choices.
        Decision::Fix { .. }
        | Decision::FixAllSafe
        | Decision::Edit { .. }
        | Decision::Paste { .. }
        | Decision::LeaveOut { .. }
        | Decision::Undo
        | Decision::UndoFrom { .. }
        | Decision::Redo => {}
    }
}

fn format_of(example: &str) -> Option<DateFormat> {
    DateFormat::ALL.into_iter().find(|format| format.example() == example)
}

/// The engine's word for a side.
fn side_of(side: Side) -> shared::options::Side {
    match side {
        Side::Yours => shared::options::Side::Yours,
        Side::Theirs => shared::options::Side::Theirs,
    }
}
