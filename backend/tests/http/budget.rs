//! The risk budget holds on every road that changes the directory, whoever takes it and with whatever she was let in.

use axum::http::{Method, StatusCode};
use serde_json::{Value, json};
use shared::options::{Create, Options};

use super::app::{Answer, App, Visitor, from_desk};

/// More than ten, and more than a tenth of the directory.
const MANY: usize = 60;

/// The roads that lead over the budget. A single edit can't: what follows from a rename is one change.
#[derive(Clone, Copy, Debug)]
enum Road {
    /// A file that switches everybody off.
    Import,
    /// The undo of what somebody else did.
    Undo,
    /// The undo of an older revision of her own.
    UndoOlder,
    /// Back to a state before many came.
    Restore,
    /// The deletion of somebody whom many refer to.
    Delete,
}

const ROADS: [Road; 5] = [Road::Import, Road::Undo, Road::UndoOlder, Road::Restore, Road::Delete];

/// A directory of 60 people, whom a system admin brought at revision 2 and to whom she gave a supervisor at revision 3.
struct Company {
    _app: App,
    admin: Visitor,
    editor: Visitor,
}

fn name(number: usize) -> String {
    format!("p{number}@example.com")
}

fn file(header: &str, row: impl Fn(usize) -> String) -> String {
    let rows: Vec<String> = (0..MANY).map(|number| format!("{},{}\n", name(number), row(number))).collect();
    format!("Username,{header}\n{}", rows.concat())
}

async fn import(visitor: &mut Visitor, file: &str, people: Option<usize>, key: &str) -> Answer {
    let options = Options {
        create: Create::Allow,
        meant: ["AccountState", "PrimarySupervisorUsername"].map(str::to_owned).into(),
        ..Options::default()
    };
    let preview = visitor.preview(file, options).await;
    let mut request = preview.request();
    request["acknowledged_changes"] = json!(people);
    visitor.multipart("/api/imports", &request, &preview.file, Some(key)).await
}

impl Company {
    async fn new() -> Self {
        let (app, mut admin) = App::with_people().await;
        let newcomers = file("WorkEmail,FirstName,LastName", |number| format!("{},Pat,Poe", name(number)));
        let came = import(&mut admin, &newcomers, Some(MANY), "came").await;
        assert_eq!(came.status, StatusCode::CREATED, "{}", came.text());
        let supervised = file("PrimarySupervisorUsername", |_| "dan@example.com".to_owned());
        let given = import(&mut admin, &supervised, Some(MANY), "supervised").await;
        assert_eq!(given.status, StatusCode::CREATED, "{}", given.text());
        let off = import(&mut admin, "Username,AccountState\ndan@example.com,DISABLED\n", None, "off").await;
        assert_eq!(off.status, StatusCode::CREATED, "{}", off.text());
        let editor = admin.colleague("editor@example.com", "editor").await;
        Self { _app: app, admin, editor }
    }

    async fn revision(&mut self) -> u64 {
        self.admin.get("/api/session").await.json()["revision"].as_u64().expect("a number")
    }
}

/// Takes a road, saying that so many people change.
async fn take(visitor: &mut Visitor, road: Road, people: Option<usize>, key: &str) -> Answer {
    match road {
        Road::Import => import(visitor, &file("AccountState", |_| "DISABLED".to_owned()), people, key).await,
        Road::Undo => take_back(visitor, "3/undo", people, key).await,
        Road::UndoOlder => take_back(visitor, "2/undo", people, key).await,
        Road::Restore => take_back(visitor, "1/restore", people, key).await,
        Road::Delete => {
            let number = people.map(|people| format!("&acknowledged_changes={people}")).unwrap_or_default();
            let path = format!("/api/people/dan@example.com?clear_references=true{number}");
            let request = from_desk(Method::DELETE, &path).header("idempotency-key", key);
            visitor.send(request.body(axum::body::Body::empty()).expect("a request")).await
        }
    }
}

async fn previewed(visitor: &mut Visitor, what: &str) -> Value {
    let conflicts = json!({ "conflicts": { "all": "yours" } });
    visitor.post_json(&format!("/api/revisions/{what}/preview"), &conflicts).await.json()
}

async fn take_back(visitor: &mut Visitor, what: &str, people: Option<usize>, key: &str) -> Answer {
    let preview = previewed(visitor, what).await;
    let request = json!({
        "conflicts": { "all": "yours" },
        "revision": preview["revision"],
        "digest": preview["digest"],
        "acknowledged": true,
        "acknowledged_changes": people,
    });
    visitor.write_once(Method::POST, &format!("/api/revisions/{what}"), &request, key).await
}

#[tokio::test]
async fn no_road_leads_over_the_budget_but_for_a_system_admin_who_types_the_number() {
    for road in ROADS {
        let mut company = Company::new().await;
        let before = company.revision().await;
        let token = company.editor.token(&["read", "import"]).await;
        let mut editors_script = company.editor.script(&token);
        let token = company.admin.token(&["read", "import"]).await;
        let mut admins_script = company.admin.script(&token);

        // The number is told to a system admin who doesn't send it; whatever an editor sends, she is refused.
        let untold = take(&mut company.admin.clone(), road, None, "untold").await;
        let found = (untold.status, untold.problem());
        assert_eq!(found, (StatusCode::UNPROCESSABLE_ENTITY, "budget-unacknowledged".to_owned()), "{road:?}");
        let people = usize::try_from(untold.json()["changes"].as_u64().expect("a number")).expect("a small one");
        assert!(people >= MANY, "{road:?}: {people}");
        for (who, visitor) in [("an editor", &mut company.editor), ("her script", &mut editors_script)] {
            for said in [None, Some(people)] {
                let refused = take(visitor, road, said, &format!("{who} {said:?}")).await;
                let found = (refused.status, refused.problem());
                assert_eq!(found, (StatusCode::FORBIDDEN, "over-budget".to_owned()), "{road:?} by {who}");
            }
        }
        for said in [None, Some(people - 1), Some(people + 1), Some(0)] {
            for (who, visitor) in [("an admin", &mut company.admin), ("her script", &mut admins_script)] {
                let refused = take(visitor, road, said, &format!("{who} {said:?}")).await;
                assert_eq!(refused.problem(), "budget-unacknowledged", "{road:?} by {who} with {said:?}");
            }
        }
        assert_eq!(company.revision().await, before, "{road:?}: nothing was changed");
        let done = take(&mut admins_script, road, Some(people), "right").await;
        assert_eq!(done.status, StatusCode::CREATED, "{road:?}: {}", done.text());
    }
}

#[tokio::test]
async fn a_preview_says_what_is_over_the_budget() {
    let mut company = Company::new().await;
    for (what, people) in [("3/undo", json!(MANY)), ("4/undo", json!(null)), ("1/restore", json!(MANY + 1))] {
        for visitor in [&mut company.admin, &mut company.editor] {
            assert_eq!(previewed(visitor, what).await["over_budget"], people, "{what}");
        }
    }
}

#[tokio::test]
async fn who_made_the_newest_revision_takes_it_back_freely() {
    let mut company = Company::new().await;
    let on = "Username,FirstName\np1@example.com,Pia\n";
    assert_eq!(import(&mut company.editor, on, None, "on").await.status, StatusCode::CREATED);
    let mut given = company.admin.colleague("other@example.com", "editor").await;
    // Sixty of sixty-four are more than a quarter, and more than fifty.
    let phones = file("WorkOfficePhone", |number| format!("+44 20 7946 {number:04}"));
    let refused = import(&mut company.editor, &phones, Some(MANY), "phones").await;
    assert_eq!(refused.problem(), "over-budget");
    let sent = import(&mut company.admin, &phones, Some(MANY), "phones").await;
    assert_eq!(sent.status, StatusCode::CREATED, "{}", sent.text());
    assert_eq!(take_back(&mut given, "6/undo", Some(MANY), "not hers").await.problem(), "over-budget");
    assert_eq!(previewed(&mut company.admin, "6/undo").await["over_budget"], json!(null));
    let undone = take_back(&mut company.admin, "6/undo", None, "hers").await;
    assert_eq!(undone.status, StatusCode::CREATED, "{}", undone.text());
    // Once anything came after it, it is no longer a slip of a moment ago.
    assert_eq!(take_back(&mut company.editor, "5/undo", None, "one cell").await.status, StatusCode::CREATED);
}

#[tokio::test]
async fn a_rename_is_one_change_however_many_refer_to_her() {
    let mut company = Company::new().await;
    let on = "Username,AccountState\ndan@example.com,ACTIVE\n";
    assert_eq!(import(&mut company.editor, on, None, "on").await.status, StatusCode::CREATED);
    let person = company.editor.get("/api/people/dan@example.com").await.json();
    let edit =
        json!({ "changes": { "Username": "dana@example.com" }, "revision": person["revision"], "acknowledged": true });
    let renamed = company.editor.write_once(Method::PATCH, "/api/people/dan@example.com", &edit, "renamed").await;
    assert_eq!(renamed.status, StatusCode::CREATED, "{}", renamed.text());
    let followed = company.editor.get("/api/people/p1@example.com").await.json();
    assert_eq!(followed["values"]["PrimarySupervisorUsername"], "dana@example.com");
    // Back again, too, by somebody else.
    let mut other = company.admin.colleague("other@example.com", "editor").await;
    let undone = take_back(&mut other, "6/undo", None, "back").await;
    assert_eq!(undone.status, StatusCode::CREATED, "{}", undone.text());
}
