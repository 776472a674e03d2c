//! The ten stages from bytes to an applied change set, in their order. Each uses only those above it.
//!
//! What one stage hands to the next always holds, whatever the upload was: text is UTF-8, records lie within the text
//! and don't overlap, every column of the file is matched or named as unmatched, every row has one state. What an
//! upload did wrong is kept beside it as a defect, which a rule turns into a finding.

pub mod apply;
pub mod bytes;
pub mod change_set;
pub mod columns;
pub mod dialect;
pub mod findings;
pub mod fixes;
pub mod merge;
pub mod records;
pub mod rows;
pub mod take_back;
