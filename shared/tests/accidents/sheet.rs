//! A file as a spreadsheet holds it, and dice.

use shared::directory::Directory;
use shared::schema::Schema;
use std::sync::{Arc, OnceLock};

/// How many people the directory holds.
pub(crate) const PEOPLE: u64 = 240;

/// Cells by row and column, as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sheet {
    pub(crate) header: Vec<String>,
    pub(crate) rows: Vec<Vec<String>>,
}

/// Small and the same everywhere: `SplitMix64`.
pub(crate) struct Dice(pub u64);

impl Dice {
    pub(crate) fn roll(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % below.max(1) as u64).expect("small")
    }

    pub(crate) fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.roll(from.len())]
    }
}

impl Sheet {
    /// The company, with some values that spreadsheets break and that it has none of.
    pub(crate) fn company() -> &'static Self {
        static SHEET: OnceLock<Sheet> = OnceLock::new();
        SHEET.get_or_init(|| {
            let mut bytes = Vec::new();
            company::write(PEOPLE, &mut bytes).expect("memory takes all");
            let mut sheet = Self::read(&bytes);
            let (badge, story) = (sheet.column("SecondBadge"), sheet.column("Biography"));
            for (position, row) in sheet.rows.iter_mut().enumerate() {
                if position % 3 == 0 {
                    row[badge] = format!("41111{:06}2345{:02}", position * 7919, position % 90 + 7);
                }
                if position % 5 == 0 {
                    format!("Number {position} tells a long story. ").repeat(12).trim().clone_into(&mut row[story]);
                }
            }
            sheet
        })
    }

    pub(crate) fn read(bytes: &[u8]) -> Self {
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
        let mut records =
            reader.records().map(|record| record.expect("CSV").iter().map(str::to_owned).collect::<Vec<_>>());
        let header = records.next().expect("a header");
        Self { header, rows: records.collect() }
    }

    pub(crate) fn write(&self) -> Vec<u8> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(&self.header).expect("memory takes all");
        self.rows.iter().for_each(|row| writer.write_record(row).expect("memory takes all"));
        writer.into_inner().expect("memory takes all")
    }

    pub(crate) fn directory() -> &'static Arc<Directory> {
        static DIRECTORY: OnceLock<Arc<Directory>> = OnceLock::new();
        DIRECTORY.get_or_init(|| {
            let schema = Arc::new(Schema::standard());
            Arc::new(Directory::from_extract(schema, Self::company().write(), 1).expect("a directory"))
        })
    }

    pub(crate) fn column(&self, header: &str) -> usize {
        self.header.iter().position(|name| name == header).expect("a column")
    }

    /// Leaves only some columns, in this order.
    pub(crate) fn keep(&mut self, headers: &[&str]) {
        let columns: Vec<usize> = headers.iter().map(|header| self.column(header)).collect();
        for row in std::iter::once(&mut self.header).chain(&mut self.rows) {
            *row = columns.iter().map(|column| row[*column].clone()).collect();
        }
    }

    /// The filled cells of a column, and how many different values they hold.
    pub(crate) fn filled(&self, column: usize) -> (usize, usize) {
        let mut values: Vec<&str> =
            self.rows.iter().map(|row| row[column].as_str()).filter(|value| !value.is_empty()).collect();
        let filled = values.len();
        values.sort_unstable();
        values.dedup();
        (filled, values.len())
    }
}
