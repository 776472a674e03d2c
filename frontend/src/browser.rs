//! The only raw browser calls of the desk.
//!
//! Everything else speaks of files, downloads and addresses; here they become `web_sys`. Functions give `Option` or do
//! nothing where a browser may refuse, because no page can do better than carry on.

pub mod clock;
pub mod decode;
pub mod dialog;
pub mod download;
pub mod drop;
pub mod fetch;
pub mod focus;
pub mod focus_keeper;
pub mod form;
pub mod given;
pub mod language;
pub mod leave;
pub mod page;
pub mod paste;
pub mod random;
pub mod scroll;
pub mod upload;
