//! How much of a file is read, compared and said. Every bound that keeps a file's cost in proportion to its length stands
//! here, and is looked at before the work that it bounds. All are Muster's own decision unless another source is named.

/// The largest upload, in bytes. Positions within an upload are 32 bits wide, and a browser's memory ends before them.
pub const MOST_BYTES: usize = 1 << 30;

/// The longest header, in characters: the names of [`MOST_COLUMNS`] columns, each as long as a name that is compared.
pub const MOST_HEADER: usize = MOST_COLUMNS * MOST_COMPARED_LENGTH;

/// The most columns that a file, and a schema, may have. The widest exports of personnel systems have several hundred.
pub const MOST_COLUMNS: usize = 2_000;

/// The most rows that a file may have, the header not counted: several times what a spreadsheet holds (1,048,576).
pub const MOST_ROWS: usize = 5_000_000;

/// The most cells that a file may have, rows by columns: three times a full extract of a million people.
pub const MOST_CELLS: usize = 200_000_000;

/// How many lines are looked at in search of the column names, where the first holds none.
pub const MOST_LINES_BEFORE_NAMES: usize = 20;

/// The longest text, in characters, for which a likely meaning is looked for among known names: what is longer is no
/// misspelt name.
pub const MOST_COMPARED_LENGTH: usize = 64;

/// How many known names a text is compared with.
pub const MOST_COMPARED: usize = 5_000;

/// For how many header cells that name nothing a likely meaning is looked for.
pub const MOST_GUESSED_HEADERS: usize = 300;

/// How many neighbouring parts of a list are tried as one value with pipes in its name.
pub const MOST_JOINED: usize = 8;

/// By how many rows, or people, a sign may be shared that tells who somebody is: what more share tells nothing.
pub const MOST_ALIKE: usize = 20;

/// How many defects of the strict reading are kept one by one; the rest is counted.
pub const MOST_DEFECTS: usize = 5_000;

/// How many lines without text are named.
pub const MOST_BLANK_LINES: usize = 100;

/// How many findings one rule makes before it puts every further cause into one.
pub const MOST_CAUSES: usize = 200;

/// How many places one finding keeps. The rest is counted.
pub const MOST_PLACES: usize = 5_000;

/// How many different fixes one finding offers.
pub const MOST_FIXES: usize = 12;

/// How many members of a circle of supervisors are named.
pub const MOST_NAMED: usize = 12;

/// The longest value, in characters, that a message or a finding's place repeats; of a longer one, its beginning and its
/// length.
pub const MOST_SAID: usize = 1_000;
