//! How it is said that somebody else holds a value that only one person can hold.

use super::Reviewed;
use crate::fix::Safety;
use crate::rule::Rule;
use crate::schema::Column;
use crate::sink::{Detail, Sink};
use crate::words;

impl Reviewed<'_> {
    /// Reports the values that somebody else would hold, too, in columns of a kind.
    pub fn report_taken(&self, rule: &Rule, of: impl Fn(&Column) -> bool, sink: &mut Sink) {
        for taken in &self.merge.taken {
            let Some(column) = self.schema.column(taken.column).filter(|column| of(column)) else { continue };
            let (Some(row), Some(cell)) = (self.rows.row(taken.row), self.changed_cell(taken.row, taken.column)) else {
                continue;
            };
            if cell.explained {
                continue;
            }
            let header = &column.header;
            sink.report(
                rule,
                Some(header),
                "",
                || self.changed_place(&row, &cell),
                || Detail {
                    message: words!(
                        "The {header} {value} belongs to {holder}.",
                        header,
                        value = taken.value,
                        holder = taken.holder
                    ),
                    many: words!("{count} rows have the {header} of somebody else.", header),
                    help: words!("No two people have the same {header}. Correct it, or keep the stored value.", header),
                    fixes: self.keep_stored(&row, &cell, Safety::NeedsALook).into_iter().collect(),
                },
            );
        }
    }
}
