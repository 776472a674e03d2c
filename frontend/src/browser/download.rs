//! Gives a file to the browser's downloads, without a request.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// The pieces as one file in the browser's hands; nothing is copied into wasm.
pub fn blob_from_chunks(chunks: &Array) -> Option<Blob> {
    let kind = BlobPropertyBag::new();
    kind.set_type("text/csv;charset=utf-8");
    Blob::new_with_u8_array_sequence_and_options(chunks, &kind).ok()
}

/// One piece as a file.
pub fn blob_from_bytes(bytes: &Uint8Array) -> Option<Blob> {
    blob_from_chunks(&Array::of1(bytes))
}

/// Saves the file under a name, as if a link to it had been followed.
pub fn save(name: &str, blob: &Blob) {
    let Some(document) = super::page::document() else { return };
    let Ok(url) = Url::create_object_url_with_blob(blob) else { return };
    if let Some(link) = document.create_element("a").ok().and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) {
        link.set_href(&url);
        link.set_download(name);
        link.click();
    }
    // The browser reads the address a moment after the click, so it is given back later and not at once.
    gloo::timers::callback::Timeout::new(60_000, move || {
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
}
