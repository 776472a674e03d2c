//! I012: a directory in which one Username stands twice.

use crate::check::rule;
use crate::directory::Directory;
use crate::finding::Place;
use crate::reviewed::Reviewed;
use crate::sink::{Detail, Sink};
use crate::values::words::Words;
use crate::words;

rule! {
    /// ## What it finds
    /// Two people with one Username in the directory that the file is held against, or in the extract that it was made
    /// from.
    ///
    /// ## Why it matters
    /// Which of them a row is about can't be known, and a change could reach the wrong one. Muster's own server never
    /// holds such a directory; a file that stands for one, as in `muster check --against`, may.
    ///
    /// ## What to do
    /// Take a fresh extract, or leave all but one of the rows out of that file.
    ///
    /// ## Directory
    /// ```csv
    /// Username,FirstName
    /// ann@example.com,Ann
    /// ben@example.com,Ben
    /// Ann@Example.com,Anna
    /// ```
    ///
    /// ## Flagged
    /// ```csv
    /// Username,FirstName
    /// ben@example.com,Benn
    /// ```
    ///
    /// ## Accepted
    /// ```csv usual
    /// Username,FirstName
    /// ben@example.com,Benn
    /// ```
    pub(crate) static RULE = { code: "I012", name: "directory-name-twice", severity: Error, fixes: None, check: Merge(check) };
}

fn check(reviewed: &Reviewed<'_>, sink: &mut Sink) {
    report(reviewed, reviewed.directory, &words!("The directory"), sink);
    if let Some(base) = reviewed.base {
        report(reviewed, base, &words!("The extract that the file was made from"), sink);
    }
}

fn report(reviewed: &Reviewed<'_>, directory: &Directory, what: &Words, sink: &mut Sink) {
    const FEW: usize = 3;
    let header = reviewed.schema.header_of(reviewed.schema.username());
    let some: Vec<String> = directory.repeated_usernames().take(FEW).map(std::borrow::Cow::into_owned).collect();
    for username in directory.repeated_usernames() {
        let place = || Place { username: Some(username.clone().into_owned()), ..Place::default() };
        sink.report(&RULE, Some(header), &what.to_string(), place, || Detail {
            message: words!("{what} holds the {header} {username} twice.", what, header, username),
            many: words!("{what} holds {count} people whose {header} somebody else has, too, such as {some}.", what, header, some = some.join(", ")),
            help: words!("Who is meant by such a row can't be known. Take a fresh extract, or leave all but one of them out of it."),
            fixes: Vec::new(),
        });
    }
}
