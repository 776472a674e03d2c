//! Keeps other sites from writing with an admin's cookie.
//!
//! A write needs a header that no form and no foreign page can send without asking us first (and nobody is ever
//! allowed), and the browser's own word that it comes from our page: `Sec-Fetch-Site`, or else an `Origin` that is
//! the host that was asked. The cookie is `SameSite=Strict` besides. A request with a token carries no cookie's rights,
//! so it needs none of that.

use axum::extract::Request;
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use shared::words;

use super::auth::shows_token;
use crate::problem::Problem;

/// The layer.
pub(super) async fn refuse_others(request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if reads || shows_token(request.headers()) || is_ours(request.headers()) {
        return next.run(request).await;
    }
    Problem::new(
        StatusCode::FORBIDDEN,
        "foreign-request",
        words!("This didn't come from Muster's own pages"),
        words!("A write needs the header X-Muster: desk, and Sec-Fetch-Site or Origin of this very site."),
        words!("Do it on Muster's own pages. If you came through a proxy, it must pass the Host header on."),
    )
    .into_response()
}

fn is_ours(headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if text("x-muster") != Some("desk") {
        return false;
    }
    if let Some(site) = text("sec-fetch-site") {
        return site == "same-origin";
    }
    let host = text(header::HOST.as_str());
    let origin = text(header::ORIGIN.as_str()).and_then(|origin| origin.split_once("://"));
    origin.is_some_and(|(_, authority)| host.is_some_and(|host| host.eq_ignore_ascii_case(authority)))
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderMap, HeaderValue};

    use super::is_ours;

    fn check(headers: &[(&'static str, &'static str)]) -> bool {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.insert(*name, HeaderValue::from_static(value));
        }
        is_ours(&map)
    }

    #[test]
    fn only_our_own_pages_write() {
        let desk = ("x-muster", "desk");
        let host = ("host", "muster.example:8080");
        assert!(check(&[desk, ("sec-fetch-site", "same-origin")]));
        assert!(check(&[desk, host, ("origin", "http://muster.example:8080")]));
        assert!(!check(&[("sec-fetch-site", "same-origin")]));
        assert!(!check(&[desk, host]));
        assert!(!check(&[desk, host, ("origin", "http://muster.example")]));
        assert!(!check(&[desk, host, ("origin", "null")]));
        assert!(!check(&[desk, host, ("origin", "http://muster.example:8080"), ("sec-fetch-site", "same-site")]));
        assert!(!check(&[desk, host, ("origin", "http://muster.example:8080"), ("sec-fetch-site", "none")]));
    }
}
