//! Starts a browser through its driver.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::Stdio;

use fantoccini::ClientBuilder;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::Value;
use tokio::process::Command;

use super::said::Said;
use super::{Browser, Engine};
use crate::display::Display;
use crate::wait::{LIMIT, wait_for};

impl Browser {
    /// Starts a Chromium without a window.
    pub async fn start() -> Self {
        Self::start_as(Engine::Chromium, None).await
    }

    /// Starts a browser with an empty profile: with a window where there is a display.
    pub async fn start_as(engine: Engine, display: Option<&Display>) -> Self {
        assert!(display.is_some() || !engine.needs_display(), "{engine:?} needs a display");
        let profile = tempfile::tempdir().expect("a temporary folder");
        let downloads = tempfile::tempdir().expect("a temporary folder");
        let mut command = Command::new(engine.driver());
        // WebKit's driver can't choose a port by itself, and says nothing once it listens.
        let chosen = if engine == Engine::WebKit { free_port() } else { 0 };
        command.arg(Engine::port_flag(chosen)).stdin(Stdio::null()).kill_on_drop(true);
        // All that it starts can be ended together.
        command.process_group(0);
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        if let Some(display) = display {
            command.env("DISPLAY", &display.name).envs(display.environment.iter().cloned());
        }
        if engine == Engine::Firefox {
            command.envs([("MOZ_HEADLESS_WIDTH", "1280"), ("MOZ_HEADLESS_HEIGHT", "900")]);
        }
        if engine == Engine::WebKit {
            let config = profile.path().join(".config");
            std::fs::create_dir_all(&config).expect("a folder in the profile");
            let downloads = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", downloads.path().display());
            std::fs::write(config.join("user-dirs.dirs"), downloads).expect("a writable profile");
            // `WEBKIT_DISABLE_DMABUF_RENDERER` would draw ten times as fast here, and then a picture is often never taken.
            command.env("HOME", profile.path());
        }
        let mut driver =
            command.spawn().unwrap_or_else(|error| panic!("{} starts: {error}", engine.driver().display()));
        let group = driver.id();
        let said = Said::default();
        said.hear(driver.stdout.take().expect("a piped output"));
        said.hear(driver.stderr.take().expect("a piped output"));
        let port = wait_for("the driver to listen", LIMIT, async || {
            if chosen > 0 {
                return TcpStream::connect((Ipv4Addr::LOCALHOST, chosen)).is_ok().then_some(chosen);
            }
            said.lines().iter().find_map(|line| engine.port_in(line))
        })
        .await;
        let capabilities = engine.capabilities(profile.path(), downloads.path(), display.is_none());
        let Value::Object(capabilities) = capabilities else { unreachable!("it is written as an object") };
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&format!("http://127.0.0.1:{port}"))
            .await
            .unwrap_or_else(|error| panic!("{engine:?} starts: {error}\n{}", said.lines().join("\n")));
        if display.is_some() {
            // As large as the windows that nobody sees; a driver whose window is of that size already may not know how.
            let _ = client.set_window_rect(0, 0, 1280, 900).await;
        }
        let known = client.capabilities();
        let process =
            ["goog:processID", "moz:processID"].iter().find_map(|name| known?.get(*name)).map(Value::to_string);
        Self { client, engine, process, group, downloads, said, _profile: profile, _driver: driver }
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    listener.local_addr().expect("an address").port()
}
