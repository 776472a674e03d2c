//! The engine for JavaScript: bytes and JSON in, JSON and bytes out.
//!
//! This is the inner side of the npm package. `npm/index.js` lays the typed API over it, which `npm/index.d.ts` describes
//! and `npm/README.md` explains; `./dev package` puts all of it together.

mod directory;
mod inputs;
mod reading;
mod review;
mod rules;
#[cfg(feature = "yardstick")]
mod yardstick;

pub use directory::Directory;
pub use reading::{read, version};
pub use review::Review;
pub use rules::rules;
#[cfg(feature = "yardstick")]
pub use yardstick::cells_by_csv_crate;
