//! Which address is which page.

use yew_router::prelude::*;

/// The desk's addresses. The server answers each of them with the same page.
#[derive(Debug, Clone, PartialEq, Eq, Routable)]
#[expect(missing_docs, reason = "the names are those of the pages")]
pub enum Route {
    #[at("/")]
    Home,
    #[at("/sign-in")]
    SignIn,
    #[at("/set-up")]
    SetUp,
    #[at("/extract")]
    Extract,
    #[at("/import")]
    Import,
    #[at("/history")]
    History,
    #[at("/people")]
    People,
    #[at("/people/:username")]
    Person { username: String },
    #[at("/reports")]
    Reports,
    #[at("/settings")]
    Settings,
    #[at("/password")]
    Password,
    #[at("/history/:number/undo")]
    Undo { number: u64 },
    #[at("/history/:number/restore")]
    Restore { number: u64 },
    #[at("/history/:number/since")]
    Compare { number: u64 },
    #[at("/history/:number")]
    Revision { number: u64 },
    #[not_found]
    #[at("/not-found")]
    NotFound,
}
