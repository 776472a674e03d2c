//! The other pages: people, taking back, reports and settings.

use tests::admin::Admin;
use tests::desk::Desk;
use tests::muster::Muster;
use tests::wait::{LIMIT, wait_for};

async fn someone_else(muster: &Muster) -> Admin {
    let admin = Admin::new(&muster.address);
    admin.sign_in().await;
    admin
}

#[tokio::test]
async fn a_person_is_found_edited_and_the_edit_taken_back() {
    let muster = Muster::start().await;
    let desk = Desk::set_up(&muster).await;
    let browser = &desk.browser;
    let other = someone_else(&muster).await;
    let file = other.extract().await;
    let person = file.find("a phone", |cells| !cells["HomePhone"].is_empty());
    let before = file.cell(&person, "Nickname").to_owned();

    browser.click("nav-people").await;
    browser.fill("people-search", &person).await;
    wait_for("one person to be found", LIMIT, async || {
        (browser.count("[data-test=\"person-link\"]").await == 1).then_some(())
    })
    .await;
    browser.picture("people").await;
    browser.click("person-link").await;
    browser.see("person-fields").await;
    browser.picture("person").await;
    browser.click("edit-person").await;
    browser.see("person-Nickname").await.clear().await.expect("an empty field");
    browser.fill("person-Nickname", "Zed").await;
    browser.click("save-person").await;
    browser.see("edit-plan").await;
    browser.picture("person-plan").await;
    browser.click("save-person").await;
    browser.see("person-step").await;
    assert_eq!(other.extract().await.cell(&person, "Nickname"), "Zed");

    browser.click("nav-history").await;
    browser.click("revision-link").await;
    browser.click("undo-revision").await;
    browser.see("planned-change").await;
    browser.picture("taking-back").await;
    browser.click("take-back-now").await;
    browser.see("sent").await;
    assert_eq!(other.extract().await.cell(&person, "Nickname"), before);
    browser.assert_quiet(&[]).await;
}

#[tokio::test]
async fn the_list_of_people_reaches_from_the_first_to_the_last() {
    let muster = Muster::start_with(1_500).await;
    let desk = Desk::set_up(&muster).await;
    let browser = &desk.browser;
    let usernames = someone_else(&muster).await.extract().await;
    let usernames: Vec<String> = usernames.usernames().iter().map(|name| (*name).to_owned()).collect();
    browser.click("nav-people").await;
    browser.see_selector("[data-test=\"people\"][data-total=\"1500\"]").await;
    browser.picture("people-all").await;
    for part in [1.0, 0.5, 0.0] {
        let scroll = format!(
            "(list => list.scrollTop = list.scrollHeight * {part})(document.querySelector('[data-test=\"people\"]'))"
        );
        browser.evaluate(&scroll).await;
        // Who can be seen is who stands there, and no more rows are drawn than fit.
        let shown = wait_for("the people there", LIMIT, async || {
            let rows = "[...document.querySelectorAll('[data-test=\"person\"]')].map(row => [Number(row.ariaRowIndex ?? row.getAttribute('aria-rowindex')), row.querySelector('.people-key').textContent])";
            let rows = browser.evaluate(rows).await;
            let rows: Vec<(usize, String)> = serde_json::from_value(rows).ok()?;
            let first = rows.first()?.0;
            let is_there = if part > 0.9 { rows.last()?.0 == 1_501 } else if part > 0.1 { (600..900).contains(&first) } else { first == 2 };
            is_there.then_some(rows)
        })
        .await;
        assert!(shown.len() < 40, "{} rows are drawn", shown.len());
        for (index, username) in shown {
            assert_eq!(usernames[index - 2], username);
        }
    }
    browser.fill("people-search", "nobody has this").await;
    wait_for("nobody", LIMIT, async || (browser.count("[data-test=\"person\"]").await == 0).then_some(())).await;
    browser.picture("people-none").await;
    browser.assert_quiet(&[]).await;
}

#[tokio::test]
async fn what_was_edited_since_is_decided_cell_by_cell() {
    let muster = Muster::start().await;
    let desk = Desk::set_up(&muster).await;
    let browser = &desk.browser;
    let other = someone_else(&muster).await;
    let before = other.extract().await;
    let (mut file, names) = (before.only(&["Username", "Nickname", "OtherValue"]), before.usernames());
    for person in &names[..3] {
        file.set(person, "Nickname", "Zed");
        file.set(person, "OtherValue", "new");
    }
    other.import("edits.csv", file.to_csv(), serde_json::json!({})).await;
    let revision = other.revision().await;
    let later =
        [(names[0], "Nickname", "later"), (names[1], "Nickname", "later still"), (names[2], "OtherValue", "later")];
    for (person, column, value) in later {
        other.change(person, column, value).await;
    }

    desk.open(&format!("/history/{revision}")).await;
    browser.click("undo-revision").await;
    let undecided = async |count: usize| {
        browser.see_selector(&format!("[data-test=\"take-back-conflicts\"][data-undecided=\"{count}\"]")).await;
    };
    undecided(3).await;
    assert!(!browser.see("take-back-now").await.is_enabled().await.expect("a state"), "undecided can't be taken back");
    browser.picture("taking-back-conflicts").await;
    browser.click("leave-Nickname").await;
    undecided(1).await;
    let row = "[data-test=\"take-back-conflict\"][data-column=\"OtherValue\"]";
    browser.click_selector(&format!("{row} [data-test=\"take-back-cell\"]")).await;
    undecided(0).await;
    // One of the column is decided otherwise after all.
    let first = format!("[data-test=\"take-back-conflict\"][data-username=\"{}\"]", names[0]);
    browser.click_selector(&format!("{first} [data-test=\"take-back-cell\"]")).await;
    browser.see_selector(&format!("{first} [data-test=\"take-back-cell\"][aria-pressed=\"true\"]")).await;
    browser.click("take-back-now").await;
    browser.see("sent").await;
    let after = other.extract().await;
    assert_eq!(after.cell(names[0], "Nickname"), before.cell(names[0], "Nickname"), "taken back");
    assert_eq!(after.cell(names[1], "Nickname"), "later still", "left");
    assert_eq!(after.cell(names[2], "OtherValue"), before.cell(names[2], "OtherValue"), "taken back");
    browser.assert_quiet(&[]).await;
}

#[tokio::test]
async fn an_extract_that_was_taken_is_compared_with_now() {
    let muster = Muster::start().await;
    let desk = Desk::set_up(&muster).await;
    let browser = &desk.browser;
    let other = someone_else(&muster).await;
    // Taking it as a file lists it among the backups.
    let file = other.extract().await;
    let taken = other.revision().await;
    let person = file.usernames()[0];
    other.change(person, "Nickname", "Zed").await;

    browser.click("nav-extract").await;
    let entry = format!("[data-test=\"past-extract\"][data-revision=\"{taken}\"]");
    browser.click_selector(&format!("{entry} [data-test=\"compare\"]")).await;
    browser.see_selector("[data-test=\"compared\"][data-changes=\"1\"]").await;
    let change = browser.see_selector("[data-test=\"planned-change\"][data-column=\"Nickname\"]").await;
    let words = change.text().await.expect("text");
    assert!(words.contains(person) && words.trim_end().ends_with("Zed"), "of now last: {words}");
    browser.picture("compare").await;
    browser.assert_quiet(&[]).await;
}

#[tokio::test]
async fn admins_tokens_and_settings_are_looked_after() {
    let muster = Muster::start().await;
    let desk = Desk::set_up(&muster).await;
    let browser = &desk.browser;
    browser.click("nav-reports").await;
    browser.see("completion").await;
    browser.picture("reports").await;

    browser.click("nav-settings").await;
    browser.see("admin").await;
    browser.see("audit").await;
    browser.picture("settings").await;
    browser.fill("token-name", "nightly feed").await;
    browser.click("make-token").await;
    assert!(browser.text("token-secret").await.starts_with("muster_"));
    browser.fill("invite-name", "Bea Second").await;
    browser.fill("invite-email", "bea@example.com").await;
    browser.click("invite").await;
    let link = browser.text("invite-link").await;
    browser.see("budget-created").await.clear().await.expect("an empty field");
    browser.fill("budget-created", "7").await;
    browser.click("save-settings").await;
    browser.see("settings-saved").await;

    browser.click("sign-out").await;
    browser.see("sign-in").await;
    browser.open(&link).await;
    browser.fill("link-password", "another long pass phrase").await;
    browser.picture("password").await;
    browser.click("choose-password").await;
    browser.see("nav-import").await;
    browser.assert_quiet(&[]).await;
}
