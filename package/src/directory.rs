//! A directory that is read once and compared with many times.

use std::sync::Arc;

use shared::{Options, Schema, Upload};
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::inputs::DirectoryOptions;

/// All people, read from an extract and indexed.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Directory {
    pub(crate) inner: Arc<shared::Directory>,
}

#[wasm_bindgen]
impl Directory {
    /// Reads an extract. `options` is JSON: `revision` and `schema`.
    #[wasm_bindgen(constructor)]
    pub fn new(extract: Vec<u8>, options: &str) -> Result<Directory, JsError> {
        let options = DirectoryOptions::from_json(options)?;
        let schema = Arc::new(options.schema()?);
        Self::read(schema, extract, options.revision)
    }

    /// Reads another extract with the same columns, such as one of an earlier day.
    pub fn read_alike(&self, extract: Vec<u8>) -> Result<Directory, JsError> {
        Self::read(self.inner.schema().clone(), extract, None)
    }

    /// A directory without anybody.
    pub fn empty(options: &str) -> Result<Directory, JsError> {
        let options = DirectoryOptions::from_json(options)?;
        let schema = Arc::new(options.schema()?);
        Ok(Self { inner: Arc::new(shared::Directory::empty(schema, options.revision.unwrap_or_default())) })
    }

    /// Its revision as a decimal number.
    pub fn revision(&self) -> String {
        self.inner.revision().to_string()
    }

    /// How many people it holds.
    pub fn people(&self) -> usize {
        self.inner.people()
    }
}

impl Directory {
    fn read(schema: Arc<Schema>, extract: Vec<u8>, revision: Option<u64>) -> Result<Directory, JsError> {
        let upload = Upload { name: String::new(), bytes: extract };
        let revision = revision.unwrap_or_else(|| {
            shared::facts(&schema, &upload, &Options::default()).base.map_or(0, |base| base.revision)
        });
        match shared::Directory::from_extract(schema, upload.bytes, revision) {
            Ok(directory) => Ok(Self { inner: Arc::new(directory) }),
            Err(findings) => {
                let words: Vec<String> = findings.iter().take(3).map(|finding| finding.message.to_string()).collect();
                Err(JsError::new(&format!("this can't be a directory. {}", words.join(" "))))
            }
        }
    }
}
