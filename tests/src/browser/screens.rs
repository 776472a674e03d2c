//! Pictures of every page in every theme and width, for a person to look at.

use std::path::{Path, PathBuf};

use serde_json::json;

use super::Browser;

/// What the page is told that the person prefers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];

    /// Its word in media queries and file names.
    pub fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// A laptop and a phone.
pub const WIDTHS: [u32; 2] = [1280, 480];

impl Browser {
    /// Lets the page believe that the person prefers this theme, and no motion: a picture shows no half-way colours.
    pub async fn prefer(&self, theme: Theme) {
        let features = json!([
            {"name": "prefers-color-scheme", "value": theme.name()},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]);
        self.devtools("Emulation.setEmulatedMedia", json!({"features": features})).await;
    }

    /// Makes the window this wide.
    pub async fn resize(&self, width: u32) {
        let size = json!({"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false});
        self.devtools("Emulation.setDeviceMetricsOverride", size).await;
    }

    /// Writes `<page>-<theme>-<width>.png` for both themes and widths; returns to light and wide.
    pub async fn picture(&self, page: &str) {
        for width in WIDTHS {
            self.resize(width).await;
            for theme in Theme::ALL {
                self.prefer(theme).await;
                self.assert_fits(page, width).await;
                if width == WIDTHS[0] {
                    self.assert_accessible(page).await;
                }
                let picture = self.client.screenshot().await.expect("a screenshot");
                let path = folder().join(format!("{page}-{}-{width}.png", theme.name()));
                std::fs::write(&path, picture).expect("a writable folder for screenshots");
            }
        }
        self.resize(WIDTHS[0]).await;
        self.prefer(Theme::Light).await;
    }

    /// Writes `<page>.png` of the page as it is.
    pub async fn snapshot(&self, page: &str) {
        let picture = self.client.screenshot().await.expect("a screenshot");
        std::fs::write(folder().join(format!("{page}.png")), picture).expect("a writable folder for screenshots");
    }

    /// A page never needs scrolling sideways; only a table inside it may.
    async fn assert_fits(&self, page: &str, width: u32) {
        let wide = self.evaluate("document.documentElement.scrollWidth").await;
        let wide = wide.as_u64().unwrap_or_default();
        assert!(wide <= u64::from(width), "{page} is {wide} pixels wide in a window of {width}");
    }
}

fn folder() -> PathBuf {
    let folder = std::env::var_os("MUSTER_SCREENS")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../screens"), PathBuf::from);
    std::fs::create_dir_all(&folder).expect("a folder for screenshots");
    folder
}
