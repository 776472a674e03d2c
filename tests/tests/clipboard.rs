//! Cells copied in a real spreadsheet program, pasted into the desk with a real clipboard, in each browser that is there.

use tests::admin::Admin;
use tests::browser::{Browser, Engine};
use tests::clipboard::Clipboard;
use tests::desk::Desk;
use tests::display::Display;
use tests::muster::Muster;
use tests::spreadsheet::Spreadsheet;

/// A browser in a window, in which the admin is signed in and about to give a file.
async fn at_the_import_page(engine: Engine, muster: &Muster) -> (Display, Desk) {
    let display = Display::start().await;
    let desk = Desk::at(Browser::start_as(engine, Some(&display)).await, muster);
    desk.open("/sign-in").await;
    desk.fill_in_sign_in().await;
    desk.browser.click("nav-import").await;
    desk.browser.see("drop-zone").await;
    (display, desk)
}

#[tokio::test]
async fn cells_copied_in_calc_are_pasted_in_every_browser() {
    let muster = Muster::start().await;
    let admin = Admin::new(&muster.address);
    admin.set_up(muster.link.as_deref().expect("a one-time link")).await;
    let file = admin.extract().await;
    let mut cells = file.only(&["Username", "Nickname"]);
    cells.rows.truncate(3);
    for (row, nickname) in cells.rows.iter_mut().zip(["Zoë", "two words", "| \u{201c}x\u{201d}"]) {
        nickname.clone_into(&mut row[1]);
    }
    let forms = Spreadsheet::start().await.copied(&cells.to_csv()).await;
    assert!(forms.iter().any(|(kind, _)| kind == "image/png"), "a picture is among the forms");
    for engine in Engine::there() {
        let (display, desk) = at_the_import_page(engine, &muster).await;
        let _clipboard = Clipboard::copy(&display, forms.clone());
        display.press("ctrl+v").await;
        desk.wait_for_count("changed", 3).await;
        assert_eq!(desk.counted("errors").await, 0, "{engine:?}");
        desk.browser.assert_quiet(&[]).await;
    }
}

/// What is no table is said, and never taken for one.
#[tokio::test]
async fn a_picture_or_a_word_is_not_taken_for_a_file() {
    let muster = Muster::start().await;
    Admin::new(&muster.address).set_up(muster.link.as_deref().expect("a one-time link")).await;
    let picture = include_bytes!("../../docs/desk.png");
    for engine in Engine::there() {
        let (display, desk) = at_the_import_page(engine, &muster).await;
        let word = vec![("UTF8_STRING".to_owned(), b"ann@example.com\tAnn".to_vec())];
        let _word = Clipboard::copy(&display, word);
        display.press("ctrl+v").await;
        let words = desk.browser.text("remark").await;
        assert!(words.contains("a single line"), "{engine:?}: {words}");
        desk.wait_until_said("a single line").await;
        desk.browser.click("close-remark").await;
        let _picture = Clipboard::copy(&display, vec![("image/png".to_owned(), picture.to_vec())]);
        display.press("ctrl+v").await;
        let words = desk.browser.text("remark").await;
        // WebKitGTK tells a page of a paste, and of no picture in it.
        let expected = if engine == Engine::WebKit { "holds no cells" } else { "only a picture" };
        assert!(words.contains(expected), "{engine:?}: {words}");
        desk.browser.see("drop-zone").await;
    }
}
