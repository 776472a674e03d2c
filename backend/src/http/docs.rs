//! `GET /api/docs`: the document of the API as a page to read, made from the document itself. It needs no script, and
//! nothing from elsewhere.

use std::fmt::Write;
use std::sync::LazyLock;

use axum::http::{HeaderName, header};
use serde_json::{Map, Value};

use super::openapi::document;

const STYLE: &str = "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;\
    color-scheme:light dark}code,pre{font-family:ui-monospace,monospace;font-size:.9em}pre{overflow:auto;padding:.75rem;\
    border:1px solid #8888;border-radius:.4rem}section{border-top:1px solid #8888;padding:.5rem 0}\
    h3 code{font-weight:bold}table{border-collapse:collapse}td,th{padding:.2rem 1rem .2rem 0;text-align:left;\
    vertical-align:top}";

static PAGE: LazyLock<String> = LazyLock::new(|| page(&serde_json::to_value(document()).unwrap_or_default()));

/// The document of the API as a page
#[utoipa::path(
    get,
    path = "/api/docs",
    tag = "operating",
    security(()),
    responses((status = 200, body = String, content_type = "text/html"))
)]
pub(super) async fn handle() -> ([(HeaderName, &'static str); 1], &'static str) {
    ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], PAGE.as_str())
}

/// How that page looks
#[utoipa::path(
    get,
    path = "/api/docs.css",
    tag = "operating",
    security(()),
    responses((status = 200, body = String, content_type = "text/css"))
)]
pub(super) async fn style() -> ([(HeaderName, &'static str); 1], &'static str) {
    ([(header::CONTENT_TYPE, "text/css")], STYLE)
}

fn page(document: &Value) -> String {
    let empty = Map::new();
    let members = |value: &Value, name: &str| value.get(name).and_then(Value::as_object).cloned().unwrap_or_default();
    let mut html = String::from(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Muster: the API</title>\
         <meta name=\"viewport\" content=\"width=device-width\"><link rel=\"stylesheet\" href=\"/api/docs.css\"></head>\
         <body><main><h1>Muster: the API</h1>",
    );
    let _ = write!(html, "<p>{}</p>", escaped(text(document.get("info").unwrap_or(&Value::Null), "description")));
    html.push_str("<p>For programs: <a href=\"/api/openapi.json\">openapi.json</a></p>");
    let paths = members(document, "paths");
    for tag in document.get("tags").and_then(Value::as_array).into_iter().flatten() {
        let name = text(tag, "name");
        let _ = write!(html, "<h2>{}</h2><p>{}</p>", escaped(name), escaped(text(tag, "description")));
        for (path, item) in &paths {
            for (method, operation) in item.as_object().unwrap_or(&empty) {
                let tags = operation.get("tags").and_then(Value::as_array);
                if tags.is_some_and(|tags| tags.iter().any(|tag| tag.as_str() == Some(name))) {
                    html.push_str(&section(method, path, operation));
                }
            }
        }
    }
    html.push_str("<h2>What is sent and given</h2>");
    for (name, schema) in members(document.get("components").unwrap_or(&Value::Null), "schemas") {
        let schema = serde_json::to_string_pretty(&schema).unwrap_or_default();
        let name = escaped(&name);
        let _ = write!(html, "<section id=\"{name}\"><h3>{name}</h3><pre>{}</pre></section>", escaped(&schema));
    }
    html.push_str("</main></body></html>");
    html
}

fn section(method: &str, path: &str, operation: &Value) -> String {
    let mut html = format!(
        "<section><h3><code>{} {}</code></h3><p>{}</p><p>{}</p>",
        method.to_uppercase(),
        escaped(path),
        escaped(text(operation, "summary")),
        escaped(text(operation, "description"))
    );
    let parameters = operation.get("parameters").and_then(Value::as_array).cloned().unwrap_or_default();
    if !parameters.is_empty() {
        html.push_str("<table><tr><th>Parameter</th><th>In</th><th></th></tr>");
        for parameter in &parameters {
            let (name, place) = (escaped(text(parameter, "name")), escaped(text(parameter, "in")));
            let about = escaped(text(parameter, "description"));
            let _ = write!(html, "<tr><td><code>{name}</code></td><td>{place}</td><td>{about}</td></tr>");
        }
        html.push_str("</table>");
    }
    if let Some(body) = operation.pointer("/requestBody/content") {
        let _ = write!(html, "<p>Takes: {}</p>", contents(body));
    }
    let answers = operation.get("responses").and_then(Value::as_object).cloned().unwrap_or_default();
    for (status, answer) in answers.iter().filter(|(status, _)| *status != "default") {
        let about = escaped(text(answer, "description"));
        let content = answer.get("content").map(contents).unwrap_or_default();
        let _ = write!(html, "<p>{}: {about} {content}</p>", escaped(status));
    }
    html.push_str("</section>");
    html
}

/// The kinds of content, each with a link to what it holds.
fn contents(content: &Value) -> String {
    let kinds = content.as_object().cloned().unwrap_or_default();
    let shown = kinds.iter().map(|(kind, content)| {
        let reference = content.pointer("/schema/$ref").and_then(Value::as_str).unwrap_or_default();
        match reference.rsplit('/').next().filter(|name| !name.is_empty()) {
            Some(name) => format!("<code>{}</code> <a href=\"#{1}\">{1}</a>", escaped(kind), escaped(name)),
            None => format!("<code>{}</code>", escaped(kind)),
        }
    });
    shown.collect::<Vec<_>>().join(", ")
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value.get(name).and_then(Value::as_str).unwrap_or_default()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::PAGE;

    #[test]
    fn every_route_stands_on_the_page_and_nothing_of_the_page_runs() {
        let document = serde_json::to_value(super::document()).expect("a document");
        for path in document["paths"].as_object().expect("paths").keys() {
            assert!(PAGE.contains(&format!(" {path}</code>")), "{path}");
        }
        assert!(!PAGE.contains("<script") && !PAGE.contains("style="));
    }
}
