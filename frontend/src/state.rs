//! What the pages know, as reducers without a browser, so that native tests reach all of it.

pub mod block;
pub mod columns;
pub mod import;
pub mod long_table;
pub mod offer;
pub mod people;
pub mod session;
