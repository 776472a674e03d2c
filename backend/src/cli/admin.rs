//! `muster admin`: looks after admins at the database itself, for whoever runs the server: the way back in when nobody
//! can sign in any more.

use std::process::ExitCode;

use anyhow::Context;

use super::database::DatabaseArgs;
use super::output::print_plain;
use crate::accounts::admins::{self, AdminChange, By, Link};
use crate::accounts::email_form;
use crate::state::State;
use crate::storage::accounts::{AdminId, Role};

/// What `muster admin` is told.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    database: DatabaseArgs,

    /// The address under which browsers reach Muster, for links.
    #[arg(long, env = "MUSTER_PUBLIC_URL", default_value = "", value_name = "URL", global = true)]
    public_url: String,

    #[command(subcommand)]
    act: Act,
}

#[derive(Debug, clap::Subcommand)]
enum Act {
    /// List everyone who may sign in.
    List,
    /// Add an admin, and print the link with which she chooses a password.
    Invite {
        /// Her e-mail address.
        email: String,
        /// Her name.
        #[arg(long)]
        name: String,
        /// What she may do.
        #[arg(long, value_parser = role)]
        role: Role,
    },
    /// Print a new link to choose a password with.
    ResetLink {
        /// Her e-mail address.
        email: String,
    },
    /// Give an admin another role.
    Role {
        /// Her e-mail address.
        email: String,
        /// What she may do: viewer, editor, system-admin.
        #[arg(value_parser = role)]
        role: Role,
    },
    /// Keep an admin out, and end her sessions.
    Disable {
        /// Her e-mail address.
        email: String,
    },
    /// Let an admin be bound anew at the identity provider, by her next sign-in there, and end her sessions.
    Release {
        /// Her e-mail address.
        email: String,
    },
    /// Let an admin in again.
    Enable {
        /// Her e-mail address.
        email: String,
    },
}

/// Does it.
pub(super) fn run(args: Args) -> anyhow::Result<ExitCode> {
    let Args { database, public_url, act } = args;
    database.with_state(async |state| done(state, &public_url, act).await)?;
    Ok(ExitCode::SUCCESS)
}

async fn done(state: &State, public_url: &str, act: Act) -> anyhow::Result<()> {
    let change = match act {
        Act::List => return list(state).await,
        Act::Invite { email, name, role } => {
            let (facts, link) = admins::invite(state, By::System, &email, &name, role).await?;
            return print_link(&facts.admin.email, public_url, &link);
        }
        Act::ResetLink { email } => {
            let (facts, link) = admins::link(state, By::System, id_of(state, &email).await?).await?;
            return print_link(&facts.admin.email, public_url, &link);
        }
        Act::Release { email } => {
            admins::release(state, By::System, id_of(state, &email).await?).await?;
            return list(state).await;
        }
        Act::Role { email, role } => (email, AdminChange { role: Some(role), disabled: None }),
        Act::Disable { email } => (email, AdminChange { role: None, disabled: Some(true) }),
        Act::Enable { email } => (email, AdminChange { role: None, disabled: Some(false) }),
    };
    let (email, change) = change;
    admins::change(state, By::System, id_of(state, &email).await?, change).await?;
    list(state).await
}

async fn list(state: &State) -> anyhow::Result<()> {
    for facts in state.storage.read().await?.admins().await? {
        let admin = facts.admin;
        let state = match (admin.disabled, admin.password_hash.is_empty()) {
            (true, _) => "disabled",
            (false, true) => "invited",
            (false, false) => "active",
        };
        print_plain(&format!("{}\t{}\t{state}\t{}", admin.email, admin.role.word(), admin.name))?;
    }
    Ok(())
}

/// The number of the admin with an address.
pub(super) async fn id_of(state: &State, email: &str) -> anyhow::Result<AdminId> {
    let admin = state.storage.read().await?.admin_by_email(&email_form(email)).await?;
    Ok(admin.with_context(|| format!("there is no admin {email}; `muster admin list` names them"))?.id)
}

fn print_link(email: &str, public_url: &str, link: &Link) -> anyhow::Result<()> {
    let (secret, expires) = link;
    let until = expires.strftime("%Y-%m-%d %H:%M UTC");
    print_plain(&format!(
        "{email}: {}/password#{}  (works once, until {until})",
        public_url.trim_end_matches('/'),
        secret.text()
    ))
}

fn role(word: &str) -> Result<Role, String> {
    Role::from_word(word).ok_or_else(|| "the roles are viewer, editor and system-admin".to_owned())
}
