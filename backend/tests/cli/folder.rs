//! A folder with files, and muster run in it.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// Two people, as an extract has them.
pub(crate) const DIRECTORY: &str = "\
Username,WorkEmail,FirstName,LastName,EmployeeId,OfficialLocation,WorkMobilePhone,AccountState,Revision
ann@example.com,ann@example.com,Ann,Lee,00017,Main\\|HQ,'+1 555 0117,ACTIVE,3
ben@example.com,ben@example.com,Ben,Ode,00018,Factory,'+1 555 0118,ACTIVE,4
";

pub(crate) struct Folder(tempfile::TempDir);

impl Folder {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder for the test"))
    }

    pub(crate) fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.path().join(name);
        std::fs::write(&path, content).expect("a file of the test");
        path
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.0.path().join(name)).expect("a file that muster wrote")
    }

    pub(crate) fn muster(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_muster"));
        command.current_dir(self.0.path()).args(arguments).env_remove("CLICOLOR_FORCE").stdin(Stdio::null());
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        Ran::of(&self.muster(arguments).output().expect("muster runs"))
    }
}

#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) output: String,
    pub(crate) remarks: String,
}

impl Ran {
    pub(crate) fn of(output: &Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("text");
        Self { code: output.status.code(), output: text(&output.stdout), remarks: text(&output.stderr) }
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.output).expect("one JSON object")
    }

    pub(crate) fn says(&self, all: &[&str]) {
        for words in all {
            assert!(self.output.contains(words), "“{words}” is missing in\n{}\n{}", self.output, self.remarks);
        }
    }
}
