//! People, one at a time.

pub(super) mod delete;
pub(super) mod edit;
pub(super) mod get;
pub(super) mod history;
pub(super) mod search;

use std::collections::BTreeMap;

use serde::Serialize;
use shared::schema::Schema;
use shared::words;
use utoipa::ToSchema;

use crate::problem::Problem;

/// A person.
#[derive(Serialize, ToSchema)]
#[schema(as = Person)]
pub(super) struct PersonShown {
    #[schema(example = "ann@example.com")]
    username: String,
    /// The revision at which she last changed.
    #[schema(example = 184)]
    revision: u64,
    /// Her values by header, in the stored form, without those that are empty.
    values: BTreeMap<String, String>,
}

impl PersonShown {
    fn new(schema: &Schema, revision: u64, value: impl Fn(usize) -> String) -> Self {
        let own = schema.columns.iter().enumerate().filter(|(_, column)| !column.system);
        let values = own.map(|(position, column)| (column.header.clone(), value(position)));
        let username = value(schema.username());
        Self { username, revision, values: values.filter(|(_, value)| !value.is_empty()).collect() }
    }
}

fn nobody() -> Problem {
    Problem::not_found(words!("There is nobody with this Username."))
}
