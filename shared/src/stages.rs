//! The ten stages from bytes to an applied change set, in their order. Each uses only those above it.
//!
//! What one stage hands to the next always holds, whatever the upload was: text is UTF-8, records lie within the text
//! and don't overlap, every column of the file is matched or named as unmatched, every row has one state. What an
//! upload did wrong is kept beside it as a defect, which a rule turns into a finding.

pub mod apply;
pub mod change_set;

// How the engine works inside, open to its own programs and tests, and no part of what others can rely on.
#[doc(hidden)]
pub mod bytes;
#[doc(hidden)]
pub mod columns;
#[doc(hidden)]
pub mod dialect;
#[doc(hidden)]
pub mod findings;
#[doc(hidden)]
pub mod fixes;
#[doc(hidden)]
pub mod merge;
#[doc(hidden)]
pub mod records;
#[doc(hidden)]
pub mod rows;
