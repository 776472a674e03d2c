//! One page each.

pub mod compare;
pub mod extract;
pub mod history;
pub mod home;
pub mod import;
pub mod not_found;
pub mod password;
pub mod people;
pub mod person;
pub mod reports;
pub mod revision;
pub mod set_up;
pub mod settings;
pub mod sign_in;
pub mod taking_back;
