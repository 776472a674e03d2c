//! Extracts: columns, forms, the past, and not sending what is known.

use axum::http::StatusCode;
use shared::options::{Create, Options};

use super::app::{App, PEOPLE};

#[tokio::test]
async fn an_extract_is_sent_compressed_to_who_understands_it_and_once() {
    use std::io::Read;
    let (_app, mut admin) = App::with_people().await;
    let address = "/api/extract?profile=true&format=plain";
    let plain = admin.get(address).await;
    let packed = admin.get_with(address, &[("accept-encoding", "gzip")]).await;
    assert_eq!((packed.header("content-encoding"), plain.header("content-encoding")), ("gzip", ""));
    let mut unpacked = Vec::new();
    flate2::read::GzDecoder::new(packed.body.as_slice()).read_to_end(&mut unpacked).expect("gzip");
    assert!(unpacked == plain.body && packed.body.len() < plain.body.len());
    let known = [("accept-encoding", "gzip"), ("if-none-match", packed.header("etag"))];
    let again = admin.get_with(address, &known).await;
    assert_eq!((again.status, again.body.len()), (StatusCode::NOT_MODIFIED, 0));
}

#[tokio::test]
async fn an_extract_holds_all_user_data_in_the_form_that_is_asked_for() {
    let (_app, mut admin) = App::with_people().await;
    let answer = admin.get("/api/extract").await;
    assert_eq!(answer.header("content-type"), "text/csv; charset=utf-8");
    // Eight digits after the revision tell it from another one that gets its number after a failover.
    let name = answer.header("content-disposition").strip_prefix("attachment; filename=\"muster-people-2026-11-22-r1-");
    let mark = name.and_then(|rest| rest.strip_suffix(".csv\"")).expect("the extract's name");
    assert!(mark.len() == 8 && mark.bytes().all(|digit| digit.is_ascii_hexdigit()), "{mark}");
    assert_eq!((answer.header("muster-revision"), answer.header("muster-people")), ("1", "4"));
    let text = answer.text();
    let header = text.lines().next().expect("a header");
    assert!(header.starts_with("\u{feff}Username,WorkEmail,FirstName") && header.ends_with(",UserType,Revision"));
    assert_eq!(header.split(',').count(), 56);
    assert!(text.ends_with("\r\n") && text.contains("Main\\|HQ") && text.contains(",007,"), "{text}");

    let plain = admin.get("/api/extract?columns=EmployeeId,FirstName&system=false&format=plain").await.text();
    assert_eq!(
        plain,
        "Username,FirstName,EmployeeId\nann@example.com,Ann,007\nbob@example.com,Bob,008\n\
         cat@example.com,Cat,009\ndan@example.com,Dan,\n"
    );
    let protected = admin.get("/api/extract?columns=EmployeeId&protect=true").await.text();
    assert!(protected.contains("ann@example.com,'007,1\r\n"), "{protected}");
}

#[tokio::test]
async fn the_engines_extract_is_the_same_through_lines_and_through_cells() {
    let (_app, mut admin) = App::with_people().await;
    let lines = admin.everything().await;
    // The past takes the other path, where every record is taken apart and written again. Nothing that is shown changes.
    let file = "Username,FirstName\nann@example.com,Anna\n";
    let preview = admin.preview(file, Options::default()).await;
    assert_eq!(admin.import(&preview, "k").await.status, StatusCode::CREATED);
    for choice in ["columns=all&profile=true&format=plain", "columns=all", "columns=LastName,EmployeeId&system=false"] {
        let at_one = admin.get(&format!("/api/extract?{choice}&at=1")).await.text();
        let now = admin.get(&format!("/api/extract?{choice}")).await.text();
        assert_eq!(at_one.lines().count(), now.lines().count());
        let others =
            |text: &str| text.lines().filter(|line| !line.contains("ann@")).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(others(&at_one), others(&now), "{choice}");
    }
    assert!(lines.contains("\"two\nlines\"") && lines.contains("'=1+1"), "{lines}");
}

#[tokio::test]
async fn what_is_known_is_not_sent_again() {
    let (_app, mut admin) = App::with_people().await;
    let etag = admin.get("/api/extract").await.header("etag").to_owned();
    let again = admin.get_with("/api/extract", &[("if-none-match", &etag)]).await;
    assert_eq!((again.status, again.body.len(), again.header("etag")), (StatusCode::NOT_MODIFIED, 0, etag.as_str()));
    let other = admin.get_with("/api/extract?profile=true", &[("if-none-match", &etag)]).await;
    assert_eq!(other.status, StatusCode::OK);

    let preview = admin.preview("Username,FirstName\nann@example.com,Anna\n", Options::default()).await;
    assert_eq!(admin.import(&preview, "k").await.status, StatusCode::CREATED);
    let moved = admin.get_with("/api/extract", &[("if-none-match", &etag)]).await;
    assert_eq!(moved.status, StatusCode::OK);
    let before = admin.get_with("/api/extract?at=1", &[("if-none-match", &etag)]).await;
    assert_eq!(before.status, StatusCode::NOT_MODIFIED, "revision 1 is still the same");
}

#[tokio::test]
async fn every_past_state_comes_back_to_the_byte() {
    let (_app, mut admin) = App::with_people().await;
    let mut states = vec![admin.everything().await];
    let created = Options { create: Create::Allow, ..Options::default() };
    let renamed = Options {
        renames: [("anna@example.com".to_owned(), "ann@example.com".to_owned())].into(),
        ..Options::default()
    };
    let steps = [
        ("Username,FirstName\nann@example.com,Anna\nbob@example.com,Robert\n", Options::default()),
        ("Username,WorkEmail,FirstName,LastName\neve@example.com,eve@example.com,Eve,Poe\n", created),
        ("Username,FirstName,Biography\nann@example.com,Ann,=2\neve@example.com,Eva,x\n", Options::default()),
        ("Username,FirstName\nanna@example.com,Anna\n", renamed),
    ];
    for (number, (file, options)) in steps.into_iter().enumerate() {
        let preview = admin.preview(file, options).await;
        let answer = admin.import(&preview, &format!("step {number}")).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{number}: {}", answer.text());
        states.push(admin.everything().await);
    }
    assert!(states.iter().zip(states.iter().skip(1)).all(|(one, next)| one != next));
    for (at, state) in (1..).zip(&states) {
        let address = format!("/api/extract?columns=all&profile=true&system=true&format=plain&at={at}");
        assert_eq!(&admin.get(&address).await.text(), state, "revision {at}");
    }
    let empty = admin.get("/api/extract?at=0&format=plain").await;
    assert_eq!((empty.status, empty.text().lines().count()), (StatusCode::OK, 1));
    let future = admin.get("/api/extract?at=9").await;
    assert_eq!((future.status, future.problem().as_str()), (StatusCode::NOT_FOUND, "unknown-revision"));
}

#[tokio::test]
async fn a_seeded_file_comes_out_as_it_went_in() {
    let (_app, mut admin) = App::with_people().await;
    let headers = PEOPLE.lines().next().expect("a header");
    let extract = admin.get(&format!("/api/extract?columns={headers}&system=false&format=plain")).await.text();
    assert_eq!(extract.replace("'=1+1", "=1+1").replace("'+44", "+44"), PEOPLE);
}
