//! Looking after admins: inviting, changing, links, passwords.

use axum::http::{Method, StatusCode};
use jiff::SignedDuration;
use serde_json::{Value, json};

use super::app::{App, EMAIL, PASSWORD, Visitor};

#[tokio::test]
async fn an_invited_admin_chooses_her_password_once_and_in_time() {
    let app = App::start().await;
    let mut admin = app.set_up().await;
    let invitation = json!({ "email": "bob@example.com", "name": "Bob", "role": "editor" });
    let invited = admin.post_json("/api/admins", &invitation).await;
    assert_eq!(invited.status, StatusCode::CREATED);
    let (invited, token) = (invited.json()["admin"].clone(), invited.json()["token"].clone());
    assert_eq!(
        (&invited["state"], &invited["role"], &invited["own"]),
        (&json!("invited"), &json!("editor"), &json!(false))
    );
    assert_eq!(admin.post_json("/api/admins", &invitation).await.problem(), "admin-taken");

    let nothing = json!({ "email": "bob@example.com", "password": "" });
    assert_eq!(app.visitor().post_json("/api/session", &nothing).await.problem(), "credentials");
    let choice = |password: &str| json!({ "token": token, "password": password });
    let mut bob = app.visitor();
    assert_eq!(bob.post_json("/api/password-link", &choice("password1")).await.problem(), "field");
    assert_eq!(bob.post_json("/api/password-link", &choice(PASSWORD)).await.status, StatusCode::CREATED);
    assert_eq!(bob.get("/api/session").await.json()["admin"]["role"], "editor");
    assert_eq!(bob.post_json("/api/password-link", &choice(PASSWORD)).await.problem(), "set-up-link");

    let link = admin.post_json(&format!("/api/admins/{}/link", invited["id"]), &json!({})).await;
    assert_eq!(link.status, StatusCode::CREATED);
    app.clock.advance(SignedDuration::from_hours(25));
    let late = json!({ "token": link.json()["token"], "password": PASSWORD });
    assert_eq!(bob.post_json("/api/password-link", &late).await.problem(), "set-up-link");
}

#[tokio::test]
async fn nobody_changes_her_own_rights_and_the_last_system_admin_stays() {
    let app = App::start().await;
    let mut ann = app.set_up().await;
    let mut bob = ann.colleague("bob@example.com", "system-admin").await;
    let id = |list: &Value, email: &str| {
        let admins = list["admins"].as_array().expect("a list").iter();
        admins.filter(|admin| admin["email"] == email).map(|admin| admin["id"].clone()).next().expect("she is there")
    };
    let list = ann.get("/api/admins").await.json();
    let (anns, bobs) = (id(&list, EMAIL), id(&list, "bob@example.com"));
    for own in [json!({ "role": "viewer" }), json!({ "disabled": true })] {
        assert_eq!(patch(&mut ann, &anns, &own).await, (StatusCode::CONFLICT, "own-account".to_owned()));
    }
    assert_eq!(patch(&mut bob, &anns, &json!({ "role": "viewer" })).await.0, StatusCode::OK);
    assert_eq!(patch(&mut ann, &bobs, &json!({ "role": "viewer" })).await.1, "forbidden");
    assert_eq!(patch(&mut bob, &anns, &json!({ "role": "system-admin" })).await.0, StatusCode::OK);
    assert_eq!(patch(&mut ann, &bobs, &json!({ "disabled": true })).await.0, StatusCode::OK);
    assert_eq!(bob.get("/api/session").await.problem(), "signed-out");
    assert_eq!(
        app.visitor()
            .post_json("/api/session", &json!({ "email": "bob@example.com", "password": PASSWORD }))
            .await
            .problem(),
        "credentials"
    );
    assert_eq!(ann.post_json(&format!("/api/admins/{bobs}/link"), &json!({})).await.problem(), "admin-disabled");
    assert_eq!(patch(&mut ann, &json!(99), &json!({ "disabled": true })).await.1, "not-found");
    assert_eq!(patch(&mut ann, &bobs, &json!({ "disabled": false })).await.0, StatusCode::OK);

    let last = backend::accounts::admins::change(
        &app.state,
        backend::accounts::admins::By::System,
        backend::storage::accounts::AdminId(bobs.as_i64().expect("a number")),
        backend::accounts::admins::AdminChange { role: Some(backend::storage::accounts::Role::Viewer), disabled: None },
    );
    assert!(last.await.is_ok());
    let last = backend::accounts::admins::change(
        &app.state,
        backend::accounts::admins::By::System,
        backend::storage::accounts::AdminId(anns.as_i64().expect("a number")),
        backend::accounts::admins::AdminChange { role: None, disabled: Some(true) },
    );
    assert!(matches!(last.await, Err(backend::accounts::AccountError::LastAdmin)));
}

#[tokio::test]
async fn another_password_ends_the_other_sessions() {
    let app = App::start().await;
    let mut here = app.set_up().await;
    let mut there = app.visitor();
    let old = json!({ "email": EMAIL, "password": PASSWORD });
    there.post_json("/api/session", &old).await;
    let change = |current: &str, new: &str| json!({ "current": current, "new": new });
    let answer = here.write(Method::PUT, "/api/password", &change("not it at all", "seven grey herons")).await;
    assert_eq!((answer.status, answer.json()["field"].clone()), (StatusCode::UNPROCESSABLE_ENTITY, json!("current")));
    assert_eq!(here.write(Method::PUT, "/api/password", &change(PASSWORD, "password1")).await.problem(), "field");
    assert_eq!(there.get("/api/session").await.status, StatusCode::OK);
    let answer = here.write(Method::PUT, "/api/password", &change(PASSWORD, "seven grey herons")).await;
    assert_eq!(answer.status, StatusCode::NO_CONTENT);
    assert_eq!(here.get("/api/session").await.status, StatusCode::OK);
    assert_eq!(there.get("/api/session").await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(app.visitor().post_json("/api/session", &old).await.problem(), "credentials");
    let new = json!({ "email": EMAIL, "password": "seven grey herons" });
    assert_eq!(app.visitor().post_json("/api/session", &new).await.status, StatusCode::OK);
    for _ in 0..5 {
        here.write(Method::PUT, "/api/password", &change("not it at all", "nine grey herons")).await;
    }
    let answer = here.write(Method::PUT, "/api/password", &change("seven grey herons", "nine grey herons")).await;
    assert_eq!(answer.problem(), "too-many-attempts");
}

async fn patch(admin: &mut Visitor, id: &Value, change: &Value) -> (StatusCode, String) {
    let answer = admin.write(Method::PATCH, &format!("/api/admins/{id}"), change).await;
    (answer.status, if answer.status.is_success() { String::new() } else { answer.problem() })
}
