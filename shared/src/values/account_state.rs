//! Whether somebody is switched off, and by which column and words.

/// The column that says it.
pub const HEADER: &str = "AccountState";
/// The words of it that switch a person off.
const OFF: [&str; 2] = ["DISABLED", "SUSPENDED"];

/// Whether an `AccountState` means that a person is switched off.
pub fn is_off(state: &str) -> bool {
    OFF.contains(&state)
}

/// Whether a change of an `AccountState` switches somebody off who wasn't.
pub fn switches_off(old: &str, new: &str) -> bool {
    is_off(new) && !is_off(old)
}
