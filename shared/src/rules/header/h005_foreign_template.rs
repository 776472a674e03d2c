//! H005: another product's template.

use crate::check::rule;
use crate::finding::Place;
use crate::sink::{Detail, Sink};
use crate::stages::columns::Columns;
use crate::values::words::Words;
use crate::words;

rule! {
    /// ## What it finds
    /// A header that is the template of Entra, Google Workspace, Okta, Moodle or Canvas.
    ///
    /// ## Why it matters
    /// Its columns have other names and other meanings. Matched by their likeness, values would land in the wrong
    /// columns.
    ///
    /// ## What to do
    /// Start from an extract of this directory, and copy the values into its columns.
    ///
    /// ## Flagged
    /// ```csv
    /// First Name [Required],Last Name [Required],Email Address [Required],Username
    /// Ann,Lee,ann@example.com,ann@example.com
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,FirstName,LastName
    /// ann@example.com,Annie,Lee
    /// ```
    pub(crate) static RULE = { code: "H005", name: "foreign-template", severity: Error, fixes: None, check: Header(check) };
}

/// Products, and the names by which their templates are known: all of one list must be there.
const TEMPLATES: [(&str, &[&str]); 8] = [
    ("Microsoft Entra", &["version:v1.0"]),
    ("Microsoft Entra", &["name [displayname] required", "user name [userprincipalname] required"]),
    ("Microsoft Entra", &["userprincipalname", "displayname"]),
    ("Google Workspace", &["first name [required]", "last name [required]", "email address [required]"]),
    ("Okta", &["login", "firstname", "lastname", "email"]),
    ("Moodle", &["username", "firstname", "lastname", "email", "course1"]),
    ("Moodle", &["username", "password", "firstname", "lastname", "email"]),
    ("Canvas", &["user_id", "login_id", "status"]),
];

fn check(columns: &Columns, sink: &mut Sink) {
    let names: Vec<String> = columns.cells.iter().map(|cell| cell.text.trim().to_lowercase()).collect();
    let has = |wanted: &&str| names.iter().any(|name| name == wanted);
    let Some((product, _)) = TEMPLATES.iter().find(|(_, wanted)| wanted.iter().all(has)) else { return };
    sink.report(
        &RULE,
        None,
        "",
        || Place::at_line(columns.line),
        || Detail {
            message: words!("This is a template of {product}.", product),
            many: Words::default(),
            help: words!(
                "Its columns mean other things. Start from an extract of this directory; its columns are: {columns}.",
                columns = columns.expected.iter().take(12).cloned().collect::<Vec<_>>().join(", ")
            ),
            fixes: Vec::new(),
        },
    );
}
