//! Whether the cells of what looks like a series were changed one by one: each is its own stored value in another form.

use super::Reviewed;

impl Reviewed<'_> {
    /// Whether most new values of a column come each from the old value of its own cell: by a transform, or by something put
    /// before or behind it, or taken away. A drag brings the values of other cells.
    pub(crate) fn changed_one_by_one(&self, column: usize, rows: &[usize]) -> bool {
        let own = |row: &&usize| {
            self.changed_cell(**row, column).is_some_and(|cell| {
                let stored = cell.stored.as_deref().unwrap_or_default();
                let grew = || cell.value.contains(stored) || stored.contains(cell.value.as_ref());
                !stored.is_empty() && (grew() || self.transform(&cell).is_some())
            })
        };
        rows.iter().filter(own).count() * 5 >= rows.len() * 4
    }
}
