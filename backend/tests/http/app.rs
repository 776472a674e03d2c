//! A server under test, and those who speak with it. They know only what a browser knows.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, StatusCode};
use backend::accounts::provider::Provider;
use backend::accounts::set_up;
use backend::clock::FakeClock;
use backend::ids::SeededIds;
use backend::imports::seed::{Seeded, seed};
use backend::limits::Limits;
use backend::state::{Reached, State};
use backend::storage::sqlite::SqliteStorage;
use http_body_util::BodyExt;
use jiff::Timestamp;
use serde_json::{Value, json};
use shared::options::Options;
use shared::review::{Against, Review, Upload};
use shared::{Directory, Past, Schema};
use tempfile::TempDir;
use tower::ServiceExt;

pub(crate) const PASSWORD: &str = "a quiet river at night";
pub(crate) const EMAIL: &str = "ann.lee@example.com";

/// Four people, with a pipe in a Location, leading zeros and a line break.
pub(crate) const PEOPLE: &str = "Username,WorkEmail,FirstName,LastName,OfficialLocation,EmployeeId,WorkOfficePhone,Biography\n\
    ann@example.com,ann@example.com,Ann,Lee,Main\\|HQ,007,+44 20 7946 0001,\n\
    bob@example.com,bob@example.com,Bob,O'Brien,Factory|Main\\|HQ,008,,\"two\nlines\"\n\
    cat@example.com,cat@example.com,Cat,'t Hooft,Factory,009,,=1+1\n\
    dan@example.com,dan@example.com,Dan,Ng,,,,\n";

/// A server over a database that vanishes with it.
pub(crate) struct App {
    pub(crate) router: Router,
    pub(crate) clock: Arc<FakeClock>,
    pub(crate) state: State,
    _folder: TempDir,
}

/// An answer, read to its end.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

/// Someone with a browser: she keeps her cookie and sends what the desk sends.
#[derive(Clone)]
pub(crate) struct Visitor {
    router: Router,
    cookie: Option<String>,
    token: Option<String>,
}

impl App {
    pub(crate) async fn start() -> Self {
        Self::start_with(Limits::default(), Reached::default()).await
    }

    pub(crate) async fn start_with(limits: Limits, reached: Reached) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let address = format!("sqlite://{}", folder.path().join("muster.db").display());
        let storage = SqliteStorage::open(&address).await.expect("a fresh database opens");
        let start: Timestamp = "2026-11-22T14:00:00Z".parse().expect("a time");
        let clock = Arc::new(FakeClock::starting_at(start));
        let state = State::new(Arc::new(storage), clock.clone(), Arc::new(SeededIds::new(1)), limits, reached);
        Self { router: backend::http::app(state.clone()), clock, state, _folder: folder }
    }

    /// A server with four people and one admin, who is signed in.
    pub(crate) async fn with_people() -> (Self, Visitor) {
        let app = Self::start().await;
        let seeded = seed(&app.state, "people.csv".to_owned(), PEOPLE.into()).await.expect("the people are accepted");
        assert_eq!(seeded, Seeded::People(4));
        let admin = app.set_up().await;
        (app, admin)
    }

    /// The same server, with an identity provider.
    pub(crate) fn with_provider(mut self, issuer: &str, client: &str, secret: &str) -> Self {
        let provider = Provider::new(issuer, client, secret, "http://muster.example").expect("addresses");
        self.state.provider = Some(Arc::new(provider));
        self.router = backend::http::app(self.state.clone());
        self
    }

    pub(crate) fn visitor(&self) -> Visitor {
        Visitor { router: self.router.clone(), cookie: None, token: None }
    }

    pub(crate) async fn set_up_token(&self) -> String {
        let link = set_up::link(&self.state).await.expect("storage works");
        link.expect("there is no admin yet").0.text()
    }

    pub(crate) async fn set_up(&self) -> Visitor {
        let token = self.set_up_token().await;
        let mut visitor = self.visitor();
        let form = json!({ "token": token, "email": EMAIL, "name": "Ann Lee", "password": PASSWORD });
        let answer = visitor.post_json("/api/setup", &form).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
        visitor
    }
}

impl Answer {
    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.body.clone()).expect("text")
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("a header in ASCII"))
    }

    /// The last part of the problem's type, after checking that it is a whole problem.
    pub(crate) fn problem(&self) -> String {
        assert_eq!(self.header("content-type"), "application/problem+json", "{}", self.text());
        let problem = self.json();
        for member in ["title", "detail", "what_to_do", "instance"] {
            assert!(problem[member].as_str().is_some_and(|text| !text.is_empty()), "{member} in {problem}");
        }
        assert_eq!(problem["status"], self.status.as_u16());
        assert_eq!(problem["instance"], self.header("x-request-id"));
        let slug = problem["type"].as_str().and_then(|text| text.strip_prefix("/problems/"));
        slug.expect("a type").to_owned()
    }
}

impl Visitor {
    /// Any request, with nothing added but the cookie.
    pub(crate) async fn send(&mut self, mut request: Request<Body>) -> Answer {
        if let Some(cookie) = &self.cookie {
            request.headers_mut().insert("cookie", cookie.parse().expect("a cookie"));
        }
        if let Some(token) = &self.token {
            let headers = request.headers_mut();
            headers.insert("authorization", format!("Bearer {token}").parse().expect("a token"));
            // A script sends nothing of what a browser does.
            headers.remove("x-muster");
            headers.remove("sec-fetch-site");
        }
        let response = self.router.clone().oneshot(request).await.expect("the router always answers");
        let (parts, body) = response.into_parts();
        let body = body.collect().await.expect("a whole body").to_bytes().to_vec();
        let answer = Answer { status: parts.status, headers: parts.headers, body };
        if let Some((cookie, _)) = answer.header("set-cookie").split_once(';') {
            self.cookie = (!cookie.ends_with('=')).then(|| cookie.to_owned());
        }
        answer
    }

    pub(crate) async fn get(&mut self, path: &str) -> Answer {
        self.get_with(path, &[]).await
    }

    pub(crate) async fn get_with(&mut self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let mut request = Request::get(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.send(request.body(Body::empty()).expect("a request")).await
    }

    /// Her cookie, as the browser sends it.
    pub(crate) fn cookie(&self) -> Option<&str> {
        self.cookie.as_deref()
    }

    /// The same person, before another server over the same storage.
    pub(crate) fn at(&self, router: &Router) -> Self {
        Self { router: router.clone(), cookie: self.cookie.clone(), token: self.token.clone() }
    }

    /// A script with a token, and without a cookie.
    pub(crate) fn script(&self, token: &str) -> Self {
        Self { router: self.router.clone(), cookie: None, token: Some(token.to_owned()) }
    }

    /// Makes a token for a script of hers.
    pub(crate) async fn token(&mut self, scopes: &[&str]) -> String {
        let answer = self.post_json("/api/tokens", &json!({ "name": "feed", "scopes": scopes })).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
        answer.json()["secret"].as_str().expect("a secret").to_owned()
    }

    /// Invites somebody, who chooses a password and is signed in.
    pub(crate) async fn colleague(&mut self, email: &str, role: &str) -> Self {
        let invitation = json!({ "email": email, "name": "A colleague", "role": role });
        let answer = self.post_json("/api/admins", &invitation).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
        let mut colleague = Self { router: self.router.clone(), cookie: None, token: None };
        let choice = json!({ "token": answer.json()["token"], "password": PASSWORD });
        assert_eq!(colleague.post_json("/api/password-link", &choice).await.status, StatusCode::CREATED);
        colleague
    }

    /// A write with a JSON body.
    pub(crate) async fn write(&mut self, method: Method, path: &str, body: &Value) -> Answer {
        let request = from_desk(method, path).header("content-type", "application/json");
        self.send(request.body(Body::from(body.to_string())).expect("a request")).await
    }

    pub(crate) async fn post_json(&mut self, path: &str, body: &Value) -> Answer {
        self.post_json_with(path, body, &[]).await
    }

    pub(crate) async fn post_json_with(&mut self, path: &str, body: &Value, headers: &[(&str, &str)]) -> Answer {
        let mut request = from_desk(Method::POST, path).header("content-type", "application/json");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.send(request.body(Body::from(body.to_string())).expect("a request")).await
    }

    /// A write that is done once, under a key.
    pub(crate) async fn write_once(&mut self, method: Method, path: &str, body: &Value, key: &str) -> Answer {
        let request = from_desk(method, path).header("content-type", "application/json").header("idempotency-key", key);
        self.send(request.body(Body::from(body.to_string())).expect("a request")).await
    }

    pub(crate) async fn delete(&mut self, path: &str) -> Answer {
        self.send(from_desk(Method::DELETE, path).body(Body::empty()).expect("a request")).await
    }

    /// Sends a file as the desk does, planned against the directory that the server gives out.
    pub(crate) async fn import(&mut self, preview: &Preview, key: &str) -> Answer {
        self.multipart("/api/imports", &preview.request(), &preview.file, Some(key)).await
    }

    pub(crate) async fn multipart(&mut self, path: &str, request: &Value, file: &[u8], key: Option<&str>) -> Answer {
        let body = multipart_body(request, file);
        let mut request = from_desk(Method::POST, path).header("content-type", "multipart/form-data; boundary=edge");
        if let Some(key) = key {
            request = request.header("idempotency-key", key);
        }
        self.send(request.body(Body::from(body)).expect("a request")).await
    }

    /// Plans a file as the worker in the browser does: with the directory as the API gives it.
    pub(crate) async fn preview(&mut self, file: &str, options: Options) -> Preview {
        let directory = self.directory(None).await;
        let base = match options.base {
            Some(base) => Some(self.directory(Some(base)).await),
            None => None,
        };
        let revision = directory.revision();
        let upload = Upload { name: "edited.csv".to_owned(), bytes: file.as_bytes().to_vec() };
        let columns = if base.is_some() { "" } else { file.lines().next().unwrap_or_default() };
        let past = self.past(columns).await;
        let against = Against::new(directory, base).expect("one schema").remembering(past);
        let review = Review::new(against, upload, options.clone());
        Preview { revision, digest: review.plan().digest.clone(), options, file: review.corrected_file() }
    }

    /// What the server remembers of some columns; of none that the directory lacks.
    pub(crate) async fn past(&mut self, columns: &str) -> Past {
        let schema = Schema::standard();
        let known: Vec<&str> = columns.split(',').filter(|header| schema.index_of(header).is_some()).collect();
        let answer = self.get(&format!("/api/past?columns={}", known.join(","))).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
        serde_json::from_slice(&answer.body).expect("a past")
    }

    /// The directory as the API gives it to the engine.
    pub(crate) async fn directory(&mut self, at: Option<u64>) -> Arc<Directory> {
        let at = at.map(|at| format!("&at={at}")).unwrap_or_default();
        let answer = self.get(&format!("/api/extract?columns=all&profile=true&system=true&format=plain{at}")).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
        let revision = answer.header("muster-revision").parse().expect("a number");
        let directory = Directory::from_extract(Arc::new(Schema::standard()), answer.body, revision);
        Arc::new(directory.expect("the extract is a directory"))
    }

    /// All that is stored, as a plain extract.
    pub(crate) async fn everything(&mut self) -> String {
        self.get("/api/extract?columns=all&profile=true&system=true&format=plain").await.text()
    }
}

/// What an admin saw before she sends.
#[derive(Clone)]
pub(crate) struct Preview {
    pub(crate) revision: u64,
    pub(crate) digest: Option<String>,
    pub(crate) options: Options,
    pub(crate) file: Vec<u8>,
}

impl Preview {
    pub(crate) fn request(&self) -> Value {
        json!({
            "file_name": "edited.csv",
            "options": self.options,
            "revision": self.revision,
            "digest": self.digest.clone().unwrap_or_default(),
            "note": "from a test",
            "engine_version": shared::VERSION,
            "acknowledged": true,
        })
    }
}

/// Both parts of an import.
pub(crate) fn multipart_body(request: &Value, file: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    let part = |name: &str, kind: &str| {
        format!(
            "--edge\r\ncontent-disposition: form-data; name=\"{name}\"; filename=\"x\"\r\ncontent-type: {kind}\r\n\r\n"
        )
    };
    body.extend_from_slice(part("request", "application/json").as_bytes());
    body.extend_from_slice(request.to_string().as_bytes());
    body.extend_from_slice(format!("\r\n{}", part("file", "text/csv")).as_bytes());
    body.extend_from_slice(file);
    body.extend_from_slice(b"\r\n--edge--\r\n");
    body
}

/// A write as the desk's own pages send it.
pub(crate) fn from_desk(method: Method, path: &str) -> axum::http::request::Builder {
    Request::builder().method(method).uri(path).header("x-muster", "desk").header("sec-fetch-site", "same-origin")
}

/// Asks again and again until something is so; fails, saying what never was, after half a minute.
pub(crate) async fn wait_for(what: &str, mut is_so: impl AsyncFnMut() -> bool) {
    let asking = async {
        while !is_so().await {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    assert!(tokio::time::timeout(Duration::from_secs(30), asking).await.is_ok(), "never happened: {what}");
}
