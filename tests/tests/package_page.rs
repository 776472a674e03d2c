//! The npm package's example page in a real browser, from a plain file server and without a bundler.

use serde_json::Value;
use shared::Schema;
use std::sync::Arc;
use tests::browser::Browser;
use tests::package::folder;
use tests::served::Served;
use tests::tidy::root;
use tests::wait::{LIMIT, wait_for};

#[tokio::test]
async fn the_example_page_checks_a_file() {
    let served = Served::folder(&folder()).await;
    let browser = Browser::start().await;
    browser.open(&format!("{}/example.html", served.address)).await;
    let fixture = |name: &str| root().join("fixtures").join(name);
    let (directory, upload) = (fixture("directory.csv"), fixture("merge/username-changed/upload.csv"));
    for (id, path) in [("directory", &directory), ("upload", &upload)] {
        let field = browser.see_selector(&format!("#{id}")).await;
        field.send_keys(&path.display().to_string()).await.expect("the field takes a file");
    }
    let answer = wait_for("the page's answer", LIMIT, async || {
        let text = browser.see_selector("#answer").await.text().await.ok()?;
        serde_json::from_str::<Value>(&text).ok()
    })
    .await;

    let schema = Arc::new(Schema::standard());
    let read = |path| std::fs::read(path).expect("a fixture");
    let stored = shared::Directory::from_extract(schema.clone(), read(&directory), 0).expect("a directory");
    let upload = shared::Upload { name: String::new(), bytes: read(&upload) };
    let review = shared::Review::new(Arc::new(stored), upload, shared::Options::default());
    let native: Value = serde_json::from_str(&review.plan().to_json(&schema)).expect("JSON");
    assert_eq!(answer["counts"], native["counts"]);
    assert_eq!(answer["findings"][0]["code"], native["findings"][0]["code"]);
    browser.assert_quiet(&[]).await;
}
