//! One engine, compiled twice: the browser's worker and the native engine make the same bytes of every case.

use std::sync::Arc;

use serde_json::{Value, json};
use shared::directory::Directory;
use shared::review::{Against, Review, Upload};
use shared::schema::Schema;
use shared::stages::bytes::encoding::NAMES;
use tests::base64::base64;
use tests::browser::Browser;
use tests::fixtures::{BASE_REVISION, Case, REVISION, cases, directory};
use tests::muster::{Muster, PEOPLE};

/// Starts the worker in the page, asks it for one plan, and ends it.
const ASK_WORKER: &str = r#"
    const [message, directory, base, upload, done] = arguments;
    const bytes = text => text === null ? null : Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
    const worker = new Worker("/worker-boot.js");
    const end = answer => { worker.terminate(); done(answer); };
    worker.onerror = event => end({ error: event.message || "the worker did not load" });
    worker.onmessage = event => {
        const said = JSON.parse(event.data[0]);
        if (said.ready) worker.postMessage([message, bytes(directory), bytes(base), bytes(upload)]);
        else if (said === "checked") end({ plan: event.data[1] });
        else if (said.broken) end({ error: said.broken.message });
    };
"#;

/// The plan that the native engine makes, or the findings for which the directory is refused.
fn native_plan(directory: &[u8], case: &Case) -> String {
    let schema = Arc::new(Schema::standard());
    let read = |bytes: &[u8], revision| {
        Directory::from_extract(schema.clone(), bytes.to_vec(), revision).expect("a readable directory")
    };
    let base = case.base.as_deref().map(|base| Arc::new(read(base, BASE_REVISION)));
    let review = Review::new(
        Against::new(Arc::new(read(directory, REVISION)), base).expect("one schema"),
        Upload { name: format!("{}.csv", case.name.replace('/', "-")), bytes: case.upload.clone() },
        serde_json::from_value(case.options.clone()).expect("options that the engine knows"),
    );
    review.plan().to_json(&schema)
}

async fn worker_plan(browser: &Browser, directory: &[u8], case: &Case) -> String {
    let message = json!({"check": {
        "name": format!("{}.csv", case.name.replace('/', "-")),
        "revision": REVISION,
        "base_revision": BASE_REVISION,
        "options": case.options,
    }});
    let base = case.base.as_deref().map_or(Value::Null, |base| json!(base64(base)));
    let arguments = vec![json!(message.to_string()), json!(base64(directory)), base, json!(base64(&case.upload))];
    let answer = browser.client.execute_async(ASK_WORKER, arguments).await.expect("the worker answers in time");
    answer["plan"].as_str().unwrap_or_else(|| panic!("{}: {}", case.name, answer["error"])).to_owned()
}

/// A company's extract as an upload: untouched, and with every twentieth line changed.
fn company_cases(company: &[u8]) -> Vec<Case> {
    let mut lines: Vec<Vec<u8>> = company.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
    for line in lines.iter_mut().skip(1).step_by(20) {
        line.iter_mut().filter(|byte| **byte == b'e').take(3).for_each(|byte| *byte = b'3');
    }
    let case = |name: &str, upload: Vec<u8>| Case {
        name: name.to_owned(),
        upload,
        base: Some(company.to_vec()),
        options: json!({}),
    };
    vec![case("company/untouched", company.to_vec()), case("company/damaged", lines.concat())]
}

/// In each encoding of the standard, a file with letters of many scripts, as far as it has them, and one with each byte
/// that isn't ASCII: the browser reads them by its own tables.
fn encoded_cases() -> Vec<Case> {
    let every_byte: Vec<u8> = (0x80..=0xFF).flat_map(|byte| [byte, b' ']).collect();
    let both = |name: &str| {
        let encoding = encoding_rs::Encoding::for_label(name.as_bytes())?;
        let letters = encoding.encode("Zoë Łukasz Жук Γιώργος 東京 ソ表 한국 ğı").0.into_owned();
        let case = |what: &str, cell: &[u8]| Case {
            name: format!("encodings/{name}-{what}"),
            upload: [b"Username,Nickname\r\nann@example.com,", cell, b"\r\n"].concat(),
            base: None,
            options: json!({"encoding": name}),
        };
        Some([case("letters", &letters), case("bytes", &every_byte)])
    };
    // More than the browser reads at once, so that a character of three bytes is cut in two somewhere.
    let long = Case {
        name: "encodings/long".to_owned(),
        upload: [b"Username,Nickname\n".to_vec(), b"ann@example.com,\x8f\xb0\xa1\n".repeat(300_000)].concat(),
        base: None,
        options: json!({"encoding": "euc-jp"}),
    };
    let marked = |name: &str, mark: &[u8], unit: fn(u16) -> [u8; 2]| Case {
        name: format!("encodings/{name}-marked"),
        upload: mark
            .iter()
            .copied()
            .chain("Username\tNickname\r\nzoë\t東\u{feff}\r\n".encode_utf16().flat_map(unit))
            .collect(),
        base: None,
        options: json!({}),
    };
    let marked = [marked("le", b"\xFF\xFE", u16::to_le_bytes), marked("be", b"\xFE\xFF", u16::to_be_bytes)];
    NAMES.iter().filter_map(|name| both(name)).flatten().chain(marked).chain([long]).collect()
}

#[tokio::test]
async fn wasm_and_native_make_the_same_plans() {
    let muster = Muster::start().await;
    let browser = Browser::start().await;
    browser.open(&muster.address).await;
    let small = directory();
    let mut company = Vec::new();
    company::write(PEOPLE, &mut company).expect("memory takes it");
    let mut differing = Vec::new();
    for (directory, cases) in [(&small, cases()), (&small, encoded_cases()), (&company, company_cases(&company))] {
        for case in cases {
            let (native, wasm) = (native_plan(directory, &case), worker_plan(&browser, directory, &case).await);
            assert!(native.starts_with('{'), "{}", case.name);
            if native != wasm {
                differing.push(format!("{}:\n  native {native}\n  wasm   {wasm}", case.name));
            }
        }
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}
