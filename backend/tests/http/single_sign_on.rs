//! Sign-in with an identity provider: a real one over HTTP, small, with a key that the test makes.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use axum::extract::State as FromState;
use axum::http::{Method, StatusCode};
use axum::routing::{get, post};
use axum::{Json, Router};
use backend::accounts::provider;
use openidconnect::PrivateSigningKey;
use openidconnect::core::{CoreJwsSigningAlgorithm, CoreRsaPrivateSigningKey};
use rsa::pkcs1::EncodeRsaPrivateKey;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tokio::net::TcpListener;

use super::app::{Answer, App, EMAIL, Visitor};

const CLIENT: &str = "muster";
const SECRET: &str = "the provider's secret for muster";

/// How a test changes what the provider says.
type Change = fn(&mut Value);

/// An identity provider: it gives a token for a code that the test let it know of.
struct Provider {
    issuer: String,
    key: CoreRsaPrivateSigningKey,
    /// By code: the claims, and the challenge that the verifier must answer.
    codes: Mutex<BTreeMap<String, (Value, String)>>,
}

impl Provider {
    async fn start() -> Arc<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let issuer = format!("http://{}", listener.local_addr().expect("an address"));
        let provider = Arc::new(Self { issuer, key: fresh_key(), codes: Mutex::default() });
        let app = Router::new()
            .route("/.well-known/openid-configuration", get(about))
            .route("/keys", get(keys))
            .route("/token", post(token))
            .with_state(Arc::clone(&provider));
        tokio::spawn(async move { axum_serve(listener, app).await });
        provider
    }

    /// Somebody signs in at the provider's page: the query with which she is sent back.
    fn signs_in(&self, page: &str, change: impl FnOnce(&mut Value)) -> String {
        let (address, query) = page.split_once('?').expect("a query");
        assert_eq!(address, format!("{}/authorize", self.issuer));
        let asked: BTreeMap<&str, &str> = query.split('&').filter_map(|pair| pair.split_once('=')).collect();
        assert_eq!((asked["client_id"], asked["response_type"]), (CLIENT, "code"));
        assert_eq!(asked["code_challenge_method"], "S256");
        let now = jiff::Timestamp::now().as_second();
        let mut claims = json!({
            "iss": self.issuer, "aud": CLIENT, "sub": "1", "iat": now, "exp": now + 60,
            "nonce": asked["nonce"], "email": EMAIL, "email_verified": true,
        });
        change(&mut claims);
        let mut codes = self.codes.lock().expect("no panic");
        let code = format!("code{}", codes.len());
        codes.insert(code.clone(), (claims, asked["code_challenge"].to_owned()));
        format!("code={code}&state={}", asked["state"])
    }
}

#[tokio::test]
async fn who_was_invited_signs_in_with_the_provider() {
    let (provider, app) = (Provider::start().await, App::start().await);
    let app = app.with_provider(&provider.issuer, CLIENT, SECRET);
    app.set_up().await;
    assert_eq!(app.visitor().get("/api/session").await.json()["single_sign_on"], true);
    let mut visitor = app.visitor();
    let page = visitor.get("/api/single-sign-on").await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.text());
    let query = provider.signs_in(page.header("location"), |_| {});
    let back = visitor.get(&format!("{}?{query}", provider::BACK)).await;
    assert_eq!((back.status, back.header("location")), (StatusCode::SEE_OTHER, "/"), "{}", back.text());
    assert_eq!(visitor.get("/api/session").await.json()["admin"]["email"], EMAIL);
}

#[tokio::test]
async fn an_answer_that_is_not_to_be_trusted_signs_nobody_in() {
    let (provider, app) = (Provider::start().await, App::start().await);
    let app = app.with_provider(&provider.issuer, CLIENT, SECRET);
    app.set_up().await;
    let cases: [(&str, Change, &str); 6] = [
        ("not verified", |claims| claims["email_verified"] = json!(false), "uninvited"),
        ("not invited", |claims| claims["email"] = json!("eve@example.com"), "uninvited"),
        ("for another client", |claims| claims["aud"] = json!("another"), "identity-provider"),
        ("from another issuer", |claims| claims["iss"] = json!("http://evil.example"), "identity-provider"),
        ("too old", |claims| claims["exp"] = json!(1_000_000_000), "identity-provider"),
        ("for another sign-in", |claims| claims["nonce"] = json!("another"), "identity-provider"),
    ];
    for (what, change, problem) in cases {
        let mut visitor = app.visitor();
        let page = visitor.get("/api/single-sign-on").await;
        let query = provider.signs_in(page.header("location"), change);
        let back = visitor.get(&format!("{}?{query}", provider::BACK)).await;
        assert_eq!(back.problem(), problem, "{what}");
        assert_eq!(visitor.get("/api/session").await.status, StatusCode::UNAUTHORIZED, "{what}");
    }
    let mut victim = app.visitor();
    let page = app.visitor().get("/api/single-sign-on").await;
    let query = provider.signs_in(page.header("location"), |_| {});
    let foreign = victim.get(&format!("{}?{query}", provider::BACK)).await;
    assert_eq!(foreign.problem(), "single-sign-on", "another browser's answer");
    assert_eq!(victim.get(provider::BACK).await.problem(), "single-sign-on", "the provider refused");
}

/// Signs in as whom the provider says, at a browser of her own.
async fn signed_in_as(app: &App, provider: &Provider, change: impl FnOnce(&mut Value)) -> (Visitor, Answer) {
    let mut visitor = app.visitor();
    let page = visitor.get("/api/single-sign-on").await;
    let query = provider.signs_in(page.header("location"), change);
    let back = visitor.get(&format!("{}?{query}", provider::BACK)).await;
    (visitor, back)
}

#[tokio::test]
async fn an_address_is_the_invited_one_byte_by_byte_but_for_ascii_case() {
    let (provider, app) = (Provider::start().await, App::start().await);
    let app = app.with_provider(&provider.issuer, CLIENT, SECRET);
    let mut admin = app.set_up().await;
    admin.colleague("gross.strasse@example.com", "system-admin").await;
    for (subject, other) in [
        "gross.stra\u{df}e@example.com",
        "gro\u{17f}\u{17f}.strasse@example.com",
        "\u{ff47}ross.strasse@example.com",
        "gross.strasse@example.com ",
        " gross.strasse@example.com",
        "gross.strasse\u{ad}@example.com",
        "gross.strasse@example\u{ff0e}com",
        "gross.strasse+x@example.com",
        "",
    ]
    .into_iter()
    .enumerate()
    {
        let change = |claims: &mut Value| {
            claims["email"] = json!(other);
            claims["sub"] = json!(subject.to_string());
        };
        let (mut visitor, back) = signed_in_as(&app, &provider, change).await;
        assert_eq!(back.problem(), "uninvited", "{other:?}");
        assert_eq!(visitor.get("/api/session").await.status, StatusCode::UNAUTHORIZED, "{other:?}");
    }
    let (mut visitor, _) =
        signed_in_as(&app, &provider, |claims| claims["email"] = json!("Gross.STRASSE@Example.com")).await;
    assert_eq!(visitor.get("/api/session").await.json()["admin"]["email"], "gross.strasse@example.com");
}

#[tokio::test]
async fn who_signed_in_once_is_known_by_subject_and_nobody_else_is_let_in_as_her() {
    let (provider, app) = (Provider::start().await, App::start().await);
    let app = app.with_provider(&provider.issuer, CLIENT, SECRET);
    let mut admin = app.set_up().await;
    admin.colleague("bob@example.com", "editor").await;
    let bob = |claims: &mut Value| {
        claims["email"] = json!("bob@example.com");
        claims["sub"] = json!("b");
    };
    let (mut first, _) = signed_in_as(&app, &provider, bob).await;
    assert_eq!(first.get("/api/session").await.json()["admin"]["email"], "bob@example.com");

    // His address is somebody else's now; and he has another one, or none that is verified.
    let heir = |claims: &mut Value| {
        claims["email"] = json!("bob@example.com");
        claims["sub"] = json!("B");
    };
    let (mut visitor, back) = signed_in_as(&app, &provider, heir).await;
    assert_eq!((back.status, back.problem().as_str()), (StatusCode::FORBIDDEN, "another-subject"));
    assert_eq!(visitor.get("/api/session").await.status, StatusCode::UNAUTHORIZED);
    let moved = |claims: &mut Value| {
        claims["email"] = json!(EMAIL);
        claims["email_verified"] = json!(false);
        claims["sub"] = json!("b");
    };
    let (mut again, _) = signed_in_as(&app, &provider, moved).await;
    assert_eq!(again.get("/api/session").await.json()["admin"]["email"], "bob@example.com");

    // A system admin releases him; then whoever has the address is bound.
    let listed = admin.get("/api/admins").await.json();
    assert_eq!((&listed["admins"][0]["bound"], &listed["admins"][1]["bound"]), (&json!(false), &json!(true)));
    let released = admin.delete(&format!("/api/admins/{}/identity", listed["admins"][1]["id"])).await;
    assert_eq!((released.status, &released.json()["bound"]), (StatusCode::OK, &json!(false)));
    assert_eq!(again.get("/api/session").await.status, StatusCode::UNAUTHORIZED, "signed out");
    let (mut visitor, _) = signed_in_as(&app, &provider, heir).await;
    assert_eq!(visitor.get("/api/session").await.status, StatusCode::OK);
    let (_, back) = signed_in_as(&app, &provider, bob).await;
    assert_eq!(back.problem(), "another-subject");

    // Once disabled he isn't let in, whoever he is at the provider.
    let path = format!("/api/admins/{}", listed["admins"][1]["id"]);
    admin.write(Method::PATCH, &path, &json!({ "disabled": true })).await;
    let (_, back) = signed_in_as(&app, &provider, heir).await;
    assert_eq!(back.problem(), "uninvited");
    let entries = app.state.storage.read().await.expect("reads").audit_after(0, 100).await.expect("entries");
    let count = |act: &str| entries.iter().filter(|entry| entry.act == act).count();
    assert_eq!((count("identity-bound"), count("identity-released"), count("sign-in-refused")), (2, 1, 3));
}

#[tokio::test]
async fn without_a_provider_there_is_none_and_one_that_is_gone_is_said() {
    let app = App::start().await;
    assert_eq!(app.visitor().get("/api/single-sign-on").await.problem(), "not-found");
    let app = app.with_provider("http://127.0.0.1:1", CLIENT, SECRET);
    let mut visitor: Visitor = app.visitor();
    assert_eq!(visitor.get("/api/single-sign-on").await.problem(), "identity-provider");
}

async fn about(FromState(provider): FromState<Arc<Provider>>) -> Json<Value> {
    let issuer = &provider.issuer;
    Json(json!({
        "issuer": issuer,
        "authorization_endpoint": format!("{issuer}/authorize"),
        "token_endpoint": format!("{issuer}/token"),
        "jwks_uri": format!("{issuer}/keys"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["RS256"],
    }))
}

async fn keys(FromState(provider): FromState<Arc<Provider>>) -> Json<Value> {
    Json(json!({ "keys": [provider.key.as_verification_key()] }))
}

async fn token(FromState(provider): FromState<Arc<Provider>>, body: String) -> Result<Json<Value>, StatusCode> {
    let form: BTreeMap<String, String> =
        openidconnect::url::form_urlencoded::parse(body.as_bytes()).into_owned().collect();
    let known = provider.codes.lock().expect("no panic").remove(&form["code"]);
    let (claims, challenge) = known.ok_or(StatusCode::BAD_REQUEST)?;
    if base64url(&Sha256::digest(form["code_verifier"].as_bytes())) != challenge {
        return Err(StatusCode::BAD_REQUEST);
    }
    let head = base64url(json!({ "alg": "RS256", "typ": "JWT" }).to_string().as_bytes());
    let signed = format!("{head}.{}", base64url(claims.to_string().as_bytes()));
    let signature = provider.key.sign(&CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256, signed.as_bytes());
    let id_token = format!("{signed}.{}", base64url(&signature.expect("signs")));
    Ok(Json(json!({ "access_token": "x", "token_type": "Bearer", "expires_in": 60, "id_token": id_token })))
}

fn fresh_key() -> CoreRsaPrivateSigningKey {
    let key = rsa::RsaPrivateKey::new(&mut rsa::rand_core::OsRng, 2_048).expect("a key");
    let pem = key.to_pkcs1_pem(rsa::pkcs1::LineEnding::LF).expect("a PEM");
    CoreRsaPrivateSigningKey::from_pem(&pem, None).expect("the same key")
}

/// RFC 4648, section 5, without padding.
fn base64url(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let three = [chunk[0], chunk.get(1).copied().unwrap_or(0), chunk.get(2).copied().unwrap_or(0)];
        let bits = u32::from_be_bytes([0, three[0], three[1], three[2]]);
        for position in 0..=chunk.len() {
            text.push(char::from(LETTERS[(bits >> (18 - 6 * position)) as usize & 63]));
        }
    }
    text
}

/// Serves as Muster itself does.
async fn axum_serve(listener: TcpListener, app: Router) {
    backend::server::serve(listener, app, backend::limits::Limits::default(), std::future::pending()).await;
}
