//! Signing in and out, and the first set-up.

/// The page's title.
pub const TITLE: &str = "Sign in";
/// Under the product's name.
pub const TAGLINE: &str = "The staff directory, safely edited in a spreadsheet.";
/// Fields.
pub const EMAIL: &str = "E-mail address";
/// The password's field.
pub const PASSWORD: &str = "Password";
/// The name's field.
pub const YOUR_NAME: &str = "Your name";
/// Under the field for a new password.
pub const PASSWORD_HINT: &str = "At least 8 characters; 15 or more is better. A few words that only you would put together are good.";
/// The button.
pub const SIGN_IN: &str = "Sign in";
/// While it works.
pub const SIGNING_IN: &str = "Signing in…";
/// The menu's button.
pub const SIGN_OUT: &str = "Sign out";
/// The set-up page.
pub const SET_UP_TITLE: &str = "Set up Muster";
/// About it.
pub const SET_UP_LEAD: &str = "You opened the one-time link, so you become the first administrator.";
/// Its button.
pub const SET_UP: &str = "Create my account";
/// While it works.
pub const SETTING_UP: &str = "Creating…";
/// Without a token.
pub const NO_TOKEN_TITLE: &str = "This page needs the one-time link";
/// What to do about it.
pub const NO_TOKEN: &str = "Muster prints it when it starts for the first time. Open it exactly as printed, with everything after the # sign.";
/// Before anybody can sign in.
pub const SET_UP_NEEDED: &str = "Nobody can sign in yet. Open the one-time link that Muster printed when it started.";
/// The dialog in the middle of work.
pub const AGAIN_TITLE: &str = "Please sign in again";
/// About it.
pub const AGAIN: &str = "Your session has ended. Your file, fixes and choices are still here; after signing in you carry on where you were.";
