//! What a rule is: its code, its name, how much it matters, and its documentation.

use serde::{Deserialize, Serialize};

/// One rule. Each stands in a file of its own below `rules/`, beside the check that finds it.
#[derive(Debug)]
pub struct Rule {
    /// Stable code, never reused: a letter for what the rule looks at, and a number.
    pub code: &'static str,
    /// Kebab-case name of the defect.
    pub name: &'static str,
    /// How much its findings matter.
    pub severity: Severity,
    /// Whether its findings offer fixes.
    pub fixes: Fixes,
    /// The stage that it looks at.
    pub looks_at: Stage,
    /// Its documentation, in Markdown, with examples that the tests execute; empty without the feature `documentation`.
    pub documentation: &'static str,
}

/// Whether a rule's findings offer fixes. The tests hold every rule to what it declares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fixes {
    /// Never.
    None,
    /// At some places.
    Sometimes,
    /// At every place.
    Always,
}

/// The stage that a rule looks at. It sees what that stage and those before it made, and nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// The bytes and their encoding.
    Bytes,
    /// Delimiter, quote and line ends.
    Dialect,
    /// Where records begin and end.
    Records,
    /// The header.
    Header,
    /// Each cell that the file would write.
    Cell,
    /// Each row of which anything can be said.
    Row,
    /// Rows, values and people: everything that is known once the file is merged.
    Merge,
}

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Informs.
    Note,
    /// Must be acknowledged before sending.
    Warning,
    /// Blocks sending until it is fixed, or the row or column is left out.
    Error,
}

/// The directory of the examples in the rules' documentation that bring none of their own.
pub const EXAMPLE_DIRECTORY: &str = "\
Username,WorkEmail,FirstName,LastName,EmployeeId,OfficialLocation,WorkMobilePhone,AccountState
ann@example.com,ann@example.com,Ann,Lee,00017,HQ,'+1 555 0117,ACTIVE
ben@example.com,ben@example.com,Ben,Ode,00018,Factory,'+1 555 0118,ACTIVE
";
