//! What benchmarks hold the engine against: the `csv` crate, which only parses.

use wasm_bindgen::prelude::wasm_bindgen;

/// How many cells the `csv` crate finds in a file.
#[wasm_bindgen]
pub fn cells_by_csv_crate(upload: &[u8]) -> usize {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(upload);
    let mut record = csv::ByteRecord::new();
    let mut cells = 0;
    while reader.read_byte_record(&mut record).unwrap_or(false) {
        cells += record.len();
    }
    cells
}
