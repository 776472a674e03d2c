//! What a driver and its browser print.

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncBufReadExt, AsyncRead, BufReader};

/// What a driver and its browser have printed so far.
#[derive(Clone, Default)]
pub(super) struct Said(Arc<Mutex<Vec<String>>>);

impl Said {
    pub(super) fn lines(&self) -> Vec<String> {
        self.0.lock().expect("nobody fails while holding it").clone()
    }

    pub(super) fn hear(&self, output: impl AsyncRead + Unpin + Send + 'static) {
        let said = self.clone();
        tokio::spawn(async move {
            let mut lines = BufReader::new(output).lines();
            while let Ok(Some(line)) = lines.next_line().await {
                said.0.lock().expect("nobody fails while holding it").push(line);
            }
        });
    }
}
