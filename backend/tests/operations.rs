//! Operating Muster by its commands: admins and tokens without a browser, nightly feeds against a running server, the
//! audit, backups, the configuration, the log.

#![cfg(unix)]

use std::fs;
use std::io::{BufRead, BufReader, Lines};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Output, Stdio};

use tempfile::TempDir;

/// Names that are nowhere but in the directory: none of them may come into the log.
const PLANTED: [&str; 3] = ["Quillfeather", "zanzibar", "Ottoline"];
const PEOPLE: &str = "Username,WorkEmail,FirstName,LastName,OfficialLocation\n\
    ottoline@zanzibar.example,ottoline@zanzibar.example,Ottoline,Quillfeather,Main\n\
    bob@zanzibar.example,bob@zanzibar.example,Bob,Quillfeather,Main\n\
    cat@zanzibar.example,cat@zanzibar.example,Cat,Quillfeather,Main\n";

/// A folder with a database and people, and a server on it.
struct Server {
    folder: TempDir,
    child: Child,
    /// Kept open, as the server may say more.
    output: Lines<BufReader<ChildStdout>>,
    address: String,
    token: String,
}

impl Server {
    fn start() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        fs::write(folder.path().join("people.csv"), PEOPLE).expect("the people are written");
        let (child, output, address) = serve(folder.path());
        done(&muster(folder.path(), &["admin", "invite", "ed@zanzibar.example", "--name", "Ed", "--role", "editor"]));
        let token = ["token", "create", "--admin", "ed@zanzibar.example", "--name", "feed", "--scope", "import"];
        let token = done(&muster(folder.path(), &[&token[..], &["--scope", "read"]].concat())).trim().to_owned();
        Self { folder, child, output, address, token }
    }

    /// A command as a nightly job runs it: address and token in the environment.
    fn job(&self, words: &[&str]) -> Output {
        command(self.folder.path(), words)
            .env("MUSTER_SERVER", format!("http://{}", self.address))
            .env("MUSTER_TOKEN", &self.token)
            .output()
            .expect("muster runs")
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.folder.path().join(name), text).expect("the file is written");
    }

    fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("log")).expect("the log is there")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_nightly_feed_is_looked_at_first_and_applied_within_bounds() {
    let server = Server::start();
    server.write("feed.csv", "Username,FirstName\nbob@zanzibar.example,Bobby\ncat@zanzibar.example,Cate\n");
    let dry = server.job(&["import", "feed.csv", "--dry-run"]);
    assert!(done(&dry).contains("1 same") || done(&dry).contains("2 changed"), "{}", said(&dry));
    assert!(said(&dry).contains("dry run"), "{}", said(&dry));

    let over = server.job(&["import", "feed.csv", "--most-updated", "1"]);
    assert_eq!(over.status.code(), Some(3), "{}", said(&over));
    assert!(said(&over).contains("2 people would be changed, at most 1 may"), "{}", said(&over));
    let short = server.job(&["import", "feed.csv", "--fewest-rows", "100"]);
    assert_eq!(short.status.code(), Some(3), "{}", said(&short));

    let applied = server.job(&["import", "feed.csv", "--note", "nightly"]);
    assert!(done(&applied).contains("revision 2"), "{}", said(&applied));
    let again = server.job(&["import", "feed.csv"]);
    assert!(again.status.success() && said(&again).contains("nothing to do"), "{}", said(&again));

    server.write("bad.csv", "Username,FirstName\nnobody@zanzibar.example,No\n");
    let bad = server.job(&["import", "bad.csv"]);
    assert_eq!(bad.status.code(), Some(1), "{}", said(&bad));
    assert!(!said(&bad).contains("zanzibar"), "values stay out of what is printed: {}", said(&bad));

    done(&server.job(&["extract", "--output", "out.csv", "--plain", "--columns", "FirstName"]));
    let extract = fs::read_to_string(server.folder.path().join("out.csv")).expect("the extract");
    assert!(extract.contains("bob@zanzibar.example,Bobby,2\n"), "{extract}");
    let past = done(&server.job(&["extract", "--output", "-", "--plain", "--columns", "FirstName", "--at", "1"]));
    assert!(past.contains("bob@zanzibar.example,Bob,1\n"), "{past}");
}

#[test]
fn a_feed_over_the_risk_budget_needs_its_number_and_a_system_admin() {
    let server = Server::start();
    let rows = (0..20).map(|n| format!("new{n}@zanzibar.example,new{n}@zanzibar.example,New,Person\n"));
    let file = format!("Username,WorkEmail,FirstName,LastName\n{}", rows.collect::<String>());
    server.write("many.csv", &file);
    let words = ["import", "many.csv", "--create", "allow", "--acknowledge-warnings"];
    let stopped = server.job(&words);
    assert_eq!(stopped.status.code(), Some(3), "{}", said(&stopped));
    assert!(said(&stopped).contains("--acknowledge-changes 20"), "{}", said(&stopped));
    let wrong = server.job(&[&words[..], &["--acknowledge-changes", "19"]].concat());
    assert_eq!(wrong.status.code(), Some(3), "{}", said(&wrong));
    let right = [&words[..], &["--acknowledge-changes", "20"]].concat();
    let editors = server.job(&right);
    assert_eq!(editors.status.code(), Some(2), "{}", said(&editors));
    assert!(said(&editors).contains("ask a system admin"), "{}", said(&editors));
    done(&muster(server.folder.path(), &["admin", "role", "ed@zanzibar.example", "system-admin"]));
    assert!(done(&server.job(&right)).contains("revision 2"));
}

#[test]
fn an_undo_is_looked_at_made_and_taken_back_by_a_command() {
    let server = Server::start();
    server.write("feed.csv", "Username,FirstName\nbob@zanzibar.example,Bobby\ncat@zanzibar.example,Cate\n");
    done(&server.job(&["import", "feed.csv"]));
    let names = |server: &Server| {
        done(&server.job(&["extract", "--output", "-", "--plain", "--columns", "FirstName", "--no-revision"]))
    };
    let changed = names(&server);
    let dry = server.job(&["undo", "2", "--dry-run"]);
    assert!(done(&dry).contains("2 cells would be put back, 0 were edited since"), "{}", said(&dry));
    assert_eq!(names(&server), changed, "a dry run changes nothing");
    assert!(done(&server.job(&["undo", "2", "--note", "too early"])).contains("at revision 3"));
    assert!(names(&server).contains("bob@zanzibar.example,Bob\n"), "{}", names(&server));
    assert!(done(&server.job(&["undo", "3"])).contains("at revision 4"), "an undo is undone");
    assert_eq!(names(&server), changed);

    server.write("later.csv", "Username,FirstName\nbob@zanzibar.example,Rob\n");
    done(&server.job(&["import", "later.csv", "--no-base"]));
    let conflict = server.job(&["undo", "4"]);
    assert_eq!(conflict.status.code(), Some(3), "{}", said(&conflict));
    assert!(said(&conflict).contains("somebody must decide"), "{}", said(&conflict));
    assert_eq!(server.job(&["undo", "99"]).status.code(), Some(2));
    assert!(names(&server).contains("bob@zanzibar.example,Rob\n"), "nothing was changed");
}

#[test]
fn a_feed_that_may_not_or_can_not_says_so() {
    let server = Server::start();
    server.write("feed.csv", "Username,FirstName\nbob@zanzibar.example,Bobby\n");
    let folder = server.folder.path();
    let address = format!("http://{}", server.address);
    let guessed = muster(folder, &["import", "feed.csv", "--server", &address, "--token", "muster_guessed"]);
    assert_eq!(guessed.status.code(), Some(2));
    assert!(said(&guessed).contains("You aren't signed in"), "{}", said(&guessed));
    let nowhere = muster(folder, &["extract", "--server", "http://127.0.0.1:1", "--token", "x"]);
    assert_eq!(nowhere.status.code(), Some(2));
    assert!(said(&nowhere).contains("can't be reached"), "{}", said(&nowhere));

    let listed = done(&muster(folder, &["token", "list", "--admin", "ed@zanzibar.example"]));
    assert!(listed.contains("feed") && !listed.contains(&server.token), "{listed}");
    done(&muster(folder, &["token", "revoke", "1", "--admin", "ed@zanzibar.example"]));
    assert_eq!(server.job(&["import", "feed.csv"]).status.code(), Some(2));
}

#[test]
fn admins_are_looked_after_at_the_database() {
    let server = Server::start();
    let folder = server.folder.path();
    let invite = ["admin", "invite", "ann@zanzibar.example", "--name", "Ann", "--role", "system-admin"];
    let link = done(&muster(folder, &[&invite[..], &["--public-url", "https://muster.example.com"]].concat()));
    assert!(link.contains("https://muster.example.com/password#"), "{link}");
    let last = muster(folder, &["admin", "disable", "ann@zanzibar.example"]);
    assert_eq!(last.status.code(), Some(2));
    assert!(said(&last).contains("last system admin"), "{}", said(&last));
    let list = done(&muster(folder, &["admin", "role", "ed@zanzibar.example", "viewer"]));
    assert!(list.contains("ed@zanzibar.example\tviewer\tinvited\tEd"), "{list}");
    assert!(done(&muster(folder, &["admin", "reset-link", "ann@zanzibar.example"])).contains("/password#"));
}

#[test]
fn the_log_names_nobody() {
    let server = Server::start();
    server.write("feed.csv", "Username,FirstName,LastName\nottoline@zanzibar.example,Ottoline,Quillfeather-Byrd\n");
    server
        .write("bad.csv", "Username,FirstName\nottoline@zanzibar.example,Ottoline\nottoline@zanzibar.example,\"Ott\n");
    server.write("new.csv", "Username,Nickname\nzanzibar@zanzibar.example,Quillfeather\n");
    done(&server.job(&["import", "feed.csv", "--note", "for Ottoline Quillfeather"]));
    for refused in ["bad.csv", "new.csv"] {
        assert_eq!(server.job(&["import", refused]).status.code(), Some(1));
    }
    done(&server.job(&["extract", "--output", "-"]));
    assert_eq!(server.job(&["extract", "--columns", "Quillfeather"]).status.code(), Some(2));
    let log = server.log();
    assert!(log.lines().count() > 10, "{log}");
    for line in log.lines() {
        let _: serde_json::Value = serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
    }
    for name in PLANTED {
        assert!(!log.to_lowercase().contains(&name.to_lowercase()), "{name} is in the log:\n{log}");
    }
}

#[test]
fn a_backup_made_while_it_runs_is_restored() {
    let mut server = Server::start();
    let folder = server.folder.path().to_owned();
    let backup = done(&muster(&folder, &["backup", "copy.db"]));
    assert!(backup.contains("revision 1"), "{backup}");
    for file in ["muster.db", "copy.db"] {
        let mode = fs::metadata(folder.join(file)).expect("a file").permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{file} holds personal data");
    }
    assert_eq!(muster(&folder, &["backup", "copy.db"]).status.code(), Some(2), "a backup isn't written over");
    server.write("feed.csv", "Username,FirstName\nbob@zanzibar.example,Bobby\n");
    done(&server.job(&["import", "feed.csv"]));

    let used = muster(&folder, &["restore", "copy.db", "--replace"]);
    assert_eq!(used.status.code(), Some(2), "{}", said(&used));
    assert!(said(&used).contains("stop it first"), "{}", said(&used));
    assert_eq!(muster(&folder, &["restore", "people.csv", "--replace"]).status.code(), Some(2), "that is no database");
    let _ = server.child.kill();
    let _ = server.child.wait();
    assert_eq!(muster(&folder, &["restore", "copy.db"]).status.code(), Some(2), "only with --replace");
    let restored = done(&muster(&folder, &["restore", "copy.db", "--replace"]));
    assert!(restored.contains("revision 1 again") && restored.contains("before-restore"), "{restored}");
    (server.child, server.output, server.address) = serve(&folder);
    let extract = done(&server.job(&["extract", "--output", "-", "--plain", "--columns", "FirstName"]));
    assert!(extract.contains("bob@zanzibar.example,Bob,1\n"), "{extract}");
    assert!(done(&muster(&folder, &["audit", "verify"])).contains("The audit holds"));
}

#[tokio::test]
async fn the_audit_names_its_first_broken_entry_and_a_lost_end() {
    use sqlx::Connection;
    let server = Server::start();
    let folder = server.folder.path();
    done(&server.job(&["extract", "--output", "-"]));
    let whole = done(&muster(folder, &["audit", "verify"]));
    let noted = whole.trim().rsplit(' ').next().expect("the newest entry").to_owned();
    done(&server.job(&["extract", "--output", "-"]));
    done(&muster(folder, &["audit", "verify", "--holds", &noted]));

    let address = format!("sqlite://{}", folder.join("muster.db").display());
    let mut database = sqlx::SqliteConnection::connect(&address).await.expect("opens");
    let newest: i64 = noted.split(':').next().and_then(|number| number.parse().ok()).expect("a number");
    sqlx::query("DELETE FROM audit WHERE number >= ?").bind(newest).execute(&mut database).await.expect("deletes");
    done(&muster(folder, &["audit", "verify"]));
    let cut = muster(folder, &["audit", "verify", "--holds", &noted]);
    assert_eq!(cut.status.code(), Some(1), "{}", said(&cut));
    sqlx::query("UPDATE audit SET act = 'nothing' WHERE number = 2").execute(&mut database).await.expect("updates");
    let broken = muster(folder, &["audit", "verify"]);
    assert_eq!(broken.status.code(), Some(1));
    assert!(said(&broken).contains("broken at entry 2"), "{}", said(&broken));
}

#[test]
fn the_configuration_in_force_is_printed_without_secrets() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = "listen = \"0.0.0.0:80\"\nmax-upload-mb = 8\nlog-json = true\n\
        database = \"postgres://ann:secret@db/muster\"\n";
    fs::write(folder.path().join("muster.toml"), file).expect("the file is written");
    let shown = command(folder.path(), &["config", "--config", "muster.toml", "--max-upload-mb", "9"])
        .env("MUSTER_LISTEN", "127.0.0.1:81")
        .output()
        .expect("muster runs");
    let shown = done(&shown);
    for line in ["listen = \"127.0.0.1:81\"", "max-upload-mb = 9", "log-json = true", "ann:********@db/muster"] {
        assert!(shown.contains(line), "{line} isn't in {shown}");
    }
    assert!(!shown.contains("secret"));
    fs::write(folder.path().join("wrong.toml"), "lissten = 1\n").expect("the file is written");
    let wrong = muster(folder.path(), &["config", "--config", "wrong.toml"]);
    assert!(wrong.status.code() == Some(2) && said(&wrong).contains("lissten"), "{}", said(&wrong));
}

fn serve(folder: &Path) -> (Child, Lines<BufReader<ChildStdout>>, String) {
    let log = fs::OpenOptions::new().create(true).append(true).open(folder.join("log")).expect("a log");
    let words = ["serve", "--listen", "127.0.0.1:0", "--seed", "people.csv", "--log-json", "--log", "debug"];
    let mut child = command(folder, &words).stdout(Stdio::piped()).stderr(log).spawn().expect("muster starts");
    let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
    let first = lines.next().expect("it says where it listens").expect("text");
    let address = first.strip_prefix("Muster listens on http://").expect(&first).to_owned();
    (child, lines, address)
}

fn command(folder: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_muster"));
    command.current_dir(folder).args(words).env_remove("MUSTER_CONFIG");
    command
}

fn muster(folder: &Path, words: &[&str]) -> Output {
    command(folder, words).output().expect("muster runs")
}

/// What a command printed that did what it was told.
fn done(output: &Output) -> String {
    assert!(output.status.success(), "{}", said(output));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}
