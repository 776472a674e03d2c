//! What the whole-system tests run against, beside Muster itself: a browser, a spreadsheet program, Schemathesis.
//! A test that needs a part names it as a required feature; here the parts that are there are chosen.

use std::ffi::OsString;
use std::process::Command;
use std::time::Duration;

use crate::children;
use crate::tools::npm_tool::NpmTool;
use crate::tools::{self, debian, schemathesis};

/// Holds the npm package's types against what it says.
pub(crate) const TYPESCRIPT: NpmTool = NpmTool { package: "typescript", version: "5.9.3", file: "typescript/bin/tsc" };

/// What a SARIF log may hold, as types: `muster check --format sarif` is held against them.
pub(crate) const SARIF: NpmTool =
    NpmTool { package: "@types/sarif", version: "2.1.7", file: "@types/sarif/index.d.ts" };

/// Looks for what keeps people from using a page; the browser tests run it in every page that they picture.
pub(crate) const AXE: NpmTool = NpmTool { package: "axe-core", version: "4.14.1", file: "axe-core/axe.min.js" };

/// A systemd that can be started has started and ended long before.
const BOOT_LIMIT: Duration = Duration::from_mins(1);

/// A part that tests may need; each is a feature of the crate `tests`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// The binary `muster`; always there, as it was just built.
    System,
    /// Chromium and its driver, and the desk.
    Browser,
    /// Browsers of other engines than Chromium's, and a display for them.
    Engines,
    /// LibreOffice Calc.
    Spreadsheet,
    /// Node, TypeScript with the types of SARIF, and the npm package.
    Node,
    /// Schemathesis, which asks every route of the API.
    Schemathesis,
    /// A systemd that can be started in a namespace.
    Systemd,
}

impl Part {
    /// Its feature's name.
    pub(crate) fn feature(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Browser => "browser",
            Self::Engines => "engines",
            Self::Spreadsheet => "spreadsheet",
            Self::Node => "node",
            Self::Schemathesis => "schemathesis",
            Self::Systemd => "systemd",
        }
    }
}

/// The test files that need parts, and need none that is missing, by the manifest of the crate `tests`.
pub(crate) fn runnable_tests(manifest: &str, parts: &[Part]) -> Vec<String> {
    let has = |feature: &str| parts.iter().any(|part| part.feature() == feature);
    let blocks = manifest.split("[[test]]").skip(1);
    let tests = blocks.filter_map(|block| {
        let value = |key: &str| {
            let line = block.lines().find(|line| line.starts_with(key))?;
            Some(line.split('"').skip(1).step_by(2).collect::<Vec<_>>())
        };
        let (name, needed) = (value("name")?, value("required-features")?);
        needed.iter().all(|feature| has(feature)).then(|| name.concat())
    });
    // The engine's own random cases, once more: now with the engine in wasm beside.
    tests.chain(has(Part::Node.feature()).then(|| "fuzz".to_owned())).collect()
}

/// The parts that are there, after installing what may be installed; the rest is added to `skipped`.
pub(crate) fn available(has_wasm: bool, skipped: &mut Vec<String>) -> Vec<Part> {
    let mut parts = vec![Part::System];
    if is_there("Chromium and its driver", has_browser, &["chromium", "chromium-driver", "fonts-noto-core"], skipped)
        && has_wasm
    {
        parts.push(Part::Browser);
    }
    if is_there("LibreOffice Calc", has_spreadsheet, &["libreoffice-calc-nogui"], skipped) {
        parts.push(Part::Spreadsheet);
    }
    if is_there("Node and npm", has_node, &["nodejs", "npm"], skipped) && has_wasm {
        parts.push(Part::Node);
    }
    if is_there("systemd-nspawn", has_nspawn, &["systemd", "systemd-container"], skipped) {
        if boots() {
            parts.push(Part::Systemd);
        } else {
            skipped.push("tests under systemd: systemd-nspawn can't start one here (it needs root)".to_owned());
        }
    }
    match schemathesis::find_or_install() {
        Ok(_) => parts.push(Part::Schemathesis),
        Err(missing) => skipped.push(format!("tests with Schemathesis: {missing}")),
    }
    parts
}

/// What the tests in several browsers are told by their environment; nothing where there is no display for them. A browser
/// that can't be had is left out, and added to `skipped`. `WebKit` draws many times slower than the others where there is no
/// graphics card: it is tried where every browser is asked for.
pub(crate) fn engines(every: bool, skipped: &mut Vec<String>) -> Option<Vec<(&'static str, OsString)>> {
    let display = &["xvfb", "xdotool", "poppler-utils"];
    if !is_there("a display that nobody sees", has_display, display, skipped) {
        return None;
    }
    let mut names = vec!["chromium"];
    let mut told = Vec::new();
    if is_there("Firefox", has_firefox, &["firefox-esr"], skipped) {
        match tools::geckodriver() {
            Ok(program) => {
                names.push("firefox");
                told.push(("MUSTER_GECKODRIVER", program.into_os_string()));
            }
            Err(missing) => skipped.push(format!("tests in Firefox: {missing}")),
        }
    }
    let webkit = &["webkit2gtk-driver", "libwebkit2gtk-4.1-0"];
    if every && is_there("WebKitGTK and its driver", has_webkit, webkit, skipped) {
        names.push("webkit");
    }
    told.push(("MUSTER_BROWSERS", names.join(",").into()));
    Some(told)
}

fn has_display() -> bool {
    ["Xvfb", "xdotool", "pdftotext"].into_iter().all(children::is_on_path)
}

fn has_firefox() -> bool {
    children::is_on_path("firefox-esr")
}

fn has_webkit() -> bool {
    children::is_on_path("WebKitWebDriver")
}

/// Whether PostgreSQL's server is there, after installing it if that is allowed; else it is added to `skipped`. Its tests look
/// for a pooler by themselves.
pub(crate) fn postgres_is_there(skipped: &mut Vec<String>) -> bool {
    let has_server = is_there("PostgreSQL's server", has_postgres, &["postgresql"], skipped);
    has_server && {
        is_there("PgBouncer", has_pgbouncer, &["pgbouncer"], skipped);
        true
    }
}

/// Whether `PgBouncer` is where its tests look for it.
fn has_pgbouncer() -> bool {
    std::path::Path::new("/usr/sbin/pgbouncer").is_file()
}

/// Whether PostgreSQL's server is installed: on the PATH, or where Debian keeps it.
pub(crate) fn has_postgres() -> bool {
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    children::is_on_path("initdb") || versions.into_iter().any(|version| version.path().join("bin/initdb").is_file())
}

fn is_there(name: &str, present: fn() -> bool, packages: &[&str], skipped: &mut Vec<String>) -> bool {
    if present() {
        println!("    {name}: installed");
        return true;
    }
    if debian::may_install() {
        println!("    {name}: installing {}", packages.join(" "));
        match debian::install(packages) {
            Ok(()) if present() => return true,
            Ok(()) => println!("    {name}: installed, but its program is not on the PATH"),
            Err(problem) => println!("    {name}: {problem}"),
        }
    }
    let line = format!("tests with {name}: not installed (Debian: {})", packages.join(" "));
    println!("    {line}");
    skipped.push(line);
    false
}

fn has_browser() -> bool {
    children::is_on_path("chromium") && children::is_on_path("chromedriver")
}

fn has_nspawn() -> bool {
    children::is_on_path("systemd-nspawn")
}

/// Whether a systemd can be started beside the machine's own: this starts one that ends at once.
fn boots() -> bool {
    let mut boot = Command::new("systemd-nspawn");
    boot.args(["--quiet", "--boot", "--volatile=yes", "--directory=/", "--register=no", "--keep-unit", "--"]);
    boot.args(["systemd.firstboot=no", "systemd.unit=poweroff.target"]);
    children::run_within(BOOT_LIMIT, &mut boot)
}

fn has_node() -> bool {
    children::is_on_path("node") && children::is_on_path("npm")
}

fn has_spreadsheet() -> bool {
    children::is_on_path("soffice")
}

#[cfg(test)]
mod tests {
    use super::{Part, runnable_tests};

    #[test]
    fn a_test_runs_where_all_that_it_needs_is_there() {
        let manifest = "[features]\nsystem = []\n\n[[test]]\nname = \"tidy\"\n\n[[test]]\nname = \"imports\"\n\
                        required-features = [\"system\"]\n\n[[test]]\nname = \"desk\"\n\
                        required-features = [\"system\", \"browser\"]\n\n[lints]\nworkspace = true\n";
        assert_eq!(runnable_tests(manifest, &[Part::System]), ["imports"]);
        assert_eq!(runnable_tests(manifest, &[Part::System, Part::Browser]), ["imports", "desk"]);
        assert_eq!(runnable_tests(manifest, &[Part::System, Part::Node]), ["imports", "fuzz"]);
    }
}
