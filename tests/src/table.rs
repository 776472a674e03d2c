//! A CSV file as a table, read and written by a reader that is not Muster's.

use std::collections::BTreeMap;

/// A header and rows of cells, just as they stand in a file: guards and list escapes are not undone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The first line.
    pub header: Vec<String>,
    /// The lines after it.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// Reads a comma-separated file, with or without a byte order mark.
    pub fn from_csv(bytes: &[u8]) -> Self {
        let text = std::str::from_utf8(bytes).expect("an extract is UTF-8");
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        let mut records = reader
            .records()
            .map(|record| record.expect("every line has as many cells").iter().map(str::to_owned).collect());
        let header = records.next().expect("a header line");
        Self { header, rows: records.collect() }
    }

    /// Writes it as spreadsheet programs do: a byte order mark, CRLF, quotes where needed.
    pub fn to_csv(&self) -> Vec<u8> {
        let mut writer =
            csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer("\u{feff}".as_bytes().to_vec());
        for record in std::iter::once(&self.header).chain(&self.rows) {
            writer.write_record(record).expect("memory takes it");
        }
        writer.into_inner().expect("memory takes it")
    }

    /// The position of a column.
    pub fn column(&self, header: &str) -> usize {
        self.header.iter().position(|name| name == header).unwrap_or_else(|| panic!("no column {header}"))
    }

    /// One person's cell.
    pub fn cell(&self, username: &str, header: &str) -> &str {
        &self.rows[self.row(username)][self.column(header)]
    }

    /// Changes one person's cell.
    pub fn set(&mut self, username: &str, header: &str, value: &str) {
        let (row, column) = (self.row(username), self.column(header));
        value.clone_into(&mut self.rows[row][column]);
    }

    /// Only these columns.
    #[must_use]
    pub fn only(&self, headers: &[&str]) -> Self {
        let positions: Vec<usize> = headers.iter().map(|header| self.column(header)).collect();
        let pick = |row: &Vec<String>| positions.iter().map(|position| row[*position].clone()).collect();
        Self { header: pick(&self.header), rows: self.rows.iter().map(pick).collect() }
    }

    /// The position of the row with this Username.
    pub fn row(&self, username: &str) -> usize {
        let column = self.column("Username");
        self.rows.iter().position(|row| row[column] == username).unwrap_or_else(|| panic!("nobody is {username}"))
    }

    /// Every Username, in order.
    pub fn usernames(&self) -> Vec<&str> {
        let column = self.column("Username");
        self.rows.iter().map(|row| row[column].as_str()).collect()
    }

    /// A person whose cells pass a test, as a username.
    pub fn find(&self, what: &str, is: impl Fn(&BTreeMap<&str, &str>) -> bool) -> String {
        let column = self.column("Username");
        let cells = |row: &'_ Vec<String>| -> bool {
            is(&self.header.iter().map(String::as_str).zip(row.iter().map(String::as_str)).collect())
        };
        self.rows.iter().find(|row| cells(row)).map_or_else(|| panic!("nobody with {what}"), |row| row[column].clone())
    }

    /// The cells in which two tables of the same people differ: username, column, here, there.
    ///
    /// `Revision` is left out, as it changes with every person who changed.
    pub fn differences(&self, other: &Self) -> Vec<(String, String, String, String)> {
        assert_eq!(self.header, other.header, "the columns");
        assert_eq!(self.usernames(), other.usernames(), "the people");
        let mut found = Vec::new();
        for (here, there) in self.rows.iter().zip(&other.rows) {
            for ((column, a), b) in self.header.iter().zip(here).zip(there) {
                if a != b && column != "Revision" {
                    let username = here[self.column("Username")].clone();
                    found.push((username, column.clone(), a.clone(), b.clone()));
                }
            }
        }
        found
    }
}
