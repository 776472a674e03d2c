//! `muster token`: looks after tokens for scripts at the database itself, for whoever sets up a nightly feed.

use std::process::ExitCode;

use super::admin::id_of;
use super::database::DatabaseArgs;
use super::output::print_plain;
use crate::accounts::tokens::{Wanted, Whose, create, revoke};
use crate::state::State;
use crate::storage::access::{ApiTokenId, Scope};

/// What `muster token` is told.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    database: DatabaseArgs,

    #[command(subcommand)]
    act: Act,
}

#[derive(Debug, clap::Subcommand)]
enum Act {
    /// Make a token, and print it; it is never shown again.
    Create {
        /// The admin for whom the script speaks, by her e-mail address. It can't do more than she may.
        #[arg(long)]
        admin: String,
        /// What it is for.
        #[arg(long)]
        name: String,
        /// What it may do: read, import, manage, watch; may be given several times.
        #[arg(long, required = true, value_parser = scope)]
        scope: Vec<Scope>,
        /// For how many days it works; without it, until it is revoked.
        #[arg(long)]
        days: Option<u16>,
    },
    /// List an admin's tokens.
    List {
        /// Her e-mail address.
        #[arg(long)]
        admin: String,
    },
    /// Take a token back.
    Revoke {
        /// Its number in the list.
        number: i64,
        /// The admin's e-mail address.
        #[arg(long)]
        admin: String,
    },
}

/// Does it.
pub(super) fn run(args: Args) -> anyhow::Result<ExitCode> {
    let Args { database, act } = args;
    database.with_state(async |state| done(state, act).await)?;
    Ok(ExitCode::SUCCESS)
}

async fn done(state: &State, act: Act) -> anyhow::Result<()> {
    match act {
        Act::Create { admin, name, scope, days } => {
            let whose = Whose::Of(id_of(state, &admin).await?);
            let (_, secret) = create(state, whose, Wanted { name, scopes: scope, days }).await?;
            print_plain(&secret)
        }
        Act::List { admin } => {
            let id = id_of(state, &admin).await?;
            for token in state.storage.read().await?.api_tokens_of(id).await? {
                let scopes: Vec<&str> = token.scopes.iter().map(|scope| scope.word()).collect();
                let time = |time: Option<jiff::Timestamp>| time.map_or_else(|| "-".to_owned(), |time| time.to_string());
                print_plain(&format!(
                    "{}\t{}\t{}\tused {}\texpires {}\trevoked {}",
                    token.id.0,
                    token.name,
                    scopes.join(","),
                    time(token.used),
                    time(token.expires),
                    time(token.revoked)
                ))?;
            }
            Ok(())
        }
        Act::Revoke { number, admin } => {
            revoke(state, Whose::Of(id_of(state, &admin).await?), ApiTokenId(number)).await?;
            Ok(())
        }
    }
}

fn scope(word: &str) -> Result<Scope, String> {
    Scope::from_word(word).ok_or_else(|| "the scopes are read, import, manage and watch".to_owned())
}
