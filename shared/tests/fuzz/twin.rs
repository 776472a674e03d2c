//! The same engine in wasm: Node with the npm package, which `MUSTER_PACKAGE` names. Without that nothing is asked.

use crate::checks::NAME;
use crate::seeds::{BASE_REVISION, Case, REVISION, Seeds};
use serde_json::json;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

/// One line in, one line out; bytes travel as lists of numbers.
const SCRIPT: &str = r#"
    const { Directory, Review } = await import(process.env.MUSTER_PACKAGE + "/node.js");
    const { createInterface } = await import("node:readline");
    let against;
    for await (const line of createInterface({ input: process.stdin })) {
        const { directory, revision, upload, base, baseRevision, name, options } = JSON.parse(line);
        if (directory) { against = new Directory(Uint8Array.from(directory), { revision }); continue; }
        const before = base ? new Directory(Uint8Array.from(base), { revision: baseRevision }) : undefined;
        const review = new Review(Uint8Array.from(upload), { against, base: before, name, options });
        console.log(review.checkJson());
        review.free();
        before?.free();
    }
"#;

pub(crate) struct Twin {
    child: Child,
    asks: ChildStdin,
    hears: BufReader<ChildStdout>,
}

impl Twin {
    pub(crate) fn start(seeds: &Seeds) -> Option<Self> {
        std::env::var_os("MUSTER_PACKAGE")?;
        let mut child = Command::new("node")
            .args(["--input-type=module", "--eval", SCRIPT])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("node starts");
        let (asks, hears) = (child.stdin.take().expect("a pipe"), child.stdout.take().expect("a pipe"));
        let mut twin = Self { child, asks, hears: BufReader::new(hears) };
        twin.say(&json!({"directory": seeds.directory, "revision": REVISION}));
        Some(twin)
    }

    /// The plan's JSON in wasm.
    pub(crate) fn plan(&mut self, case: &Case) -> String {
        self.say(&json!({
            "upload": case.upload, "base": case.base, "baseRevision": BASE_REVISION, "name": NAME, "options": case.options,
        }));
        let mut line = String::new();
        self.hears.read_line(&mut line).expect("node answers");
        line.trim_end().to_owned()
    }

    fn say(&mut self, message: &serde_json::Value) {
        writeln!(self.asks, "{message}").expect("node listens");
    }
}

impl Drop for Twin {
    fn drop(&mut self) {
        // Whether it still runs or not: it is to end.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
