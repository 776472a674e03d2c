//! Which address is which page.

use yew_router::prelude::*;

/// The desk's addresses. The server answers each of them with the same page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Routable)]
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
    #[at("/history/:number")]
    Revision { number: u64 },
    #[not_found]
    #[at("/not-found")]
    NotFound,
}
