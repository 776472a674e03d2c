//! What the engine says, in the language of the page. English it says by itself; another language is a file of the server,
//! which is fetched once, before the first plan is shown.

use std::cell::RefCell;

use shared::rule::Rule;
use shared::{Catalogue, Words};

use crate::browser::{fetch, language};
use crate::texts::language::{Language, language as chosen};

thread_local! {
    static CATALOGUE: RefCell<Option<Catalogue>> = const { RefCell::new(None) };
}

/// Takes over the language that the page started this worker in.
pub(super) fn begin() {
    language::begin_worker();
}

/// Fetches the language's file, if it isn't there yet. Without it, the engine is heard in English.
pub(super) async fn know() {
    if chosen() == Language::English || CATALOGUE.with_borrow(Option::is_some) {
        return;
    }
    let address = format!("/texts/{}.json", chosen().tag());
    let Some(answer) = fetch::open(&address).await.filter(web_sys::Response::ok) else { return };
    let json = fetch::text(&answer).await.unwrap_or_default();
    CATALOGUE.set(Catalogue::from_json(&json).ok());
}

/// What the engine means, as she reads it.
pub(super) fn said(words: &Words) -> String {
    CATALOGUE.with_borrow(|catalogue| match catalogue {
        Some(catalogue) => catalogue.said(words),
        None => words.to_string(),
    })
}

/// What a rule looks for, in a few words.
pub(super) fn looked_for(rule: &Rule) -> String {
    let named = CATALOGUE.with_borrow(|catalogue| catalogue.as_ref()?.rule_name(rule.name).map(str::to_owned));
    named.unwrap_or_else(|| rule.name.replace('-', " "))
}
