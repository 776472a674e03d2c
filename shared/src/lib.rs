//! Muster's engine: bytes and a directory in, a plan out.
//!
//! ```
//! use shared::{Directory, Options, Review, Schema, Upload};
//! use std::sync::Arc;
//!
//! let schema = Arc::new(Schema::standard());
//! let extract = b"Username,FirstName,EmployeeId\nann@example.com,Ann,00017\n".to_vec();
//! let directory = Arc::new(Directory::from_extract(schema, extract, 4).expect("a readable extract"));
//!
//! // Her spreadsheet program took the zeros of the id, and she wrote the name anew.
//! let upload = Upload {
//!     name: "people-r4.csv".to_owned(),
//!     bytes: b"Username,FirstName,EmployeeId\r\nann@example.com,Anne,17\r\n".to_vec(),
//! };
//! let mut review = Review::new(directory, upload, Options::default());
//! assert_eq!(review.plan().counts.updated, 1);
//! assert!(review.plan().findings.iter().any(|finding| finding.name == "leading-zeros-lost"));
//!
//! review.apply_safe_fixes();
//! let changes = &review.plan().change_set.operations[0].changes;
//! assert_eq!((changes.len(), changes[0].new.as_str()), (1, "Anne"));
//! assert!(String::from_utf8(review.corrected_file()).is_ok_and(|file| file.contains("00017")));
//! ```
//!
//! Most programs need no more than what stands here, without a module in front: [`Schema`], [`Directory`], [`Upload`],
//! [`Options`], [`Review`] with its [`Plan`] and [`Finding`]s; [`Reading`] reads a file without a directory, [`Extract`]
//! writes one, [`directory_from_change_set`] does what a plan says. These keep their meaning from release to release.
//!
//! ```
//! use shared::{Directory, Options, Review, Schema, Upload, directory_from_change_set};
//! use std::sync::Arc;
//!
//! let schema = Arc::new(Schema::standard());
//! let extract = b"Username,Nickname\nann@example.com,Annie\n".to_vec();
//! let before = Arc::new(Directory::from_extract(schema.clone(), extract, 4).expect("a readable extract"));
//! let upload = Upload { name: "people.csv".to_owned(), bytes: b"Username,Nickname\nann@example.com,Nan\n".to_vec() };
//! let review = Review::new(before.clone(), upload, Options::default());
//!
//! // Nothing stands in the way, so there is a digest, by which two sides tell that they mean the same.
//! assert!(!review.plan().blocked() && review.plan().digest.is_some());
//! let after = directory_from_change_set(&before, &review.plan().change_set).expect("planned for this directory");
//! let nickname = schema.index_of("Nickname").expect("a column");
//! assert_eq!(after.person(0).expect("Ann").value(nickname), "Nan");
//! assert_eq!(after.revision(), 5);
//! ```
//!
//! Inside, a file goes through ten stages, one module each below [`stages`], and each turns bad input into findings:
//!
//! | # | stage | from → to |
//! |--:|---|---|
//! | 1 | `bytes` | an upload's bytes → text, with the encoding decided |
//! | 2 | `dialect` | text → separator, line ends, where the header begins |
//! | 3 | `records` | text → records, by a strict reading |
//! | 4 | `columns` | header cells → columns of the schema |
//! | 5 | `rows` | records → cells and values |
//! | 6 | `merge` | rows × base × directory → what each row does |
//! | 7 | `findings` | every rule over its stage |
//! | 8 | `fixes` | chosen fixes → edits over the upload |
//! | 9 | [`stages::change_set`] | merge and decisions → operations and their digest |
//! | 10 | [`stages::apply`] | directory and operations → directory |
//!
//! Between 6 and 7 stands what happened to rows and columns as wholes, moved, sorted or dragged, so that it is said once; a
//! [`Plan`] begins with its story, a sentence for each column that changes.
//!
//! [`extract`] is the way out, [`change_file`] the way back. [`Review`] walks the whole path for one upload.
//!
//! Nothing here knows a file system, a clock, a network, a browser or a database, and nothing is random: the same
//! inputs give the same plan, to the byte, natively and in wasm. User data never makes it fail; it makes findings.

#![cfg_attr(
    not(test),
    deny(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice, clippy::panic)
)]

pub mod budget;
pub mod change_file;
mod check;
pub mod csv;
pub mod directory;
pub(crate) mod edits;
pub mod extract;
pub mod facts;
pub mod finding;
pub mod fix;
pub mod limits;
pub(crate) mod memory;
pub mod options;
#[doc(hidden)]
pub mod oracle;
pub mod past;
pub mod plan;
pub mod reading;
pub mod record;
pub mod review;
#[doc(hidden)]
pub mod reviewed;
pub mod rule;
pub mod rules;
pub mod schema;
pub(crate) mod signs;
#[doc(hidden)]
pub mod sink;
pub mod stages;
pub(crate) mod story;
#[doc(hidden)]
pub mod table;
pub mod take_back;
pub mod touched;
pub mod transform;
pub mod transforms;
pub mod values;

pub use change_file::ChangeFile;
pub use directory::Directory;
pub use extract::Extract;
pub use facts::FileFacts;
pub use finding::Finding;
pub use limits::MOST_BYTES;
pub use options::Options;
pub use past::Past;
pub use plan::Plan;
pub use reading::Reading;
pub use review::{Against, OtherSchema, Review, Upload, facts, kept_file};
pub use rule::Severity;
pub use schema::Schema;
pub use stages::apply::directory_from_change_set;
pub use stages::bytes::knows_encoding;
pub use stages::change_set::{Change, ChangeSet, Operation, OperationKind};
pub use values::words::{Catalogue, Words};

/// The engine's version: the release, and a hash of the sources. A plan is only ever applied by the engine that made it.
pub const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), "+", env!("MUSTER_ENGINE"));
