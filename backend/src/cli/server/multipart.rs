//! `multipart/form-data` as an import sends it: one part of JSON, one file.

use sha2::{Digest, Sha256};

use crate::ids::hex_from_bytes;

/// The two parts.
pub(in crate::cli) struct Form {
    request: String,
    file: Vec<u8>,
    /// A line that stands in neither part: it is made of their hash.
    edge: String,
}

impl Form {
    /// A form with these parts.
    pub(in crate::cli) fn new(request: &serde_json::Value, file: Vec<u8>) -> Self {
        let request = request.to_string();
        let mut hash = Sha256::new();
        hash.update(&request);
        hash.update(&file);
        let edge = format!("muster-{}", hex_from_bytes(&hash.finalize()));
        Self { request, file, edge }
    }

    /// The value of the header `Content-Type`.
    pub(super) fn content_type(&self) -> String {
        format!("multipart/form-data; boundary={}", self.edge)
    }

    /// The body.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let Self { request, file, edge } = self;
        let head = format!(
            "--{edge}\r\ncontent-disposition: form-data; name=\"request\"\r\ncontent-type: application/json\r\n\r\n\
             {request}\r\n--{edge}\r\ncontent-disposition: form-data; name=\"file\"; filename=\"upload.csv\"\r\n\
             content-type: text/csv\r\n\r\n"
        );
        let mut bytes = head.into_bytes();
        bytes.extend_from_slice(file);
        bytes.extend_from_slice(format!("\r\n--{edge}--\r\n").as_bytes());
        bytes
    }
}
