//! One upload under review.

use shared::{Against, Upload};
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::directory::Directory;
use crate::inputs::options_from_json;

/// One upload under review: the plan that follows from the file, the choices and the fixes.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Review {
    inner: shared::Review,
}

#[wasm_bindgen]
impl Review {
    /// Plans what an upload would do. `options` is the JSON of the engine's options.
    #[wasm_bindgen(constructor)]
    pub fn new(upload: Vec<u8>, name: String, against: &Directory, options: &str) -> Result<Review, JsError> {
        Self::plan(upload, name, against, None, options)
    }

    /// The same, with the extract that the file was made from.
    pub fn with_base(
        upload: Vec<u8>,
        name: String,
        against: &Directory,
        base: &Directory,
        options: &str,
    ) -> Result<Review, JsError> {
        Self::plan(upload, name, against, Some(base), options)
    }

    /// The plan: the JSON that `muster check --format json` prints.
    pub fn check(&self) -> String {
        self.inner.plan().to_json(self.inner.schema())
    }

    /// The counts of the plan alone, as JSON: without every change of it.
    pub fn counts(&self) -> String {
        serde_json::to_string(&self.inner.plan().counts).unwrap_or_default()
    }

    /// Chooses otherwise, and plans again.
    pub fn set_options(&mut self, options: &str) -> Result<(), JsError> {
        self.inner.set_options(options_from_json(options)?);
        Ok(())
    }

    /// The choices as they are now, as JSON: fixes may have decided some.
    pub fn options(&self) -> String {
        serde_json::to_string(self.inner.options()).unwrap_or_default()
    }

    /// Applies every safe fix. Returns how many there were.
    pub fn apply_safe_fixes(&mut self) -> usize {
        self.inner.apply_safe_fixes()
    }

    /// Applies one fix of a finding, both by their positions in the plan. Returns whether there was such a fix.
    pub fn apply_fix(&mut self, finding: usize, fix: usize) -> bool {
        let id = self.inner.plan().findings.get(finding).map(|finding| finding.id.clone());
        id.is_some_and(|id| self.inner.apply_fix(&id, fix, None))
    }

    /// Writes a cell of the file, by its row without the header and its column, both counted from 0; without a value, it
    /// gets its own text back.
    pub fn edit(&mut self, row: usize, column: usize, value: Option<String>) {
        self.inner.edit(row, column, value);
    }

    /// Takes the last step back. Returns whether there was one.
    pub fn undo(&mut self) -> bool {
        self.inner.undo()
    }

    /// Does the step again that was taken back last. Returns whether there was one.
    pub fn redo(&mut self) -> bool {
        self.inner.redo()
    }

    /// The upload with its fixes written in.
    pub fn corrected_file(&self) -> Vec<u8> {
        self.inner.corrected_file()
    }

    fn plan(
        upload: Vec<u8>,
        name: String,
        against: &Directory,
        base: Option<&Directory>,
        options: &str,
    ) -> Result<Self, JsError> {
        let mut options = options_from_json(options)?;
        options.base = options.base.or_else(|| base.map(|base| base.inner.revision()));
        let against = Against::new(against.inner.clone(), base.map(|base| base.inner.clone()))
            .map_err(|error| JsError::new(&format!("`base` doesn't fit `against`. {error}")))?;
        Ok(Self { inner: shared::Review::new(against, Upload { name, bytes: upload }, options) })
    }
}
