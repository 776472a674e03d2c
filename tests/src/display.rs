//! A screen that nobody sees: Xvfb, with a real keyboard, pointer and clipboard, for what no driver can pretend.

use std::process::Stdio;

use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

use crate::wait::LIMIT;

/// A display that ends when it is dropped.
pub struct Display {
    /// Its name, as programs take it: `:7`.
    pub name: String,
    /// What programs on it are told by their environment, beside its name.
    pub environment: Vec<(String, String)>,
    _server: Child,
}

impl Display {
    /// Starts one under a number that is free.
    pub async fn start() -> Self {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp", "-noreset"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .expect("Xvfb starts");
        let mut output = BufReader::new(server.stdout.take().expect("a piped output")).lines();
        let number = tokio::time::timeout(LIMIT, output.next_line()).await.expect("Xvfb to be ready, in time");
        let number = number.expect("readable output").expect("Xvfb says its number");
        Self { name: format!(":{number}"), environment: Vec::new(), _server: server }
    }

    /// Presses keys as the keyboard does, such as `ctrl+v`, in the window of a browser.
    pub async fn press(&self, keys: &str) {
        self.focus().await;
        self.xdotool(&["key", "--clearmodifiers", keys]).await;
    }

    /// Makes the window of a browser the one that the keyboard writes in: nothing on this display does that by itself.
    pub async fn focus(&self) {
        let window = self.xdotool(&["search", "--onlyvisible", "--class", "chromium|firefox|minibrowser"]).await;
        let window = window.lines().last().expect("a window on the display").to_owned();
        self.xdotool(&["windowfocus", "--sync", &window]).await;
    }

    async fn xdotool(&self, arguments: &[&str]) -> String {
        let run = Command::new("xdotool").args(arguments).env("DISPLAY", &self.name).stdin(Stdio::null()).output();
        let output = tokio::time::timeout(LIMIT, run).await.expect("xdotool ends in time").expect("xdotool starts");
        assert!(output.status.success(), "xdotool {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).into_owned()
    }
}
