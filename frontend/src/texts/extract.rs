//! The extract page.

/// The page's title.
pub const TITLE: &str = "Extract";
/// About it.
pub const LEAD: &str = "One CSV file with everyone in it, to edit in a spreadsheet or to keep as a backup.";
/// The columns' group.
pub const COLUMNS: &str = "Columns";
/// Without profile data.
pub const ALL: &str = "All user data";
/// About it.
pub const ALL_HINT: &str = "Names, contact, place, role, account. What most edits need.";
/// With profile data.
pub const PROFILE: &str = "User data and profiles";
/// About it.
pub const PROFILE_HINT: &str = "Biographies, roles, tags, skills and the like as well.";
/// Chosen ones.
pub const ONLY: &str = "Only these";
/// About it.
pub const ONLY_HINT: &str = "Username always comes along: it says who each row is about.";
/// Ticks every column.
pub const TICK_ALL: &str = "Tick all";
/// Unticks every column.
pub const TICK_NONE: &str = "Tick none";
/// The profile columns' heading.
pub const PROFILE_COLUMNS: &str = "Profile";
/// The user data's heading.
pub const USER_COLUMNS: &str = "User data";
/// How the file is written.
pub const FORM: &str = "How it is written";
/// Protection.
pub const PROTECT: &str = "Protect numbers and dates";
/// About it.
pub const PROTECT_HINT: &str = "Puts an apostrophe before values like 00123 or 1-2, so that a spreadsheet program leaves them alone. Muster takes it off again.";
/// The moment.
pub const WHEN: &str = "State of the directory";
/// The current one.
pub const NOW: &str = "As it is now";
/// An older one.
pub const AS_OF: &str = "As of revision";
/// The number's field.
pub const REVISION_NUMBER: &str = "Revision number";
/// The button.
pub const DOWNLOAD: &str = "Download extract";
/// While it works.
pub const DOWNLOADING: &str = "Downloading…";
/// The button that stops it.
pub const CANCEL: &str = "Cancel";
/// What to know before editing.
pub const TIPS_TITLE: &str = "Before you edit";
/// Each with a heading.
pub const TIPS: [(&str, &str); 3] = [
    ("Leave Username as it is", "It says who a row is about. Muster notices if one changed, and helps you mend it."),
    ("A | separates values", "Factory|HQ is two locations. If a name has the sign in it, it is written \\|, as in Main\\|HQ."),
    ("Delete freely", "Columns and rows that you take out of the file stay as they are in the directory."),
];
/// No column is ticked.
pub const NOTHING_TICKED: &str = "Tick at least one column.";
/// The connection broke.
pub const BROKEN: &str = "The connection broke before the end. Nothing was saved; download it again.";

/// A finished download.
pub fn done(name: &str, size: &str, people: Option<String>) -> String {
    match people {
        Some(people) => format!("{name} is saved: {people} people, {size}."),
        None => format!("{name} is saved: {size}."),
    }
}

/// A download under way.
pub fn so_far(size: &str) -> String {
    format!("{size} so far")
}

/// How many columns are ticked.
pub fn ticked(count: usize) -> String {
    super::numbers::counted(count, "column ticked", "columns ticked")
}
