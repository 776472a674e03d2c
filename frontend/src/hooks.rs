//! Ties what pages know to the server and the worker.

pub mod use_import;
pub mod use_loaded;
pub mod use_long_table;
pub mod use_page_keys;
pub mod use_session;
pub mod use_submit;
pub mod use_voice;
