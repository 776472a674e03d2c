//! What several rules ask of the whole file: worked out once, when the first of them asks.

use super::{DateEvidence, Reviewed};
use crate::stages::merge::RowState;
use crate::values::key::comparison_form;
use std::cell::OnceCell;
use std::collections::BTreeSet;

/// Answers about the whole file that were given before.
#[derive(Debug, Default)]
pub struct Gathered {
    dates: OnceCell<Option<DateEvidence>>,
    arriving: OnceCell<BTreeSet<String>>,
}

impl Reviewed<'_> {
    /// In which notation the file writes its days; `None` where the admin picked one, or no day is written otherwise than
    /// YYYY-MM-DD.
    pub fn date_evidence(&self) -> Option<&DateEvidence> {
        self.gathered.dates.get_or_init(|| DateEvidence::of(self)).as_ref()
    }

    /// The Usernames that the file brings, in their form for comparing.
    pub fn arriving(&self) -> &BTreeSet<String> {
        self.gathered.arriving.get_or_init(|| {
            let username = self.schema.username();
            let notable = self.merge.notable();
            let brings = notable.filter(|(_, row)| matches!(row.state, RowState::Create | RowState::Rename));
            let value = |(position, _)| self.value(&self.rows.row(position)?, username);
            brings.filter_map(value).map(|value| comparison_form(&value).into_owned()).collect()
        })
    }
}
