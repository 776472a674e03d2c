//! Tools that npm ships ready to run, in the one version that fits, into a folder of the checkout.

use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use crate::children;
use crate::paths;

/// One package of npm's registry, and the file in it that is used.
pub(crate) struct NpmTool {
    pub(crate) package: &'static str,
    pub(crate) version: &'static str,
    /// Below `node_modules`.
    pub(crate) file: &'static str,
}

impl NpmTool {
    /// Where the tool's file lies, after fetching it where it isn't here; `None` where npm can't.
    pub(crate) fn find_or_install(&self) -> Option<PathBuf> {
        let Self { package, version, file } = self;
        let home = paths::tools().join(format!("{package}-{version}"));
        let place = home.join("node_modules").join(file);
        if place.exists() {
            println!("    {package} {version}: in .tools");
            return Some(place);
        }
        if !children::is_on_path("npm") {
            println!("    {package} {version}: not here, and no npm to fetch it");
            return None;
        }
        let mut npm = Command::new("npm");
        npm.args(["install", "--silent", "--no-save", "--no-audit", "--no-fund", "--prefix"])
            .arg(&home)
            .arg(format!("{package}@{version}"));
        let fetched = std::fs::create_dir_all(&home).is_ok() && children::run_within(Duration::from_mins(2), &mut npm);
        if fetched && place.exists() {
            println!("    {package} {version}: installed by npm into .tools");
            return Some(place);
        }
        println!("    {package} {version}: npm could not fetch it");
        None
    }
}
