//! The desk, embedded when the server was built, with its compressed forms; and its front page for every address that
//! the desk itself resolves.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, Method, Response, StatusCode, header};
use axum::response::IntoResponse;
use sha2::{Digest, Sha256};
use shared::words;

use crate::ids::hex_from_bytes;
use crate::problem::Problem;

const FRONT_PAGE: &str = "/index.html";

const NO_DESK: &str = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Muster</title>\
    <h1>This build carries no desk</h1><p>The server and its API work, but the pages weren't built before it was. \
    Run <code>./dev start</code>, which builds both.</p></html>";

/// One file of the desk.
struct EmbeddedFile {
    /// Its address, with the leading slash.
    path: &'static str,
    plain: &'static [u8],
    brotli: Option<&'static [u8]>,
    gzip: Option<&'static [u8]>,
}

/// Written by `build.rs`.
static FILES: &[EmbeddedFile] = include!(concat!(env!("OUT_DIR"), "/desk_files.rs"));

static DESK: LazyLock<BTreeMap<&'static str, (&'static EmbeddedFile, String)>> = LazyLock::new(|| {
    let hashed = |file: &'static EmbeddedFile| {
        let hash = hex_from_bytes(&Sha256::digest(file.plain));
        (file.path, (file, hash.get(..32).unwrap_or_default().to_owned()))
    };
    FILES.iter().map(hashed).collect()
});

/// A file of the desk, or its front page.
pub(super) async fn handle(request: Request) -> Response<Body> {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let mut response = Problem::from_status(StatusCode::METHOD_NOT_ALLOWED).into_response();
        response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET,HEAD"));
        return response;
    }
    let path = request.uri().path();
    let is_page = is_page(path, request.headers());
    let file = match DESK.get(path) {
        None if is_page => DESK.get(FRONT_PAGE),
        found => found,
    };
    match file {
        Some((file, hash)) => response_from_file(file, hash, request.headers()),
        None if DESK.is_empty() && is_page => {
            ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], NO_DESK).into_response()
        }
        None => Problem::not_found(words!("The desk has no such file.")).into_response(),
    }
}

/// Whether an address that is no file of the desk is one of its pages: the desk itself resolves those, and tells of any
/// that isn't there. Whoever walks to it asks for a page; a script or a style sheet asks for anything. A page's address
/// may end as files do: `/people/ann@example.com`.
fn is_page(path: &str, asked: &HeaderMap) -> bool {
    let walks = asked
        .get_all(header::ACCEPT)
        .iter()
        .filter_map(|list| list.to_str().ok())
        .any(|list| list.split(',').any(|kind| kind.trim().to_ascii_lowercase().starts_with("text/html")));
    let (folder, last) = path.rsplit_once('/').unwrap_or_default();
    let beside_files = DESK.keys().any(|file| file.rsplit_once('/').is_some_and(|(known, _)| known == folder));
    walks || !last.contains('.') || !(folder.is_empty() || beside_files)
}

fn response_from_file(file: &EmbeddedFile, hash: &str, asked: &HeaderMap) -> Response<Body> {
    let (bytes, encoding) = match (file.brotli, file.gzip) {
        (Some(brotli), _) if accepts(asked, "br") => (brotli, Some("br")),
        (_, Some(gzip)) if accepts(asked, "gzip") => (gzip, Some("gzip")),
        _ => (file.plain, None),
    };
    // Each form is other bytes, so each has an ETag of its own.
    let etag = format!("\"{hash}-{}\"", encoding.unwrap_or("plain"));
    let known = asked.get_all(header::IF_NONE_MATCH).iter().any(|list| {
        list.to_str().is_ok_and(|list| list.split(',').any(|one| one.trim().trim_start_matches("W/") == etag))
    });
    let mut response = Response::new(if known { Body::empty() } else { Body::from(bytes) });
    if known {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
    }
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type(file.path)));
    // The names of the desk's files stay the same from version to version, so a browser asks each time.
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    // Whether the front page stands here depends on who asks, too.
    headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding, Accept"));
    if let Some(encoding) = encoding {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    if let Ok(etag) = HeaderValue::try_from(etag) {
        headers.insert(header::ETAG, etag);
    }
    response
}

/// Whether the client takes an encoding: named, and not with a weight of zero.
fn accepts(asked: &HeaderMap, encoding: &str) -> bool {
    let lists = asked.get_all(header::ACCEPT_ENCODING).iter().filter_map(|list| list.to_str().ok());
    lists.flat_map(|list| list.split(',')).any(|one| {
        let mut parts = one.split(';').map(str::trim);
        let named = parts.next().is_some_and(|name| name.eq_ignore_ascii_case(encoding));
        let weight = parts.find_map(|part| part.strip_prefix("q=")).and_then(|weight| weight.parse::<f32>().ok());
        named && weight != Some(0.0)
    })
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "json" | "map" | "webmanifest" => "application/json",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderMap, HeaderValue, header};

    use super::accepts;

    #[test]
    fn an_encoding_is_taken_only_where_it_is_wanted() {
        let check = |list: &'static str, encoding| {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static(list));
            accepts(&headers, encoding)
        };
        assert!(check("gzip, deflate, br;q=0.9", "br"));
        assert!(check("GZIP", "gzip"));
        assert!(!check("gzip, br;q=0", "br"));
        assert!(!check("identity", "br"));
        assert!(!accepts(&HeaderMap::new(), "gzip"));
    }
}
