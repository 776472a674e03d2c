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
