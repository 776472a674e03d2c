//! The language that she chose, or that her browser asks for.

use wasm_bindgen::JsCast;
use web_sys::{Storage, WorkerGlobalScope};

use crate::texts::language::{Language, choose, language};

/// Under this name the choice is kept. It is no personal data, and nothing else is kept in the browser.
const KEY: &str = "muster-language";

/// Chooses the language before anything is shown, and tells the document, so that screen readers speak it.
pub fn begin() {
    let asked_for = || Language::of_tag(&web_sys::window()?.navigator().language()?);
    let language = kept().or_else(asked_for).unwrap_or_default();
    choose(language);
    if let Some(root) = super::page::document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("lang", language.tag());
        let _ = root.set_attribute("dir", language.direction());
    }
}

/// What the address of a worker's script says of the page's language.
pub fn for_worker() -> String {
    format!("?language={}", language().tag())
}

/// Chooses, in a worker, the language that its script's address names.
pub fn begin_worker() {
    let scope: Option<WorkerGlobalScope> = js_sys::global().dyn_into().ok();
    let search = scope.map(|scope| scope.location().search()).unwrap_or_default();
    choose(search.strip_prefix("?language=").and_then(Language::of_tag).unwrap_or_default());
}

/// Keeps another choice, and loads the page anew in it. With unsent work, the browser asks first.
pub fn change(language: Language) {
    if let Some(storage) = storage() {
        // Where the browser keeps nothing, the language of the browser stays.
        let _ = storage.set_item(KEY, language.tag());
    }
    super::page::reload();
}

fn kept() -> Option<Language> {
    Language::of_tag(&storage()?.get_item(KEY).ok()??)
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}
