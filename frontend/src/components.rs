//! What is seen: properties in, callbacks out.

pub mod choices;
pub mod conflicts_panel;
pub mod counts_bar;
pub mod drop_zone;
pub mod extract_columns;
pub mod extract_download;
pub mod facts;
pub mod field;
pub mod findings_list;
pub mod home_link;
pub mod icon;
pub mod import_provider;
pub mod moved_on;
pub mod nav_link;
pub mod preview;
pub mod problem_alert;
pub mod progress_bar;
pub mod send_bar;
pub mod send_dialog;
pub mod session_provider;
pub mod shell;
pub mod sign_in_again;
pub mod sign_in_form;
pub mod table;
pub mod value;
