//! The npm package in Node: the native engine's plans to the byte, types that say what is there, examples that run.

use std::fmt::Write as _;
use std::sync::Arc;

use serde::Deserialize;
use serde_json::{Value, json};
use shared::{Against, Directory, Options, Reading, Review, Schema, Upload};
use tests::base64::base64;
use tests::fixtures::{BASE_REVISION, Case, REVISION, cases, directory};
use tests::package::{node, node_with_status, project, type_errors};
use tests::tidy::root;

/// What the package says of one case.
#[derive(Debug, PartialEq, Deserialize)]
struct Answer {
    plan: String,
    fixes: usize,
    fixed: String,
    reading: Value,
}

fn answers(folder: &std::path::Path, cases: &[Case]) -> Vec<Answer> {
    let case = |case: &Case| {
        let base = case.base.as_deref().map(base64);
        json!({"name": case.name, "upload": base64(&case.upload), "base": base, "options": case.options})
    };
    let input = json!({
        "directory": base64(&directory()),
        "revision": REVISION,
        "baseRevision": BASE_REVISION,
        "cases": cases.iter().map(case).collect::<Vec<_>>(),
    });
    serde_json::from_str(&node(folder, "plans.mjs", &[], &input.to_string())).expect("a list of answers")
}

fn native(case: &Case, now: &Arc<Directory>) -> Answer {
    let schema = now.schema();
    let base = case.base.as_ref().map(|base| {
        Arc::new(Directory::from_extract(schema.clone(), base.clone(), BASE_REVISION).expect("a readable base"))
    });
    let mut options: Options = serde_json::from_value(case.options.clone()).expect("options that the engine knows");
    options.base = options.base.or_else(|| base.as_ref().map(|base| base.revision()));
    let upload = Upload { name: case.name.clone(), bytes: case.upload.clone() };
    let mut review = Review::new(Against::new(now.clone(), base).expect("one schema"), upload, options);
    Answer {
        plan: review.plan().to_json(schema),
        fixes: review.apply_safe_fixes(),
        fixed: review.plan().to_json(schema),
        reading: serde_json::from_str(&Reading::of(case.upload.clone(), None).to_json()).expect("JSON"),
    }
}

#[test]
fn the_package_answers_as_the_native_engine_does() {
    let schema = Arc::new(Schema::standard());
    let now = Arc::new(Directory::from_extract(schema, directory(), REVISION).expect("a readable directory"));
    let cases = cases();
    let answers = answers(project().path(), &cases);
    assert_eq!(answers.len(), cases.len());
    for (case, answer) in cases.iter().zip(answers) {
        assert_eq!(answer, native(case, &now), "{}", case.name);
    }
}

#[test]
fn the_types_say_what_is_there_no_more_and_no_less() {
    let project = project();
    let mut samples = "import type { Check, Options, Reading } from \"muster-engine\";\n".to_owned();
    for (number, answer) in answers(project.path(), &cases()).iter().enumerate() {
        // A literal may neither lack a member of its type nor have another one.
        let _ = writeln!(samples, "export const plan{number}: Check = {};", answer.plan);
        let _ = writeln!(samples, "export const fixed{number}: Check = {};", answer.fixed);
        let _ = writeln!(samples, "export const reading{number}: Reading = {};", answer.reading);
    }
    let options = serde_json::to_value(Options::default()).expect("JSON");
    let _ = writeln!(samples, "export const options: Required<Options> = {options};");
    std::fs::write(project.path().join("samples.mts"), &samples).expect("a writable folder");
    assert_eq!(type_errors(project.path(), &["samples.mts"]), "");

    // That the compiler would have said so is shown by a member too many.
    let wrong = samples.replacen("\"counts\":{", "\"counts\":{\"others\":1,", 1);
    std::fs::write(project.path().join("samples.mts"), wrong).expect("a writable folder");
    assert!(type_errors(project.path(), &["samples.mts"]).contains("others"));
}

#[test]
fn every_member_works_as_its_type_says() {
    let project = project();
    let scripts = std::fs::read_to_string(project.path().join("everything.mjs")).expect("the script");
    // Node's own types aren't installed; what is used of them here is said in two lines.
    let declared = "declare module \"node:assert/strict\" { const assert: any; export default assert; }\n\
                    declare module \"node:fs\" { export function readFileSync(path: string): Uint8Array; }\n\
                    declare const process: { argv: string[] }; declare const console: { log(text: string): void };\n\
                    declare class TextEncoder { encode(text: string): Uint8Array }\n";
    std::fs::write(project.path().join("node.d.ts"), declared).expect("a writable folder");
    assert_eq!(type_errors(project.path(), &["node.d.ts", "everything.mjs"]), "");
    for member in ["applyFix", "undo", "redo", "correctedFile", "checkJson", "options", "free"] {
        assert!(scripts.contains(member), "{member}");
    }
    let (directory, upload) = paths();
    let said = node(project.path(), "everything.mjs", &[&directory, &upload], "");
    assert_eq!(said.trim(), "every member was used");
}

#[test]
fn the_example_says_what_a_file_would_do() {
    let project = project();
    let (directory, upload) = paths();
    let example = "node_modules/muster-engine/example.mjs";
    let (said, status) = node_with_status(project.path(), example, &[&directory, &upload], "");
    assert!(said.contains("people change") && said.contains("error, line"), "{said}");
    assert_eq!(status, 1);
    assert_eq!(node_with_status(project.path(), example, &[&directory, &directory], "").1, 0);
}

/// The fixtures' directory, and an upload with an accident that has fixes.
fn paths() -> (String, String) {
    let path = |name: &str| root().join("fixtures").join(name).display().to_string();
    (path("directory.csv"), path("merge/username-changed/upload.csv"))
}
