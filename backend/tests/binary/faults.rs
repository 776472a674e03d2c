//! Stopped politely, on a full disk, and with clients that don't wait for their answer.

use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use crate::server::{Server, folder_with_people, signed_in};
use crate::work::{Prepared, phones_file};

const DATABASE: &str = "sqlite://muster.db";

#[test]
fn asked_to_stop_it_ends_well() {
    let folder = folder_with_people(10);
    let mut server = Server::start(&folder, DATABASE);
    assert!(server.link.as_ref().is_some_and(|line| line.contains("/set-up#") && line.contains("works once")));
    server.stop();
}

#[test]
fn on_a_full_disk_nothing_is_changed_and_that_is_said() {
    const PEOPLE: usize = 1_000;
    let folder = folder_with_people(PEOPLE);
    let mut server = Server::start(&folder, DATABASE);
    let cookie = signed_in(&server);
    server.stop();

    // The import needs some hundred kilobytes; a hundred are there.
    let server = Server::start_with_full_disk(&folder, DATABASE, 200);
    let prepared = Prepared::import(&server.client, &cookie, "k", phones_file(PEOPLE, 1));
    let before = server.client.people(&cookie, None);
    let answer = prepared.send(&server.client, &cookie).expect("an answer");
    assert_eq!((answer.status, answer.json()["type"].as_str()), (503, Some("/problems/storage-unavailable")));
    assert_eq!(server.client.revision(&cookie), 1);
    let read = server.client.send("GET", "/api/people", &cookie, &[], b"");
    assert_eq!(read.status, 200, "it still reads; {}", read.body);
    drop(server);

    let server = Server::start(&folder, DATABASE);
    assert!(server.client.people(&cookie, None) == before);
    let again = prepared.send(&server.client, &cookie).expect("an answer");
    assert_eq!((again.status, again.json()["revision"].as_u64()), (201, Some(2)), "{}", again.body);
}

#[test]
fn a_client_that_goes_away_loses_the_answer_and_nothing_else() {
    const PEOPLE: usize = 300;
    let folder = folder_with_people(PEOPLE);
    let server = Server::start(&folder, DATABASE);
    let cookie = signed_in(&server);
    for run in 1..=4 {
        let key = format!("run {run}");
        let prepared = Prepared::import(&server.client, &cookie, &key, phones_file(PEOPLE, run));
        // Before it has said all that it wants, nothing is done.
        prepared.send_half(&server.client, &cookie);
        assert_eq!(server.client.revision(&cookie), prepared.revision);
        // Whether the server had listened to the end or not: the same key completes it, once.
        prepared.send_and_leave(&server.client, &cookie);
        let again = prepared.send(&server.client, &cookie).expect("an answer");
        let done = (again.status, again.json()["revision"].as_u64());
        assert_eq!(done, (201, Some(prepared.revision + 1)), "{}", again.body);
        assert_eq!(server.client.revision(&cookie), prepared.revision + 1, "it was done once");
    }
}

#[test]
fn asked_to_stop_in_the_middle_it_finishes_or_does_nothing() {
    const PEOPLE: usize = 1_000;
    let folder = folder_with_people(PEOPLE);
    let mut server = Server::start(&folder, DATABASE);
    let cookie = signed_in(&server);
    let begun = Instant::now();
    Prepared::import(&server.client, &cookie, "usual", phones_file(PEOPLE, 1)).send(&server.client, &cookie);
    let usual = begun.elapsed();
    let mut finished = 0;
    for run in 2..=6 {
        let prepared = Prepared::import(&server.client, &cookie, &format!("run {run}"), phones_file(PEOPLE, run));
        let (told, answer) = mpsc::channel();
        let sent = thread::scope(|scope| {
            scope.spawn(|| told.send(prepared.send(&server.client, &cookie).map(|answer| answer.status)));
            let early = answer.recv_timeout(usual.mul_f64(f64::from(run - 2) / 8.0)).ok();
            server.ask_to_stop();
            early.or_else(|| answer.recv_timeout(Duration::from_mins(1)).ok()).flatten()
        });
        server.stop();
        server = Server::start(&folder, DATABASE);
        let now = server.client.revision(&cookie);
        match sent {
            Some(status) => {
                assert_eq!((status, now), (201, prepared.revision + 1), "what was in hand is finished and answered");
                finished += 1;
            }
            None => assert_eq!(now, prepared.revision, "what wasn't let in is not done"),
        }
        let again = prepared.send(&server.client, &cookie).expect("an answer");
        assert_eq!((again.status, again.json()["revision"].as_u64()), (201, Some(prepared.revision + 1)));
    }
    assert!(finished > 0, "something was in hand");
}

#[test]
fn when_a_full_disk_has_room_again_the_same_request_works() {
    const PEOPLE: usize = 1_000;
    let folder = folder_with_people(PEOPLE);
    // Where the system lets nobody mount a disk, the other test of a full one is all there is.
    let Some(server) = Server::start_on_small_disk(&folder, DATABASE, 8_192) else { return };
    let cookie = signed_in(&server);
    let prepared = Prepared::import(&server.client, &cookie, "k", phones_file(PEOPLE, 1));
    let ballast = server.own_file("ballast");
    let mut file = std::fs::File::create(&ballast).expect("a file");
    let full =
        std::iter::repeat_n([0_u8; 4096], 4_096).try_for_each(|block| std::io::Write::write_all(&mut file, &block));
    assert!(full.is_err(), "the disk is full");
    let refused = prepared.send(&server.client, &cookie).expect("an answer");
    assert_eq!((refused.status, refused.json()["type"].as_str()), (503, Some("/problems/no-room")));
    assert_eq!(server.client.revision(&cookie), 1, "it reads, and nothing was changed");
    std::fs::remove_file(&ballast).expect("the file goes");
    drop(file);
    let done = prepared.send(&server.client, &cookie).expect("an answer");
    assert_eq!((done.status, done.json()["revision"].as_u64()), (201, Some(2)), "{}", done.body);
}
