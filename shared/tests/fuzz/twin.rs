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
    let directories;
    for await (const line of createInterface({ input: process.stdin })) {
        const { all, held, upload, base, baseRevision, name, options } = JSON.parse(line);
        if (all) { directories = all.map(({ extract, revision }) => new Directory(Uint8Array.from(extract), { revision })); continue; }
        const before = base ? new Directory(Uint8Array.from(base), { revision: baseRevision }) : undefined;
        const review = new Review(Uint8Array.from(upload), { against: directories[held], base: before, name, options });
        const plan = review.checkJson();
        review.applySafeFixes();
        console.log(JSON.stringify([plan, review.checkJson()]));
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
        let all = seeds.directories.iter().map(|held| json!({"extract": held.extract, "revision": REVISION}));
        twin.say(&json!({"all": all.collect::<Vec<_>>()}));
        Some(twin)
    }

    /// The JSON of the plan in wasm, before any fix and after all safe ones.
    pub(crate) fn plans(&mut self, case: &Case) -> [String; 2] {
        self.say(&json!({
            "held": case.held, "upload": case.upload, "base": case.base, "baseRevision": BASE_REVISION, "name": NAME,
            "options": case.options,
        }));
        let mut line = String::new();
        self.hears.read_line(&mut line).expect("node answers");
        serde_json::from_str(&line).expect("two plans")
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
