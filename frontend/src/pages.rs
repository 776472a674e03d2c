//! One page each.

pub mod extract;
pub mod history;
pub mod home;
pub mod import;
pub mod not_found;
pub mod revision;
pub mod set_up;
pub mod sign_in;
