//! Turns the catalogue of texts into functions, one for each message, and refuses a language that lacks one, has one too
//! many, or uses other variables than English does.
//!
//! The texts are written in Fluent's notation and read by Fluent's own parser, but here, at build time: the page carries
//! only the words (see docs/decisions/0006-texts-at-build-time.md).

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement, VariantKey};

/// The languages, by the name of their file and of their variant in `texts/language.rs`; the first is the reference.
const LANGUAGES: [(&str, &str); 2] = [("en", "English"), ("de", "German")];

/// The messages of one language.
type Messages = BTreeMap<String, Message<String>>;

fn main() -> io::Result<()> {
    let here = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join("texts");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=texts");
    let mut languages = Vec::new();
    for (file, _) in LANGUAGES {
        languages.push(read(&here.join(format!("{file}.ftl")))?);
    }
    let code = catalogue(&languages).map_err(io::Error::other)?;
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    fs::write(out.join("catalogue.rs"), code)
}

fn read(path: &Path) -> io::Result<Messages> {
    let source = fs::read_to_string(path)?;
    let resource = fluent_syntax::parser::parse(source)
        .map_err(|(_, errors)| io::Error::other(format!("{}: {errors:?}", path.display())))?;
    let messages = resource.body.into_iter().filter_map(|entry| match entry {
        Entry::Message(message) => Some((message.id.name.clone(), message)),
        _ => None,
    });
    Ok(messages.collect())
}

/// The whole module: one inner module for each first word.
fn catalogue(languages: &[Messages]) -> Result<String, String> {
    let [reference, others @ ..] = languages else { return Err("there is no language".to_owned()) };
    for ((file, _), other) in LANGUAGES.iter().skip(1).zip(others) {
        if let Some(missing) = reference.keys().find(|name| !other.contains_key(*name)) {
            return Err(format!("{file}.ftl lacks {missing}"));
        }
        if let Some(strange) = other.keys().find(|name| !reference.contains_key(*name)) {
            return Err(format!("{file}.ftl has {strange}, which English doesn't have"));
        }
    }
    let mut modules: BTreeMap<&str, String> = BTreeMap::new();
    for name in reference.keys() {
        let (module, function) = name.split_once('-').ok_or_else(|| format!("{name} names no module"))?;
        let said: Vec<&Message<String>> = languages.iter().filter_map(|messages| messages.get(name)).collect();
        let code = function_of(&function.replace('-', "_"), &said).map_err(|error| format!("{name}: {error}"))?;
        modules.entry(module).or_default().push_str(&code);
    }
    let mut code = String::new();
    for (module, functions) in modules {
        let _ = writeln!(code, "/// Texts that begin with `{module}`.\npub mod {module} {{");
        let _ = writeln!(code, "{functions}}}");
    }
    Ok(code)
}

/// The variables of a pattern, and whether each is a number.
fn variables(pattern: &Pattern<String>, found: &mut BTreeMap<String, bool>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        match expression {
            Expression::Inline(inline) => {
                if let Some((name, is_number)) = variable(inline) {
                    *found.entry(name.to_owned()).or_default() |= is_number;
                }
            }
            Expression::Select { selector, variants } => {
                if let Some((name, _)) = variable(selector) {
                    found.insert(name.to_owned(), true);
                }
                for variant in variants {
                    variables(&variant.value, found);
                }
            }
        }
    }
}

/// `$x`, or `NUMBER($x)`, which is a number.
fn variable(inline: &InlineExpression<String>) -> Option<(&str, bool)> {
    match inline {
        InlineExpression::VariableReference { id } => Some((&id.name, false)),
        InlineExpression::FunctionReference { id, arguments } if id.name == "NUMBER" => {
            match arguments.positional.as_slice() {
                [InlineExpression::VariableReference { id }] => Some((&id.name, true)),
                _ => None,
            }
        }
        _ => None,
    }
}

fn function_of(function: &str, said: &[&Message<String>]) -> Result<String, String> {
    let patterns: Vec<&Pattern<String>> = said.iter().filter_map(|message| message.value.as_ref()).collect();
    let mut all: Vec<BTreeMap<String, bool>> = Vec::new();
    for pattern in &patterns {
        let mut found = BTreeMap::new();
        variables(pattern, &mut found);
        all.push(found);
    }
    let [first, rest @ ..] = all.as_slice() else { return Err("no language says it".to_owned()) };
    let names = |variables: &BTreeMap<String, bool>| variables.keys().cloned().collect::<BTreeSet<_>>();
    if rest.iter().any(|other| names(other) != names(first)) {
        return Err("its variables differ from language to language".to_owned());
    }
    // A number in one language is one in all.
    let numbers: BTreeSet<&str> =
        all.iter().flatten().filter(|(_, is_number)| **is_number).map(|(name, _)| name.as_str()).collect();

    let mut code = String::new();
    let comment = said.first().and_then(|message| message.comment.as_ref());
    for line in comment.iter().flat_map(|comment| &comment.content) {
        let _ = writeln!(code, "    /// {line}");
    }
    if comment.is_some() {
        let _ = writeln!(code, "    ///");
    }
    let _ = writeln!(code, "    /// `{}`", plain(patterns.first().copied()).replace('`', "'"));
    if first.is_empty() {
        let _ = writeln!(code, "    pub fn {function}() -> &'static str {{\n        match super::language() {{");
        for ((_, language), pattern) in LANGUAGES.iter().zip(&patterns) {
            let _ = writeln!(code, "            super::Language::{language} => {:?},", plain(Some(pattern)));
        }
        let _ = writeln!(code, "        }}\n    }}");
        return Ok(code);
    }
    let arguments: Vec<String> = first
        .keys()
        .map(|name| {
            format!("{name}: impl {}", if numbers.contains(name.as_str()) { "super::Count" } else { "super::Display" })
        })
        .collect();
    let _ = writeln!(code, "    pub fn {function}({}) -> String {{", arguments.join(", "));
    for name in &numbers {
        let _ = writeln!(code, "        let {name} = super::Count::count({name});");
    }
    let _ = writeln!(code, "        match super::language() {{");
    for ((_, language), pattern) in LANGUAGES.iter().zip(&patterns) {
        let _ = writeln!(code, "            super::Language::{language} => {},", expression_of(pattern, &numbers)?);
    }
    let _ = writeln!(code, "        }}\n    }}");
    Ok(code)
}

/// A pattern as an expression that makes a `String`.
fn expression_of(pattern: &Pattern<String>, numbers: &BTreeSet<&str>) -> Result<String, String> {
    if let [PatternElement::Placeable { expression: Expression::Select { selector, variants } }] =
        pattern.elements.as_slice()
    {
        let (name, _) = variable(selector).ok_or("it selects by something other than a variable")?;
        let mut arms = String::new();
        let mut rest = None;
        for variant in variants {
            let said = expression_of(&variant.value, numbers)?;
            match &variant.key {
                _ if variant.default => rest = Some(said),
                VariantKey::Identifier { name } if name == "one" => {
                    let _ = write!(arms, "super::Plural::One => {said}, ");
                }
                _ => return Err("it selects something other than [one] and *[other]".to_owned()),
            }
        }
        let rest = rest.ok_or("it has no default")?;
        return Ok(format!("match super::plural({name}) {{ {arms}super::Plural::Other => {rest} }}"));
    }
    let (mut form, mut arguments) = (String::new(), String::new());
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => form.push_str(&value.replace('{', "{{").replace('}', "}}")),
            PatternElement::Placeable { expression: Expression::Inline(inline) } => {
                let (name, _) = variable(inline).ok_or("it holds something other than a variable")?;
                form.push_str("{}");
                let argument = if numbers.contains(name) { format!("super::number({name})") } else { name.to_owned() };
                let _ = write!(arguments, ", {argument}");
            }
            PatternElement::Placeable { .. } => return Err("a selection has to be the whole text".to_owned()),
        }
    }
    Ok(format!("format!({form:?}{arguments})"))
}

/// A pattern as plain text, with its variables in braces.
fn plain(pattern: Option<&Pattern<String>>) -> String {
    let elements = pattern.map(|pattern| pattern.elements.as_slice()).unwrap_or_default();
    let said = elements.iter().map(|element| match element {
        PatternElement::TextElement { value } => value.clone(),
        PatternElement::Placeable { expression: Expression::Inline(inline) } => {
            variable(inline).map_or_else(String::new, |(name, _)| format!("{{{name}}}"))
        }
        PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
            plain(variants.iter().find(|variant| variant.default).map(|variant| &variant.value))
        }
    });
    said.collect()
}
