//! The browsers that the desk is tried in: what starts each of them.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

/// Without these a headless Chromium asks for a display, a sandbox that root can't have, or servers of its maker.
const CHROMIUM_FLAGS: &[&str] = &[
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--window-size=1280,900",
];

/// Where Debian keeps its Firefox, which isn't named as drivers expect.
const FIREFOX: &str = "/usr/bin/firefox-esr";

/// Where Debian keeps the browser that `WebKitGTK`'s driver drives: in a folder that is named after the machine's kind.
fn mini_browser() -> PathBuf {
    let kinds = std::fs::read_dir("/usr/lib").into_iter().flatten().flatten();
    let places = kinds.map(|kind| kind.path().join("webkit2gtk-4.1/MiniBrowser"));
    places.into_iter().find(|place| place.is_file()).expect("WebKitGTK's MiniBrowser is installed")
}

/// A browser, by the engine that lays its pages out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Chromium; everything is tried in it.
    Chromium,
    /// Firefox.
    Firefox,
    /// `WebKitGTK`'s own small browser, the nearest to Safari that runs here.
    WebKit,
}

impl Engine {
    /// The engines of which `MUSTER_BROWSERS` names the programs, as `./dev test` found them; Chromium, if it names none.
    pub fn there() -> Vec<Self> {
        let named = std::env::var("MUSTER_BROWSERS").unwrap_or_default();
        let found: Vec<Self> = named
            .split(',')
            .filter_map(|name| match name.trim() {
                "chromium" => Some(Self::Chromium),
                "firefox" => Some(Self::Firefox),
                "webkit" => Some(Self::WebKit),
                _ => None,
            })
            .collect();
        if found.is_empty() { vec![Self::Chromium] } else { found }
    }

    /// Its name in the names of pictures.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// Whether it can only be started on a display.
    pub(super) fn needs_display(self) -> bool {
        self == Self::WebKit
    }

    pub(super) fn driver(self) -> PathBuf {
        match self {
            Self::Chromium => "chromedriver".into(),
            Self::Firefox => std::env::var_os("MUSTER_GECKODRIVER").map_or_else(|| "geckodriver".into(), PathBuf::from),
            Self::WebKit => "WebKitWebDriver".into(),
        }
    }

    /// The driver's flag for a port; 0 lets it choose, where it can.
    pub(super) fn port_flag(port: u16) -> String {
        format!("--port={port}")
    }

    /// The port in a line that the driver prints.
    pub(super) fn port_in(self, line: &str) -> Option<u16> {
        let before = match self {
            Self::Chromium => "successfully on port ",
            Self::Firefox => "Listening on 127.0.0.1:",
            Self::WebKit => return None,
        };
        line.trim_end_matches('.').split(before).nth(1)?.parse().ok()
    }

    /// What the driver is told of the browser.
    pub(super) fn capabilities(self, profile: &Path, downloads: &Path, headless: bool) -> Value {
        match self {
            Self::Chromium => {
                let mut flags: Vec<String> = CHROMIUM_FLAGS.iter().map(|flag| (*flag).to_owned()).collect();
                flags.extend(headless.then(|| "--headless".to_owned()));
                flags.push(format!("--user-data-dir={}", profile.display()));
                json!({
                    "goog:chromeOptions": {
                        "args": flags,
                        "prefs": {"download.default_directory": downloads, "download.prompt_for_download": false},
                    },
                    "goog:loggingPrefs": {"browser": "ALL"},
                })
            }
            Self::Firefox => {
                let flags: Vec<&str> = headless.then_some("-headless").into_iter().collect();
                json!({"moz:firefoxOptions": {
                    "binary": FIREFOX,
                    "args": flags,
                    "prefs": {
                        "browser.download.folderList": 2,
                        "browser.download.dir": downloads,
                        // What the page says is heard, and what the browser says of itself isn't.
                        "devtools.console.stdout.content": true,
                        "devtools.console.stdout.chrome": false,
                    },
                }})
            }
            Self::WebKit => json!({"webkitgtk:browserOptions": {
                "binary": mini_browser(),
                "args": ["--automation", "--enable-write-console-messages-to-stdout=true"],
            }}),
        }
    }

    /// Whether a line that the browser prints is of an error in the page.
    pub(super) fn is_loud(self, line: &str) -> bool {
        match self {
            // Its driver has a log of its own.
            Self::Chromium => false,
            Self::Firefox => {
                // Its own modules put their names before what they say, such as `console.error: RSLoader: `.
                let own = line.split_once("console.error: ").and_then(|(_, said)| said.split_once(':'));
                let is_own = own.is_some_and(|(name, _)| name.chars().all(char::is_alphanumeric));
                let signs = ["JavaScript error: http", "console.error: ", "Content-Security-Policy"];
                !is_own && signs.iter().any(|sign| line.contains(sign))
            }
            Self::WebKit => line.contains("CONSOLE") && line.contains("ERROR"),
        }
    }
}
