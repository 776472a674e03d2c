//! Every language says all that the engine and the server say, with the same values in it, and nothing that nobody says.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use proc_macro2::{TokenStream, TokenTree};
use serde::Deserialize;
use shared::Catalogue;
use tests::tidy::{root, rust_files};

/// Where something is said to people by `words!`.
const SPEAKERS: [&str; 2] = ["shared/src/", "backend/src/"];

/// A language's file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Language {
    #[serde(rename = "thousands")]
    _thousands: char,
    texts: BTreeMap<String, String>,
    rules: BTreeMap<String, String>,
}

#[test]
fn every_language_says_everything() {
    let said = said_in_english();
    assert!(said.len() > 500, "only {} texts were found in the code", said.len());
    let rules: BTreeSet<String> = shared::rules::ALL.iter().map(|rule| rule.name.to_owned()).collect();
    let mut wrong = Vec::new();
    for (name, json) in languages() {
        let language: Language = serde_json::from_str(&json).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(Catalogue::from_json(&json).is_ok(), "{name} isn't what the engine reads");
        for (text, place) in &said {
            match language.texts.get(text) {
                None => wrong.push(format!("{name} lacks what {place} says: {text:?}")),
                Some(own) if own.trim().is_empty() => wrong.push(format!("{name} says nothing for {text:?}")),
                Some(own) if places_in(own) != places_in(text) => {
                    wrong.push(format!("{name} has other values than {place}: {text:?} is {own:?}"));
                }
                Some(_) => {}
            }
        }
        let strange = language.texts.keys().filter(|text| !said.contains_key(*text));
        wrong.extend(strange.map(|text| format!("{name} has what nobody says: {text:?}")));
        let named: BTreeSet<String> = language.rules.into_keys().collect();
        wrong.extend(rules.symmetric_difference(&named).map(|rule| format!("{name} names other rules: {rule}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The files of all languages but English, which stands in the code.
fn languages() -> Vec<(String, String)> {
    let folder = fs::read_dir(root().join("frontend/texts")).expect("the folder of texts");
    let files =
        folder.flatten().map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|is| is == "json"));
    let read = |path: std::path::PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        (name, fs::read_to_string(&path).expect("a readable file"))
    };
    let languages: Vec<(String, String)> = files.map(read).collect();
    assert!(!languages.is_empty(), "no language but English was found");
    languages
}

/// Each English text, and the file that says it.
fn said_in_english() -> BTreeMap<String, String> {
    let mut said = BTreeMap::new();
    for file in rust_files() {
        if !SPEAKERS.iter().any(|speaker| file.path.starts_with(speaker)) {
            continue;
        }
        // What tests say, nobody reads.
        let code = file.text.split("\n#[cfg(test)]\n").next().unwrap_or_default();
        let tokens: TokenStream = code.parse().unwrap_or_else(|error| panic!("{}: {error}", file.path));
        collect(tokens, &file.path, &mut said);
    }
    said
}

/// The first literal of each `words!(…)`.
fn collect(tokens: TokenStream, path: &str, said: &mut BTreeMap<String, String>) {
    let mut before: [Option<TokenTree>; 2] = [None, None];
    for token in tokens {
        if let TokenTree::Group(group) = &token {
            let [name, mark] = &before;
            let is_call = matches!(name, Some(TokenTree::Ident(name)) if name == "words")
                && matches!(mark, Some(TokenTree::Punct(mark)) if mark.as_char() == '!');
            if let Some(TokenTree::Literal(text)) = group.stream().into_iter().next().filter(|_| is_call) {
                let text: syn::LitStr = syn::parse_str(&text.to_string()).expect("words! takes a text");
                said.insert(text.value(), path.to_owned());
            }
            collect(group.stream(), path, said);
        }
        before = [before[1].take(), Some(token)];
    }
}

fn places_in(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(place, _)| place).collect()
}
