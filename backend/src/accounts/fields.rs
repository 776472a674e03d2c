//! What people type of an admin: her address and her name.

use shared::values::email;
use shared::values::key::comparison_form;
use shared::words;

use super::error::AccountError;

/// The longest name of an admin, in characters.
const NAME_CHARS: usize = 100;

/// The form in which e-mail addresses of admins are compared.
pub fn email_form(email: &str) -> String {
    comparison_form(email).into_owned()
}

/// An e-mail address without outer space, if it is one.
pub(super) fn checked_email(email: &str) -> Result<String, AccountError> {
    let email = email.trim();
    match email::defect(email) {
        None => Ok(email.to_owned()),
        Some(why) => Err(AccountError::Field { field: "email", why }),
    }
}

/// A name without outer space, if it can be shown.
pub(super) fn checked_name(name: &str) -> Result<String, AccountError> {
    let name = name.trim();
    let why = if name.is_empty() {
        words!("is missing")
    } else if name.chars().count() > NAME_CHARS {
        words!("is longer than 100 characters")
    } else if name.chars().any(char::is_control) {
        words!("has an invisible character in it")
    } else {
        return Ok(name.to_owned());
    };
    Err(AccountError::Field { field: "name", why })
}
