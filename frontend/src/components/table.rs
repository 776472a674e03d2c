//! The preview's table: virtual in both directions, with rows that stay in the worker.

pub mod cell;
pub mod editor;
pub mod grid;
pub mod heads;
pub mod keyboard;
pub mod row;
pub mod window;
