//! The language that she chose, or that her browser asks for.

use web_sys::Storage;

use crate::texts::language::{Language, choose};

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
