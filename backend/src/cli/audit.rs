//! `muster audit verify`: whether the audit's chain holds, entry by entry.
//!
//! A chain can't tell that its end was cut off. So the command prints the newest entry's number and hash; noted
//! elsewhere, and given to a later run, they show that, too.

use std::process::ExitCode;

use anyhow::Context;

use super::database::DatabaseArgs;
use super::output::{print_plain, remark};
use crate::audit::first_broken;
use crate::ids::hex_from_bytes;
use crate::state::State;

/// So many entries are looked at together.
const ENTRIES: u32 = 1_000;

/// What `muster audit` is told.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    database: DatabaseArgs,

    #[command(subcommand)]
    act: Act,
}

#[derive(Debug, clap::Subcommand)]
enum Act {
    /// Look at every entry; the first one that doesn't follow from the one before is named.
    Verify {
        /// An entry that an earlier run printed, which must still be there: NUMBER:HASH.
        #[arg(long, value_name = "NUMBER:HASH", value_parser = noted)]
        holds: Option<Noted>,
    },
}

/// An entry that was noted elsewhere.
#[derive(Debug, Clone)]
struct Noted {
    number: u64,
    hash: String,
}

/// Looks.
pub(super) fn run(args: Args) -> anyhow::Result<ExitCode> {
    let Args { database, act: Act::Verify { holds } } = args;
    database.with_state(async |state| verified(state, holds.as_ref()).await)
}

async fn verified(state: &State, holds: Option<&Noted>) -> anyhow::Result<ExitCode> {
    let mut unit = state.storage.read().await.context("the audit can't be read")?;
    let (mut before, mut number) = ([0; 32], 0);
    let mut found = holds.is_none();
    loop {
        let entries = unit.audit_after(number, ENTRIES).await.context("the audit can't be read")?;
        if let Some(broken) = first_broken(before, &entries) {
            remark(&format!("muster: the audit is broken at entry {broken}: it, or one before it, was changed."));
            return Ok(ExitCode::FAILURE);
        }
        found |= entries
            .iter()
            .any(|entry| holds.is_some_and(|noted| entry.number == noted.number && hex_from_bytes(&entry.hash) == noted.hash));
        let Some(last) = entries.last() else { break };
        (before, number) = (last.hash, last.number);
    }
    if !found {
        remark("muster: the audit doesn't hold the entry that was noted: its end was cut off, or it was written anew.");
        return Ok(ExitCode::FAILURE);
    }
    print_plain(&format!("The audit holds: {number} entries. {number}:{}", hex_from_bytes(&before)))?;
    Ok(ExitCode::SUCCESS)
}

fn noted(text: &str) -> Result<Noted, String> {
    let (number, hash) = text.split_once(':').ok_or("an entry is NUMBER:HASH")?;
    let number = number.parse().map_err(|_| "an entry is NUMBER:HASH".to_owned())?;
    Ok(Noted { number, hash: hash.to_lowercase() })
}
