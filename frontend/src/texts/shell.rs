//! What stands around every page.

/// The product's name.
pub const NAME: &str = "Muster";
/// The first link of the page, for keyboards.
pub const SKIP: &str = "Skip to the content";
/// The navigation's name.
pub const NAVIGATION: &str = "Main";
/// Links of the navigation.
pub const HOME: &str = "Home";
/// To the import page.
pub const IMPORT: &str = "Import";
/// To the extract page.
pub const EXTRACT: &str = "Extract";
/// To the history page.
pub const HISTORY: &str = "History";
/// While the session is asked for.
pub const LOADING: &str = "Loading…";
/// The home page.
pub const HOME_TITLE: &str = "Good to see you";
/// What Muster is for.
pub const HOME_LEAD: &str = "Edit the whole staff directory in a spreadsheet, and see exactly what would change before anything does.";
/// The way out.
pub const HOME_EXTRACT_TITLE: &str = "1. Take an extract";
/// About it.
pub const HOME_EXTRACT: &str = "Download everyone as one CSV file. Open it in Excel or any other spreadsheet program and edit it there.";
/// Its link.
pub const HOME_EXTRACT_LINK: &str = "Download an extract";
/// The way back.
pub const HOME_IMPORT_TITLE: &str = "2. Bring it back";
/// About it.
pub const HOME_IMPORT: &str = "Drop the edited file here. You see every change and everything that looks like an accident. Nothing is sent until you say so.";
/// Its link.
pub const HOME_IMPORT_LINK: &str = "Check a file";
/// What was.
pub const HOME_HISTORY_TITLE: &str = "3. Look back";
/// About it.
pub const HOME_HISTORY: &str = "Every import is kept: who, when, and each cell that changed. Every past state can be downloaded again.";
/// Its link.
pub const HOME_HISTORY_LINK: &str = "See the history";
/// Beside the number of people.
pub const PEOPLE: &str = "people in the directory";
/// Beside the revision.
pub const REVISION: &str = "current revision";
/// A page that isn't there.
pub const NOT_FOUND_TITLE: &str = "There is no such page";
/// About it.
pub const NOT_FOUND: &str = "The address may be mistyped, or the page has moved.";
/// The way out of it.
pub const NOT_FOUND_LINK: &str = "Go to the start";

/// The browser tab's title.
pub fn tab(page: &str) -> String {
    format!("{page} · {NAME}")
}

/// The directory in a few words.
pub fn directory(people: &str, revision: u64) -> String {
    format!("{people} people · revision {revision}")
}
