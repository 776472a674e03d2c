//! The bounds of the server: how much of everything it allows, and for how long.

use std::time::Duration;

/// How much of everything the server allows.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// The largest body of an import.
    pub upload_bytes: usize,
    /// The largest body of an edit of one person.
    pub edit_bytes: usize,
    /// The largest body of anything else.
    pub body_bytes: usize,
    /// How many connections there are at once; more wait to be let in.
    pub connections: u32,
    /// How many of them one address has at most; where a proxy stands in front, all are the proxy's.
    pub connections_of_address: u32,
    /// How long a client may take to say what it wants, and how long a quiet connection is kept.
    pub headers: Duration,
    /// While a client is waited for, so many bytes have to move …
    pub bytes_in_span: usize,
    /// … in each span of so much time.
    pub span: Duration,
    /// How long a request may take before it is answered.
    pub request: Duration,
    /// How long an import may take before it is answered; the work goes on after that.
    pub import: Duration,
    /// How many files are received, or kept in memory while they are worked on; more wait.
    pub uploads_at_once: u32,
    /// How many edits of one person are in hand at once; more wait.
    pub edits_at_once: u32,
    /// How many searches, reports and change files are computed at once; more wait.
    pub reads_at_once: u32,
    /// How many extracts are written at once; more wait.
    pub extracts_at_once: u32,
    /// How many wait for each of these; more are refused.
    pub waiting: usize,
    /// How long one waits, but for an import.
    pub patience: Duration,
    /// How many imports are planned at once; more wait.
    pub imports_at_once: u32,
    /// How many passwords are hashed at once; more wait.
    pub hashes_at_once: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            upload_bytes: 64_000_000,
            body_bytes: 64 * 1024,
            edit_bytes: 1_000_000,
            connections: 1_024,
            connections_of_address: 64,
            bytes_in_span: 80_000,
            span: Duration::from_secs(20),
            uploads_at_once: 8,
            edits_at_once: 2,
            reads_at_once: 4,
            extracts_at_once: 6,
            waiting: 32,
            patience: Duration::from_secs(20),
            headers: Duration::from_secs(20),
            request: Duration::from_secs(30),
            import: Duration::from_mins(5),
            imports_at_once: 2,
            hashes_at_once: 2,
        }
    }
}
