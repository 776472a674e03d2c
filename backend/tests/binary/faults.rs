//! Stopped politely, on a full disk, and with clients that don't wait for their answer.

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
        // Whether the server had listened to the end or not: the same key completes it, once.
        prepared.send_and_leave(&server.client, &cookie);
        let again = prepared.send(&server.client, &cookie).expect("an answer");
        let done = (again.status, again.json()["revision"].as_u64());
        assert_eq!(done, (201, Some(prepared.revision + 1)), "{}", again.body);
        assert_eq!(server.client.revision(&cookie), prepared.revision + 1, "it was done once");
    }
}
