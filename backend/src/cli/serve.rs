//! `muster serve`: the keeper, from opening the database to a graceful stop.

use std::fmt::Write as _;
use std::io::Write;
use std::net::SocketAddr;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::Context;
use tokio::net::TcpListener;

pub(super) use crate::config::Config as Args;

use crate::accounts::set_up;
use crate::clock::SystemClock;
use crate::http;
use crate::ids::SystemIds;
use crate::imports::seed::{Seeded, seed};
use crate::server;
use crate::settings;
use crate::state::{MOST_CHANGES, Reached, State};
use crate::telemetry;

/// How often it is looked for what is kept no longer.
const SWEEP: Duration = Duration::from_hours(1);
/// How often the database is looked through for damage.
const LOOK: Duration = Duration::from_hours(24);
/// After the last answer, imports that are still being applied get this long.
const IMPORT_GRACE: Duration = Duration::from_mins(5);

/// What computes when everything is finished gets this long to notice it.
const LAST_WORK: Duration = Duration::from_secs(1);

/// Serves until it is told to stop.
pub(super) fn run(args: Args) -> anyhow::Result<ExitCode> {
    telemetry::start(&args)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let served = runtime.block_on(serve(args));
    // What still computes, computes for nobody.
    runtime.shutdown_timeout(LAST_WORK);
    served?;
    Ok(ExitCode::SUCCESS)
}

async fn serve(args: Args) -> anyhow::Result<()> {
    let storage = super::database::open(&args.database, args.database_connections).await?;
    let reached = Reached { over_tls: args.secure_cookies, behind_proxy: args.behind_proxy };
    let state = State::new(Arc::clone(&storage), Arc::new(SystemClock), Arc::new(SystemIds), args.limits(), reached);
    let state = settings::current(&state).await?;
    let state = State { provider: args.provider()?.map(Arc::new), ..state };
    if let Some(file) = &args.seed {
        seed_from_file(&state, file).await?;
    }
    let listener =
        TcpListener::bind(args.listen).await.with_context(|| format!("can't listen on {}", args.listen))?;
    let address = listener.local_addr()?;
    announce(&state, address, args.public_url.as_deref()).await?;

    let sweeper = tokio::spawn(sweep_again_and_again(state.clone()));
    let app = http::app(state.clone());
    server::serve(listener, app, state.limits, async {
        asked_to_stop().await;
        tracing::info!("stopping: no new connections, what is in hand is finished");
    })
    .await;
    let all_permits = state.changes.acquire_many(MOST_CHANGES);
    if tokio::time::timeout(IMPORT_GRACE, all_permits).await.is_err() {
        tracing::warn!("an import was still being applied; it is rolled back, and can be sent again");
    }
    sweeper.abort();
    storage.close().await;
    tracing::info!("stopped");
    Ok(())
}

/// Forgets the files that are kept no longer, and looks for damage.
async fn sweep_again_and_again(state: State) {
    let mut every = tokio::time::interval(SWEEP);
    // The database was looked through when it was opened.
    let mut looked = Instant::now();
    loop {
        every.tick().await;
        let is_due = looked.elapsed() >= LOOK;
        if is_due {
            looked = Instant::now();
            if let Err(error) = state.storage.look_for_damage().await {
                tracing::error!(%error, "the database was looked through");
            }
        }
        match settings::sweep(&state).await {
            Ok(0) => {}
            Ok(files) => tracing::info!(files, "old uploads were forgotten"),
            Err(error) => tracing::warn!(%error, "old uploads couldn't be forgotten"),
        }
    }
}

async fn seed_from_file(state: &State, file: &Path) -> anyhow::Result<()> {
    let bytes = std::fs::read(file).with_context(|| format!("can't read {}", file.display()))?;
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    match seed(state, name, bytes).await.with_context(|| format!("{} can't be the first revision", file.display()))? {
        Seeded::People(people) => tracing::info!(people, "the directory has its first revision"),
        Seeded::NotEmpty => tracing::info!("the directory has people already; the seed is left alone"),
    }
    Ok(())
}

/// Says where Muster listens and, as long as there is no admin, how to become one. This is what the command prints; the
/// log goes elsewhere.
async fn announce(state: &State, address: SocketAddr, public: Option<&str>) -> anyhow::Result<()> {
    let mut text = format!("Muster listens on http://{address}\n");
    let link = set_up::link(state).await?;
    if let Some((secret, expires)) = link {
        let until = expires.strftime("%Y-%m-%d %H:%M UTC");
        let public = public.map_or_else(|| reachable(address), |url| url.trim_end_matches('/').to_owned());
        let _ = writeln!(text, "Open {public}/set-up#{}  (works once, until {until})", secret.text());
    }
    // Written at once: whoever reads the first line may not wait for a second one.
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(())
}

/// Where a browser on this machine finds the server: whoever listens everywhere, as in a container, names no address.
fn reachable(address: SocketAddr) -> String {
    if address.ip().is_unspecified() { format!("http://localhost:{}", address.port()) } else { format!("http://{address}") }
}

/// Waits for Ctrl-C or, from a service manager, SIGTERM.
async fn asked_to_stop() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    let _ = tokio::signal::ctrl_c().await;
}

#[cfg(test)]
mod tests {
    use super::reachable;

    #[test]
    fn a_link_names_an_address_that_a_browser_can_open() {
        for (listens, link) in [
            ("127.0.0.1:8080", "http://127.0.0.1:8080"),
            ("0.0.0.0:8080", "http://localhost:8080"),
            ("[::]:80", "http://localhost:80"),
        ] {
            assert_eq!(reachable(listens.parse().expect("an address")), link);
        }
    }
}
