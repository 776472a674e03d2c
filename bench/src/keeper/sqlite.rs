//! The same by hand on SQLite, with the program `sqlite3`: a table with a column for each of the directory's.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::{COLUMN, Yardstick};

/// A database that was made by hand.
pub(super) struct Hand {
    file: PathBuf,
}

impl Hand {
    /// Loads the people.
    pub(super) fn new(folder: &Path, people: &Path) -> Result<Self, String> {
        let hand = Self { file: folder.join("hand.db") };
        hand.sql(&format!(
            ".bail on\nPRAGMA journal_mode = WAL;\n.import --csv {} people\n\
             CREATE UNIQUE INDEX people_by_username ON people (Username);\n\
             CREATE TABLE changes (revision INTEGER NOT NULL, position INTEGER NOT NULL, person INTEGER NOT NULL,\n\
                 header TEXT NOT NULL, old TEXT, new TEXT NOT NULL, PRIMARY KEY (revision, position)) STRICT;\n\
             CREATE INDEX changes_of_person ON changes (person, revision);\n",
            people.display()
        ))?;
        Ok(hand)
    }

    fn sql(&self, sql: &str) -> Result<(), String> {
        let failed = |error: std::io::Error| format!("sqlite3 (Debian: sqlite3): {error}");
        let mut child = Command::new("sqlite3")
            .arg(&self.file)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .map_err(failed)?;
        if let Some(mut input) = child.stdin.take() {
            input.write_all(sql.as_bytes()).map_err(failed)?;
        }
        let status = child.wait().map_err(failed)?;
        if status.success() { Ok(()) } else { Err(format!("sqlite3 failed ({status})")) }
    }
}

impl Yardstick for Hand {
    fn name(&self) -> &'static str {
        "`sqlite3`"
    }

    fn extract(&self) -> Result<u64, String> {
        let mut command = Command::new("sqlite3");
        command.args(["-readonly", "-csv", "-header"]).arg(&self.file).arg("SELECT * FROM people");
        super::bytes_of(command)
    }

    fn change(&self, file: &Path) -> Result<(), String> {
        self.sql(&format!(
            ".bail on\nPRAGMA synchronous = FULL;\nCREATE TEMP TABLE new (username TEXT PRIMARY KEY, value TEXT);\n\
             .import --csv --skip 1 --schema temp {} new\n\
             BEGIN IMMEDIATE;\n\
             INSERT INTO changes (revision, position, person, header, old, new)\n\
                 SELECT (SELECT coalesce(max(revision), 0) + 1 FROM changes), row_number() OVER (), people.rowid,\n\
                        '{COLUMN}', people.{COLUMN}, new.value\n\
                 FROM new JOIN people ON people.Username = new.username;\n\
             UPDATE people SET {COLUMN} = new.value FROM new WHERE people.Username = new.username;\n\
             COMMIT;\n",
            file.display()
        ))
    }
}
