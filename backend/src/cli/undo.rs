//! `muster undo`: takes back what a revision did, at a running Muster. It makes a revision of its own, which can be undone,
//! too.
//!
//! Exit codes: 0 undone, or nothing to undo, or a dry run that could be; 2 it couldn't be done; 3 something was edited
//! since, which a person must decide on the page of the revision, or more people change than the risk budget allows and
//! their number isn't given. Unless it was undone, nothing was changed.

use std::process::ExitCode;

use anyhow::bail;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::output::{print_plain, remark};
use super::server::ServerArgs;
use crate::ids::hex_from_bytes;

/// Somebody must decide, or say that so many are meant.
const UNDECIDED: u8 = 3;
/// So often it is planned anew because the directory moved in between.
const TRIES: usize = 5;

/// What `muster undo` is told.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The revision.
    revision: u64,

    #[command(flatten)]
    server: ServerArgs,

    /// Say what would be done, and do nothing.
    #[arg(long)]
    dry_run: bool,

    /// What is written beside the new revision in the history.
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,

    /// Undo it although more people change than the risk budget allows, if they are exactly so many.
    #[arg(long, value_name = "PEOPLE")]
    acknowledge_changes: Option<u64>,
}

/// Looks, and undoes.
pub(super) fn run(args: Args) -> anyhow::Result<ExitCode> {
    let Args { revision, server, dry_run, note, acknowledge_changes } = args;
    let server = server.server()?;
    let address = format!("/api/revisions/{revision}/undo");
    for _ in 0..TRIES {
        let plan = server.post_json(&format!("{address}/preview"), &json!({}), None)?.done()?.json()?;
        let conflicts = plan.get("conflicts").and_then(Value::as_array).map_or(0, Vec::len);
        let changes = plan.get("changes").and_then(Value::as_array).map_or(0, Vec::len);
        let more = plan.get("more").and_then(Value::as_u64).unwrap_or_default();
        let against = plan.get("revision").and_then(Value::as_u64).unwrap_or_default();
        print_plain(&format!(
            "Against revision {against}: {} cells would be put back, {conflicts} were edited since.",
            u64::try_from(changes).unwrap_or_default() + more
        ))?;
        let Some(digest) = plan.get("digest").filter(|digest| !digest.is_null()) else {
            remark("muster: somebody must decide what was edited since; nothing was changed.");
            return Ok(ExitCode::from(UNDECIDED));
        };
        let over_budget = plan.get("over_budget").and_then(Value::as_u64);
        if let Some(people) = over_budget.filter(|people| acknowledge_changes != Some(*people)) {
            remark(&format!(
                "muster: {people} people would change, which is over the risk budget; if that is right, a system admin \
                 undoes it with --acknowledge-changes {people}. Nothing was changed."
            ));
            return Ok(ExitCode::from(UNDECIDED));
        }
        if dry_run {
            remark("muster: this was a dry run; nothing was changed.");
            return Ok(ExitCode::SUCCESS);
        }
        let request = json!({
            "revision": against, "digest": digest, "note": note, "acknowledged": true,
            "acknowledged_changes": acknowledge_changes,
        });
        let key = format!("undo-{}", hex_from_bytes(&Sha256::digest(format!("{address} {request}"))));
        let answer = server.post_json(&address, &request, Some(&key))?;
        if answer.status == 409 && answer.problem() == "directory-moved" {
            remark("muster: the directory changed in between; planning again.");
            continue;
        }
        let done = answer.done()?.json()?;
        let now = done.get("revision").and_then(Value::as_u64).unwrap_or_default();
        print_plain(&format!("Undone: the directory is at revision {now}."))?;
        return Ok(ExitCode::SUCCESS);
    }
    bail!("the directory kept changing; nothing was undone")
}
