//! Files that are no tables, or larger than any, sent to the real server by several at once: each is refused in the time
//! that an honest file of its length takes, and whoever previews meanwhile doesn't wait for them.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::server::{Answer, Client, Server, folder_with_people, signed_in};

const PEOPLE: usize = 2_000;
const BYTES: usize = 2_000_000;
/// An honest file's every row is merged; one that is refused at once takes less, however busy the machine is. Before
/// there were bounds, each took hundreds of times as long.
const MOST_TIMES: u32 = 10;

fn preview(client: &Client, cookie: &str, file: &str) -> (Answer, Duration) {
    let request: Value = json!({ "file_name": "x.csv", "options": {}, "engine_version": shared::VERSION });
    let begun = Instant::now();
    let answer = client.import(cookie, "/api/imports/preview", "-", &request, file).expect("an answer");
    (answer, begun.elapsed())
}

fn until(bytes: usize, start: &str, piece: impl Fn(usize) -> String) -> String {
    let mut text = start.to_owned();
    for number in 0.. {
        if text.len() >= bytes {
            break;
        }
        text.push_str(&piece(number));
    }
    text
}

#[test]
fn no_tables_are_refused_at_once_and_nobody_waits_for_them() {
    let folder = folder_with_people(PEOPLE);
    let server = Server::start(&folder, "sqlite://muster.db");
    let (client, cookie) = (&server.client, signed_in(&server));
    let honest = until(BYTES, "Username,FirstName,Biography\n", |number| {
        format!("p{:04}@example.com,Patty,{}\n", number % PEOPLE, "Told at length. ".repeat(60))
    });
    let (answer, alone) = preview(client, &cookie, &honest);
    assert_eq!(answer.status, 200, "{}", answer.body);
    let most = alone * MOST_TIMES + Duration::from_secs(1);

    let refused = [
        ("a".repeat(BYTES), "H001", "The first line has 2,000,000 characters; at most 128,000 are read."),
        (until(BYTES, "[", |number| format!("{{\"name\":\"p{number}\"}},")), "B002", "This is a JSON file"),
        (
            until(BYTES / 20, "Username", |number| format!(",{number:x}")),
            "H001",
            "cells; at most 2,000 columns are read.",
        ),
        ("ID;PWXL;N;E\r\nP;PGeneral\r\nC;Y1;X1;K\"Username\"\r\n".to_owned(), "B002", "SYLK"),
    ];
    std::thread::scope(|scope| {
        for (file, code, words) in &refused {
            let cookie = &cookie;
            for _ in 0..2 {
                scope.spawn(move || {
                    let (answer, took) = preview(client, cookie, file);
                    assert_eq!(answer.status, 422, "{words}: {}", answer.body);
                    let problem = answer.json();
                    assert_eq!(
                        (&problem["type"], &problem["code"]),
                        (&json!("/problems/file-not-read"), &json!(code)),
                        "{problem}"
                    );
                    assert!(problem["detail"].as_str().is_some_and(|detail| detail.contains(words)), "{problem}");
                    assert!(problem["what_to_do"].as_str().is_some_and(|text| text.len() > 20), "{problem}");
                    println!("{took:?} for {words}");
                    assert!(took < most, "{took:?}, and an honest file took {alone:?}: {words}");
                });
            }
        }
        let colleague = "Username,FirstName\np0001@example.com,Patty\n";
        for _ in 0..4 {
            let (answer, took) = preview(client, &cookie, colleague);
            assert_eq!((answer.status, &answer.json()["counts"]["updated"]), (200, &json!(1)), "{}", answer.body);
            println!("a colleague waited {took:?}");
            assert!(took < most, "{took:?}, and an honest file of 2 MB took {alone:?}");
        }
    });
}
