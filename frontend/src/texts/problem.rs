//! Failures that the server can't tell of: title, what happened, what to do.

/// No answer came.
pub const UNREACHABLE: [&str; 3] = [
    "Muster can't be reached",
    "The server didn't answer. Your work here is kept.",
    "Check your connection, then try again.",
];
/// An answer came that the desk can't read.
pub const NOT_UNDERSTOOD: [&str; 3] = [
    "The answer wasn't what this page expects",
    "The server may have been updated while this page was open.",
    "Reload the page. If that doesn't help, tell whoever runs Muster.",
];
/// Something other than Muster answered.
pub const UNEXPECTED: [&str; 3] = [
    "Something went wrong on the way",
    "The server, or something between it and you, couldn't answer.",
    "Try again in a moment. If it stays so, tell whoever runs Muster.",
];
/// The browser can't read the file any more.
pub const UNREADABLE_FILE: [&str; 3] = [
    "The file can't be read",
    "The browser couldn't read it. It may have been moved, or is still open in another program.",
    "Close it there, then choose it again.",
];
/// The worker ended.
pub const WORKER_GONE: [&str; 3] = [
    "The checker stopped",
    "The part of this page that reads files ended unexpectedly. Nothing has been sent.",
    "Choose the file again. If it happens again, the file may be too large for this browser.",
];
/// Page and worker, or page and server, are of different versions.
pub const OTHER_VERSION: [&str; 3] = [
    "Muster was updated",
    "This page is older than the server, so it wouldn't check a file in the same way.",
    "Reload the page, then choose the file again.",
];
/// The button beside a problem.
pub const TRY_AGAIN: &str = "Try again";
/// The button beside a version problem.
pub const RELOAD: &str = "Reload the page";
/// Before the request's id.
pub const REFERENCE: &str = "Reference for whoever runs Muster:";
