//! Which file of a crate imports which, read from the `use` lines and from paths within the code.
//!
//! An import leads to the file that defines the name: a module that only passes a name on (`pub use`) is no stop. A module's
//! `mod` line is no import either: a folder's front knows what lies in it.

use super::SourceFile;
use std::collections::{BTreeMap, BTreeSet};

/// The files of one crate, by the path of their module (`["stages", "merge"]`; the crate's root is empty).
type Modules<'a> = BTreeMap<Vec<String>, &'a SourceFile>;

/// Circles of imports, in any crate: each as the files that it runs through, in a stable order.
pub fn circles(files: &[SourceFile]) -> Vec<Vec<String>> {
    let mut crates: BTreeMap<&str, Modules<'_>> = BTreeMap::new();
    for file in files {
        if let Some((name, module)) = place_of(&file.path) {
            crates.entry(name).or_default().insert(module, file);
        }
    }
    crates.values().flat_map(circles_of).collect()
}

/// The crate's folder and the module's path of a source file; `None` for tests, build scripts and other programs.
fn place_of(path: &str) -> Option<(&str, Vec<String>)> {
    let (name, rest) = path.split_once("/src/")?;
    let rest = rest.strip_suffix(".rs")?;
    let module = match rest {
        "lib" | "main" => Vec::new(),
        _ => rest.split('/').map(str::to_owned).collect(),
    };
    (!name.contains('/') && !rest.starts_with("bin/")).then_some((name, module))
}

fn circles_of(modules: &Modules<'_>) -> Vec<Vec<String>> {
    let passed_on: BTreeMap<&Vec<String>, BTreeMap<String, Vec<String>>> =
        modules.iter().map(|(module, file)| (module, passed_on(module, file))).collect();
    let arrows: BTreeMap<&Vec<String>, BTreeSet<&Vec<String>>> = modules
        .iter()
        .map(|(module, file)| {
            let targets = imports(module, file).into_iter().filter_map(|path| home_of(path, modules, &passed_on));
            (module, targets.filter(|target| *target != module).collect())
        })
        .collect();
    let reach: BTreeMap<&Vec<String>, BTreeSet<&Vec<String>>> =
        arrows.keys().map(|module| (*module, reached(module, &arrows))).collect();
    let mut circles: BTreeSet<Vec<String>> = BTreeSet::new();
    for (module, reached) in &reach {
        if reached.contains(*module) {
            let both = |other: &&&Vec<String>| reach.get(**other).is_some_and(|back| back.contains(*module));
            let files = reached.iter().filter(both).filter_map(|other| Some(modules.get(*other)?.path.clone()));
            circles.insert(files.collect());
        }
    }
    circles.into_iter().collect()
}

fn reached<'a>(
    from: &Vec<String>,
    arrows: &BTreeMap<&'a Vec<String>, BTreeSet<&'a Vec<String>>>,
) -> BTreeSet<&'a Vec<String>> {
    let mut seen = BTreeSet::new();
    let mut ahead: Vec<&Vec<String>> = arrows.get(from).into_iter().flatten().copied().collect();
    while let Some(module) = ahead.pop() {
        if seen.insert(module) {
            ahead.extend(arrows.get(module).into_iter().flatten());
        }
    }
    seen
}

/// The module that defines what a path names, following names that are only passed on.
fn home_of<'a>(
    mut path: Vec<String>,
    modules: &'a Modules<'_>,
    passed_on: &BTreeMap<&Vec<String>, BTreeMap<String, Vec<String>>>,
) -> Option<&'a Vec<String>> {
    const MOST_STEPS: usize = 8;
    for _ in 0..MOST_STEPS {
        let depth = (0..=path.len()).rev().find(|depth| modules.contains_key(&path[..*depth]))?;
        let (module, _) = modules.get_key_value(&path[..depth])?;
        let further = path.get(depth).and_then(|name| passed_on.get(module)?.get(name));
        match further {
            Some(next) => path = next.iter().chain(&path[depth + 1..]).cloned().collect(),
            None => return Some(module),
        }
    }
    None
}

/// The names that a module passes on, each with the path that it comes from.
fn passed_on(module: &[String], file: &SourceFile) -> BTreeMap<String, Vec<String>> {
    let uses = uses(file).into_iter().filter(|(public, _)| *public);
    uses.flat_map(|(_, tree)| paths_of(&tree))
        .filter_map(|path| Some((path.last()?.clone(), absolute(module, file, &path)?)))
        .collect()
}

/// What a module imports: private `use` lines, and paths in its code that begin with `crate` or `super`.
fn imports(module: &[String], file: &SourceFile) -> Vec<Vec<String>> {
    let used = uses(file).into_iter().filter(|(public, _)| !*public).flat_map(|(_, tree)| paths_of(&tree));
    let in_code = file.code_lines().filter(|(_, line)| !line.contains("use ")).flat_map(|(_, line)| {
        ["crate::", "super::"].into_iter().flat_map(move |start| {
            line.match_indices(start).filter(|(at, _)| starts_a_path(line, *at)).map(move |(at, _)| &line[at..])
        })
    });
    let in_code = in_code.map(|rest| segments(super::path_of(rest).as_str()));
    used.chain(in_code).filter_map(|path| absolute(module, file, &path)).collect()
}

fn starts_a_path(line: &str, at: usize) -> bool {
    !line[..at].ends_with(|before: char| before.is_alphanumeric() || matches!(before, '_' | ':' | '$'))
}

/// Each `use` of a file as one line, and whether it passes names on.
fn uses(file: &SourceFile) -> Vec<(bool, String)> {
    let mut found = Vec::new();
    let mut open: Option<(bool, String)> = None;
    for (_, line) in file.code_lines() {
        if let Some((_, text)) = &mut open {
            text.push_str(line);
        } else if let Some(start) = line.find("use ").filter(|at| *at == 0 || line.starts_with("pub")) {
            open = Some((start > 0, line[start + "use ".len()..].to_owned()));
        }
        if let Some(done) = open.take_if(|(_, text)| text.contains(';')) {
            found.push(done);
        }
    }
    found
}

/// The single paths of a tree such as `crate::a::{b, c::D as E}`.
fn paths_of(tree: &str) -> Vec<Vec<String>> {
    let tree = tree.trim().trim_end_matches(';').trim();
    let Some((front, rest)) = tree.split_once('{') else {
        return vec![segments(tree.split(" as ").next().unwrap_or_default())];
    };
    let inner = rest.rsplit_once('}').map_or(rest, |(inner, _)| inner);
    let mut parts = vec![String::new()];
    let mut depth = 0;
    for letter in inner.chars() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        parts.last_mut().expect("never empty").push(letter);
    }
    let parts = parts.iter().filter(|part| !part.trim().is_empty());
    parts.flat_map(|part| paths_of(&format!("{front}{}", part.trim()))).collect()
}

fn segments(path: &str) -> Vec<String> {
    let parts = path.trim().split("::").map(str::trim);
    parts.filter(|part| !matches!(*part, "" | "self" | "*")).map(str::to_owned).collect()
}

/// A path counted from the crate's root; `None` for what other crates define.
fn absolute(module: &[String], file: &SourceFile, path: &[String]) -> Option<Vec<String>> {
    let (first, rest) = path.split_first()?;
    match first.as_str() {
        "crate" => Some(rest.to_vec()),
        "super" => {
            let ups = path.iter().take_while(|part| *part == "super").count();
            let kept = module.len().checked_sub(ups)?;
            Some(module[..kept].iter().chain(&path[ups..]).cloned().collect())
        }
        // A module that this file declares.
        child => {
            let declares = |line: &str| line.ends_with(&format!("mod {child};"));
            let declared = file.code_lines().any(|(_, line)| declares(line));
            declared.then(|| module.iter().chain(path).cloned().collect())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{circles, paths_of};
    use crate::tidy::SourceFile;

    fn file(path: &str, text: &str) -> SourceFile {
        SourceFile { path: path.to_owned(), text: text.to_owned() }
    }

    #[test]
    fn trees_fall_into_paths() {
        let paths: Vec<String> = paths_of("crate::a::{b, c::{D, e}};").iter().map(|path| path.join("::")).collect();
        assert_eq!(paths, ["crate::a::b", "crate::a::c::D", "crate::a::c::e"]);
    }

    #[test]
    fn a_circle_is_found_through_a_name_that_is_passed_on() {
        let lib = file("x/src/lib.rs", "mod a;\nmod b;\n");
        let front = file("x/src/a.rs", "mod inner;\npub use inner::Name;\n");
        let inner = file("x/src/a/inner.rs", "use crate::b::Other;\npub struct Name;\n");
        let b = file("x/src/b.rs", "use crate::a::Name;\npub struct Other;\n");
        assert_eq!(circles(&[lib, front, inner, b]), [["x/src/a/inner.rs", "x/src/b.rs"]]);
    }

    #[test]
    fn a_ladder_has_no_circle() {
        let a = file("x/src/a.rs", "mod inner;\nuse inner::Name;\n");
        let inner = file("x/src/a/inner.rs", "use super::super::b::Other;\npub struct Name;\n");
        let b = file("x/src/b.rs", "pub struct Other;\n#[cfg(test)]\nmod tests { use crate::a::Name; }\n");
        assert_eq!(circles(&[a, inner, b]), Vec::<Vec<String>>::new());
    }
}
