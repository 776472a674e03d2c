//! The history.

pub(super) mod changes;
pub(super) mod file;
pub(super) mod get;
pub(super) mod list;

use serde_json::{Value, json};

use crate::problem::Problem;
use crate::storage::revisions::Revision;

/// A revision as lists show it.
pub(super) fn json_from_revision(revision: &Revision) -> Value {
    let Revision { number, at, actor, kind, note, digest: _, counts, file } = revision;
    json!({
        "number": number,
        "at": at.to_string(),
        "actor": { "email": actor.email, "name": actor.name },
        "kind": kind.word(),
        "note": note,
        "file_name": file.as_ref().map(|file| &file.name),
        "counts": {
            "created": counts.created,
            "updated": counts.updated,
            "renamed": counts.renamed,
            "cells": counts.cells,
        },
    })
}

fn no_such_revision(number: u64) -> Problem {
    Problem::not_found(format!("There is no revision {number}."))
}
