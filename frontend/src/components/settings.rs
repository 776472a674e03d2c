//! The parts of the settings page.

pub mod admins;
pub mod audit;
pub mod budget;
pub mod columns;
pub mod password;
pub mod tokens;
