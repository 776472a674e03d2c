//! The server as its clients see it: the whole router over a real SQLite file, with a clock and ids that a test sets.

#[path = "http/accounts.rs"]
mod accounts;
#[path = "http/admins.rs"]
mod admins;
#[path = "http/answers.rs"]
mod answers;
#[path = "http/app.rs"]
mod app;
#[path = "http/budget.rs"]
mod budget;
#[path = "http/change_files.rs"]
mod change_files;
#[path = "http/extract.rs"]
mod extract;
#[path = "http/faults.rs"]
mod faults;
#[path = "http/history.rs"]
mod history;
#[path = "http/imports.rs"]
mod imports;
#[path = "http/own.rs"]
mod own;
#[path = "http/past.rs"]
mod past;
#[path = "http/people.rs"]
mod people;
#[path = "http/protection.rs"]
mod protection;
#[path = "http/reports.rs"]
mod reports;
#[path = "http/rights.rs"]
mod rights;
#[path = "http/settings.rs"]
mod settings;
#[path = "http/single_sign_on.rs"]
mod single_sign_on;
#[path = "http/taking_back.rs"]
mod taking_back;
#[path = "http/tokens.rs"]
mod tokens;
