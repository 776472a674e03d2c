//! Reads an answer of the server piece by piece, in the page and in the worker alike.

use crate::texts::language::language;
use js_sys::{Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Headers, ReadableStreamDefaultReader, RequestInit, Response};

/// Asks for `url` and gives the answer's head; `None` if the server can't be reached.
pub async fn open(url: &str) -> Option<Response> {
    open_unless(url, None).await
}

/// Asks for `url`, unless it is still what this entity tag names: then the answer's status is 304.
pub async fn open_unless(url: &str, etag: Option<&str>) -> Option<Response> {
    let headers = Headers::new().ok()?;
    headers.set("Accept-Language", language().tag()).ok()?;
    if let Some(etag) = etag {
        headers.set("If-None-Match", etag).ok()?;
    }
    let options = RequestInit::new();
    options.set_headers(&headers);
    // The page and the worker have different global objects, and both have `fetch`.
    let global = js_sys::global();
    let fetch: Function = Reflect::get(&global, &JsValue::from_str("fetch")).ok()?.dyn_into().ok()?;
    let promise: Promise = fetch.call2(&global, &JsValue::from_str(url), &options).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()?.dyn_into().ok()
}

/// A header of the answer as a number.
pub fn number_header(response: &Response, name: &str) -> Option<u64> {
    response.headers().get(name).ok()??.trim().parse().ok()
}

/// A header of the answer.
pub fn text_header(response: &Response, name: &str) -> Option<String> {
    response.headers().get(name).ok()?
}

/// The file name that the server proposes.
pub fn file_name(response: &Response) -> Option<String> {
    let disposition = response.headers().get("Content-Disposition").ok()??;
    let (_, rest) = disposition.split_once("filename=")?;
    let name = rest.split(';').next()?.trim().trim_matches('"');
    (!name.is_empty()).then(|| name.to_owned())
}

/// Hands over each piece of the body as it comes; `false` if the connection broke before the end.
pub async fn each_chunk(response: &Response, mut take: impl FnMut(&Uint8Array)) -> bool {
    let Some(body) = response.body() else { return true };
    let Ok(reader) = body.get_reader().dyn_into::<ReadableStreamDefaultReader>() else { return false };
    loop {
        let Ok(step) = JsFuture::from(reader.read()).await else { return false };
        let done = Reflect::get(&step, &JsValue::from_str("done")).is_ok_and(|done| done.is_truthy());
        if done {
            return true;
        }
        let Ok(chunk) = Reflect::get(&step, &JsValue::from_str("value")) else { return false };
        take(&Uint8Array::new(&chunk));
    }
}

/// The whole body as text, for problems.
pub async fn text(response: &Response) -> Option<String> {
    JsFuture::from(response.text().ok()?).await.ok()?.as_string()
}
