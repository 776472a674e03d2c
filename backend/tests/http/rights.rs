//! Who may do what: each route of the API with each kind of visitor. The routes are those of the server itself, so one
//! without a line in the table fails.

use std::collections::{BTreeMap, BTreeSet};

use axum::body::Body;
use axum::http::{Method, StatusCode};

use super::app::{App, Visitor, from_desk};

/// What a route needs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Needs {
    Nothing,
    /// To be signed in, by whatever.
    Entry,
    /// A viewer; the scope `read`.
    Reading,
    /// An editor; the scope `read`.
    Uploads,
    /// An editor; the scope `import`.
    Importing,
    /// A system admin; the scope `manage`.
    Managing,
    /// Anybody signed in; the scope `watch`.
    Watching,
    /// A person at a browser.
    Herself,
}
use Needs::{Entry, Herself, Importing, Managing, Nothing, Reading, Uploads, Watching};

const TABLE: &[(&str, &str, Needs)] = &[
    ("GET", "/api/health/live", Nothing),
    ("GET", "/api/health/ready", Nothing),
    ("GET", "/api/openapi.json", Nothing),
    ("GET", "/api/docs", Nothing),
    ("GET", "/api/docs.css", Nothing),
    ("GET", "/api/single-sign-on", Nothing),
    ("GET", "/api/single-sign-on/end", Nothing),
    ("POST", "/api/setup", Nothing),
    ("POST", "/api/session", Nothing),
    ("POST", "/api/password-link", Nothing),
    ("GET", "/api/session", Entry),
    ("GET", "/api/metrics", Watching),
    ("DELETE", "/api/session", Herself),
    ("PUT", "/api/password", Herself),
    ("GET", "/api/tokens", Herself),
    ("POST", "/api/tokens", Herself),
    ("DELETE", "/api/tokens/{number}", Herself),
    ("GET", "/api/schema", Reading),
    ("GET", "/api/extract", Reading),
    ("GET", "/api/extracts", Reading),
    ("GET", "/api/reports/profile-completion", Reading),
    ("GET", "/api/settings", Reading),
    ("GET", "/api/revisions", Reading),
    ("GET", "/api/revisions/{number}", Reading),
    ("GET", "/api/revisions/{number}/changes", Reading),
    ("GET", "/api/revisions/{number}/file", Uploads),
    ("GET", "/api/revisions/{number}/change-file", Reading),
    ("GET", "/api/revisions/{number}/inverse-file", Reading),
    ("POST", "/api/imports", Importing),
    ("POST", "/api/imports/preview", Importing),
    ("PUT", "/api/settings", Managing),
    ("PUT", "/api/settings/columns", Managing),
    ("GET", "/api/audit", Managing),
    ("POST", "/api/revisions/{number}/undo/preview", Importing),
    ("POST", "/api/revisions/{number}/undo", Importing),
    ("POST", "/api/revisions/{number}/restore/preview", Importing),
    ("POST", "/api/revisions/{number}/restore", Importing),
    ("GET", "/api/past", Importing),
    ("GET", "/api/people", Reading),
    ("GET", "/api/people/{username}", Reading),
    ("GET", "/api/people/{username}/history", Reading),
    ("POST", "/api/people/{username}/preview", Importing),
    ("PATCH", "/api/people/{username}", Importing),
    ("DELETE", "/api/people/{username}", Importing),
    ("GET", "/api/admins", Managing),
    ("POST", "/api/admins", Managing),
    ("PATCH", "/api/admins/{number}", Managing),
    ("POST", "/api/admins/{number}/link", Managing),
    ("DELETE", "/api/admins/{number}/identity", Managing),
];

/// Who asks, and which needs she meets.
const VISITORS: &[(&str, &[Needs])] = &[
    ("a stranger", &[Nothing]),
    ("a viewer", &[Nothing, Entry, Herself, Watching, Reading]),
    ("an editor", &[Nothing, Entry, Herself, Watching, Reading, Uploads, Importing]),
    ("a system admin", &[Nothing, Entry, Herself, Watching, Reading, Uploads, Importing, Managing]),
    ("a disabled system admin", &[Nothing]),
    ("a script that reads", &[Nothing, Entry, Reading, Uploads]),
    ("a script that imports", &[Nothing, Entry, Importing]),
    ("a script that manages", &[Nothing, Entry, Managing]),
    ("a script that watches", &[Nothing, Entry, Watching]),
    ("a viewer's script", &[Nothing, Entry, Reading]),
    ("a demoted editor's script", &[Nothing, Entry, Reading]),
    ("a script whose token was revoked", &[Nothing]),
    ("a script whose token is too old", &[Nothing]),
    ("a script whose admin is disabled", &[Nothing]),
];

/// Every operation that the server documents; `no_route_is_left_out` holds that there are no others.
fn operations() -> BTreeSet<(String, String)> {
    let document = serde_json::to_value(backend::http::openapi::document()).expect("a document");
    let paths = document["paths"].as_object().expect("paths");
    let of = |(path, item): (&String, &serde_json::Value)| {
        let methods = ["get", "put", "post", "delete", "patch"].into_iter().filter(|method| item.get(method).is_some());
        methods.map(|method| (method.to_uppercase(), path.clone())).collect::<Vec<_>>()
    };
    paths.iter().flat_map(of).collect()
}

#[test]
fn every_route_has_a_line_in_the_table() {
    let table: BTreeSet<_> = TABLE.iter().map(|(method, path, _)| ((*method).to_owned(), (*path).to_owned())).collect();
    assert_eq!(operations(), table);
    assert_eq!(table.len(), TABLE.len(), "a route stands twice");
}

#[test]
fn no_route_is_left_out_of_the_document() {
    let table = include_str!("../../src/http.rs");
    let undocumented: Vec<&str> = table.lines().filter(|line| line.contains(".route(")).map(str::trim).collect();
    assert_eq!(undocumented, [r#".route("/api", get(nothing_here))"#, r#".route("/api/{*rest}", get(nothing_here))"#]);
}

#[tokio::test]
async fn each_route_with_each_visitor() {
    let mut wrong = Vec::new();
    let mut visitors = Visitors::new().await;
    for (who, met) in VISITORS {
        for (method, path, needs) in TABLE {
            let mut visitor = visitors.who(who).await;
            let path = path.replace("{number}", "999");
            let method: Method = method.parse().expect("a method");
            let request = from_desk(method.clone(), &path).header("content-type", "application/json");
            let answer = visitor.send(request.body(Body::from("{}")).expect("a request")).await;
            let let_in = match answer.status {
                StatusCode::UNAUTHORIZED => answer.problem() != "signed-out",
                StatusCode::FORBIDDEN => !matches!(answer.problem().as_str(), "forbidden" | "foreign-request"),
                _ => true,
            };
            if let_in != met.contains(needs) {
                wrong.push(format!("{who}: {method} {path} is answered with {}", answer.status));
            }
            let known = met.contains(&Entry);
            if !let_in && (answer.status == StatusCode::FORBIDDEN) != known {
                wrong.push(format!("{who}: {method} {path} is refused with {}", answer.status));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Each kind of visitor, made once. Signing out ends a session, so a person who lost hers signs in again.
struct Visitors {
    app: App,
    kept: BTreeMap<&'static str, Visitor>,
}

impl Visitors {
    async fn new() -> Self {
        let (app, mut admin) = App::with_people().await;
        let mut kept = BTreeMap::new();
        for (who, scope) in [
            ("a script that reads", "read"),
            ("a script that imports", "import"),
            ("a script that manages", "manage"),
            ("a script that watches", "watch"),
        ] {
            let token = admin.token(&[scope]).await;
            kept.insert(who, admin.script(&token));
        }
        kept.insert("a stranger", app.visitor());
        let mut viewer = admin.colleague("viewer@example.com", "viewer").await;
        let token = viewer.token(&["read"]).await;
        kept.insert("a viewer's script", viewer.script(&token));
        kept.insert("a viewer", viewer);
        kept.insert("an editor", admin.colleague("editor@example.com", "editor").await);

        let mut demoted = admin.colleague("demoted@example.com", "editor").await;
        let token = demoted.token(&["read", "import"]).await;
        kept.insert("a demoted editor's script", demoted.script(&token));
        change(&mut admin, "demoted@example.com", &serde_json::json!({ "role": "viewer" })).await;

        let mut disabled = admin.colleague("disabled@example.com", "system-admin").await;
        let token = disabled.token(&["read", "import", "manage"]).await;
        kept.insert("a script whose admin is disabled", disabled.script(&token));
        change(&mut admin, "disabled@example.com", &serde_json::json!({ "disabled": true })).await;
        kept.insert("a disabled system admin", disabled);

        let token = admin.token(&["read", "import", "manage"]).await;
        kept.insert("a script whose token was revoked", admin.script(&token));
        let tokens = admin.get("/api/tokens").await.json();
        let newest = &tokens["tokens"][0]["id"];
        assert_eq!(admin.delete(&format!("/api/tokens/{newest}")).await.status, StatusCode::NO_CONTENT);

        let wanted = serde_json::json!({ "name": "feed", "scopes": ["read", "import", "manage"], "days": 1 });
        let token = admin.post_json("/api/tokens", &wanted).await.json();
        kept.insert("a script whose token is too old", admin.script(token["secret"].as_str().expect("a secret")));
        app.clock.advance(jiff::SignedDuration::from_hours(25));
        let mut visitors = Self { app, kept };
        for who in ["viewer", "editor"] {
            let again = visitors.signed_in(&format!("{who}@example.com")).await;
            visitors.kept.insert(if who == "viewer" { "a viewer" } else { "an editor" }, again);
        }
        let admin = visitors.signed_in(super::app::EMAIL).await;
        visitors.kept.insert("a system admin", admin);
        visitors
    }

    async fn signed_in(&self, email: &str) -> Visitor {
        let mut visitor = self.app.visitor();
        let form = serde_json::json!({ "email": email, "password": super::app::PASSWORD });
        let answer = visitor.post_json("/api/session", &form).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
        visitor
    }

    async fn who(&mut self, who: &'static str) -> Visitor {
        let email = match who {
            "a viewer" => "viewer@example.com",
            "an editor" => "editor@example.com",
            "a system admin" => super::app::EMAIL,
            _ => return self.kept[who].clone(),
        };
        let mut kept = self.kept[who].clone();
        if kept.get("/api/session").await.status == StatusCode::OK {
            return kept;
        }
        let again = self.signed_in(email).await;
        self.kept.insert(who, again.clone());
        again
    }
}

async fn change(admin: &mut Visitor, email: &str, change: &serde_json::Value) {
    let admins = admin.get("/api/admins").await.json();
    let found = admins["admins"].as_array().expect("a list").iter().find(|one| one["email"] == email);
    let id = found.expect("she is there")["id"].clone();
    let answer = admin.write(Method::PATCH, &format!("/api/admins/{id}"), change).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
}
