//! The profile completion report: who has filled in which sections of her profile.
//!
//! A section counts as filled in if any of its columns holds a value. Columns that an organisation dropped count for
//! nothing; a section without any column isn't reported.

use shared::Directory;
use shared::directory::Person;
use shared::record::line_from_cells;
use shared::schema::{Kind, Schema};

/// The sections, as the report heads them.
pub const SECTIONS: [&str; 4] = ["Contact section", "Location section", "Bio section", "Skills section"];

/// Who has filled in what.
#[derive(Debug)]
pub struct Completion {
    /// The sections that this directory has.
    pub sections: Vec<&'static str>,
    /// Everybody, in the directory's order.
    pub people: Vec<Profile>,
}

/// One person's profile.
#[derive(Debug)]
pub struct Profile {
    /// Her first name.
    pub first_name: String,
    /// Her last name.
    pub last_name: String,
    /// Her Username.
    pub username: String,
    /// For each section, whether it is filled in.
    pub filled: Vec<bool>,
}

impl Profile {
    /// How much is filled in, in percent, rounded down: 100 is all.
    pub fn percent(&self) -> usize {
        let filled = self.filled.iter().filter(|filled| **filled).count();
        (filled * 100).checked_div(self.filled.len()).unwrap_or(100)
    }
}

impl Completion {
    /// Looks at everybody.
    pub fn of(directory: &Directory) -> Self {
        let schema = directory.schema();
        let sections: Vec<(&'static str, Vec<usize>)> = SECTIONS
            .into_iter()
            .map(|section| (section, columns_of(section, schema)))
            .filter(|(_, columns)| !columns.is_empty())
            .collect();
        let named = |header: &str, person: &Person<'_>| {
            schema.index_of(header).map(|column| person.value(column).into_owned()).unwrap_or_default()
        };
        let people = directory.iter().map(|person| Profile {
            first_name: named("FirstName", &person),
            last_name: named("LastName", &person),
            username: person.username().into_owned(),
            filled: sections
                .iter()
                .map(|(_, columns)| columns.iter().any(|column| !person.value(*column).is_empty()))
                .collect(),
        });
        Self { people: people.collect(), sections: sections.iter().map(|(section, _)| *section).collect() }
    }

    /// How many people have filled in each section.
    pub fn filled(&self) -> Vec<usize> {
        (0..self.sections.len())
            .map(|at| self.people.iter().filter(|profile| profile.filled.get(at) == Some(&true)).count())
            .collect()
    }

    /// The report as a CSV file for spreadsheets; `line_from_cells` guards formulas.
    pub fn csv(&self) -> String {
        let mut header = vec!["FirstName", "LastName", "Username"];
        header.extend(&self.sections);
        header.push("Percentage");
        let mut text = format!("\u{feff}{}\r\n", line_from_cells(&header));
        for profile in &self.people {
            let names = [&profile.first_name, &profile.last_name, &profile.username];
            let mut cells: Vec<String> = names.into_iter().cloned().collect();
            let yes = |filled: &bool| if *filled { "Yes" } else { "No" }.to_owned();
            cells.extend(profile.filled.iter().map(yes));
            cells.push(format!("{}%", profile.percent()));
            text.push_str(&line_from_cells(&cells));
            text.push_str("\r\n");
        }
        text
    }
}

fn columns_of(section: &str, schema: &Schema) -> Vec<usize> {
    let belongs = |column: &shared::schema::Column| match section {
        "Contact section" => column.kind == Kind::Phone,
        "Location section" => column.header == "OfficialLocation",
        "Bio section" => column.header == "Biography",
        _ => column.header == "Skills",
    };
    schema.columns.iter().enumerate().filter(|(_, column)| belongs(column)).map(|(index, _)| index).collect()
}
