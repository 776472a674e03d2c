//! A database that is gone, damaged, empty, full, read-only or another one: noticed at the start, by `ready`, and before an
//! answer says that something was done.

use std::fs;
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;
use std::process::Command;

use crate::server::{Server, folder_with_people, signed_in};
use crate::work::{Prepared, phones_file};

const DATABASE: &str = "sqlite://muster.db";
const PEOPLE: usize = 300;

/// What `muster serve` says when it doesn't start.
fn refusal(folder: &Path, database: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_muster"))
        .current_dir(folder)
        .args(["serve", "--listen", "127.0.0.1:0", "--database", database])
        .output()
        .expect("muster runs");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success() && output.stdout.is_empty(), "it started: {said}");
    said
}

#[test]
fn a_file_that_is_deleted_or_replaced_is_noticed_before_anything_is_called_done() {
    for replaced in [false, true] {
        let folder = folder_with_people(PEOPLE);
        let file = folder.path().join("muster.db");
        let server = Server::start(&folder, DATABASE);
        let cookie = signed_in(&server);
        let prepared = Prepared::import(&server.client, &cookie, "k", phones_file(PEOPLE, 1));
        let ready = || server.client.send("GET", "/api/health/ready", &cookie, &[], b"").status;
        assert_eq!(ready(), 200);
        if replaced {
            fs::copy(&file, folder.path().join("copy.db")).expect("copied");
            fs::rename(folder.path().join("copy.db"), &file).expect("replaced");
        } else {
            fs::remove_file(&file).expect("deleted");
        }
        let answer = prepared.send(&server.client, &cookie).expect("an answer");
        assert_eq!((answer.status, ready()), (503, 503), "{}", answer.body);
    }
}

#[test]
fn an_empty_file_is_no_new_directory() {
    let folder = folder_with_people(1);
    fs::write(folder.path().join("muster.db"), b"").expect("written");
    let said = refusal(folder.path(), DATABASE);
    assert!(said.contains("is empty") && said.contains("muster restore"), "{said}");
    fs::remove_file(folder.path().join("muster.db")).expect("deleted");
    assert!(Server::start(&folder, DATABASE).link.is_some(), "where there is none, one is begun");
}

#[test]
fn a_damaged_file_is_refused_at_the_start() {
    let folder = folder_with_people(PEOPLE);
    let mut server = Server::start(&folder, DATABASE);
    server.stop();
    let path = folder.path().join("muster.db");
    let whole = fs::read(&path).expect("a file");
    let pages = whole.len() / 4096;
    for page in [pages / 4, pages / 2, pages - 2] {
        let mut file = fs::OpenOptions::new().write(true).open(&path).expect("opens");
        file.seek(SeekFrom::Start(page as u64 * 4096)).expect("seeks");
        file.write_all(&[0xa5; 4096]).expect("writes");
        drop(file);
        let said = refusal(folder.path(), DATABASE);
        assert!(said.contains("damaged"), "page {page}: {said}");
        fs::write(&path, &whole).expect("as it was");
    }
    drop(Server::start(&folder, DATABASE));
}

#[test]
fn parts_that_killed_backups_left_go_with_the_next_one_and_nobody_elses() {
    let folder = folder_with_people(1);
    let server = Server::start(&folder, DATABASE);
    let old = std::time::SystemTime::now() - std::time::Duration::from_hours(2);
    let left = |name: &str, at: Option<std::time::SystemTime>| {
        let path = folder.path().join(name);
        let file = fs::File::create(&path).expect("a file");
        if let Some(at) = at {
            file.set_modified(at).expect("its time");
        }
        path
    };
    let killed: Vec<_> =
        ["a.db.muster-part", "b.db.muster-part-journal", "c.db.muster-part-wal", "d.db.muster-part-shm"]
            .into_iter()
            .map(|name| left(name, Some(old)))
            .collect();
    let stay = [left("film.part", Some(old)), left("now.db.muster-part", None), left("part-wal", Some(old))];
    let made =
        Command::new(env!("CARGO_BIN_EXE_muster")).current_dir(folder.path()).args(["backup", "whole.db"]).output();
    assert!(made.expect("muster runs").status.success());
    assert!(killed.iter().all(|path| !path.exists()));
    assert!(stay.iter().all(|path| path.exists()));
    drop(server);
}

#[cfg(feature = "postgres-tests")]
mod postgresql {
    use cluster::Cluster;

    use super::{DATABASE, refusal};
    use crate::server::{Server, folder_with_people, signed_in};

    fn name_of(address: &str) -> &str {
        address.trim_start_matches("postgres:///").split('?').next().expect("a name")
    }

    #[test]
    fn a_database_that_lacks_letters_only_reads_or_hides_a_directory_is_refused_with_words() {
        let folder = folder_with_people(1);
        let cluster = Cluster::shared();
        cluster
            .sql("postgres", "CREATE DATABASE latin TEMPLATE template0 ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C'");
        let said = refusal(folder.path(), &cluster.address("latin"));
        assert!(said.contains("LATIN1") && said.contains("ENCODING 'UTF8'"), "{said}");

        let address = cluster.database();
        let server = Server::start(&folder, &address);
        drop(server);
        cluster.sql(name_of(&address), "CREATE SCHEMA postgres");
        let said = refusal(folder.path(), &address);
        assert!(said.contains("schema public") && said.contains("search_path"), "{said}");
        cluster.sql(name_of(&address), "DROP SCHEMA postgres");
        cluster
            .sql("postgres", &format!("ALTER DATABASE {} SET default_transaction_read_only = on", name_of(&address)));
        let said = refusal(folder.path(), &address);
        assert!(said.contains("read only"), "{said}");
    }

    #[test]
    fn addresses_that_mean_something_else_are_refused_with_words() {
        let folder = folder_with_people(1);
        for (address, word) in [
            ("postgres://u@a.invalid,b.invalid/muster", "several hosts"),
            ("postgres://u@127.0.0.1:1/muster?host=a,b", "several hosts"),
            ("postgres://u@127.0.0.1:1/muster?ssl_mode=require", "sslmode"),
            ("postgres://u@127.0.0.1:1/muster?target_session_attrs=read-write", "target_session_attrs"),
            ("postgres://u:w/o@127.0.0.1:1/muster", "%2F"),
            ("postgres://u@127.0.0.1:1/muster", "refused"),
        ] {
            let said = refusal(folder.path(), address);
            assert!(said.contains(word), "{address}: {said}");
            assert!(!said.contains("busy"), "{said}");
        }
        assert!(Server::start(&folder, DATABASE).link.is_some());
    }

    #[test]
    fn a_database_that_turns_read_only_is_noticed_and_forgotten() {
        let folder = folder_with_people(1);
        let cluster = Cluster::shared();
        let address = cluster.database();
        let server = Server::start(&folder, &address);
        let cookie = signed_in(&server);
        let name = name_of(&address);
        let set = |value: &str| {
            cluster.sql("postgres", &format!("ALTER DATABASE {name} SET default_transaction_read_only = {value}"));
            let end = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
            cluster.sql(name, &format!("SET default_transaction_read_only = off; {end}"));
        };
        let get = |path: &str| server.client.send("GET", path, &cookie, &[], b"").status;
        set("on");
        assert_eq!((get("/api/extract"), get("/api/health/ready")), (503, 503));
        set("off");
        // Each connection from that time is met once at most.
        let mut tries = 0;
        while (get("/api/extract"), get("/api/health/ready")) != (200, 200) {
            tries += 1;
            assert!(tries < 20, "it never went on");
        }
    }
}
