//! Reads other encodings than UTF-8 by the tables that every browser has, so that the worker brings none.

use js_sys::Reflect;
use shared::stages::bytes::encoding::Decoded;
use wasm_bindgen::JsValue;
use web_sys::{TextDecodeOptions, TextDecoder, TextDecoderOptions};

/// How much is read at once: a browser's strings end long before memory does.
const PIECE_BYTES: usize = 4 * 1024 * 1024;

/// Reads bytes in the encoding that a label names; `None` where no encoding has it.
pub fn decode(label: &str, bytes: &[u8]) -> Option<Decoded> {
    let encoding = decoder(label, false)?.encoding();
    // A strict reading only tells that something can't be read; the other one, where.
    let (text, malformed) = match text(label, bytes, true) {
        Some(text) => (text, false),
        None => (text(label, bytes, false)?, true),
    };
    Some(Decoded { encoding, text, malformed })
}

fn decoder(label: &str, strict: bool) -> Option<TextDecoder> {
    let options = TextDecoderOptions::new();
    options.set_fatal(strict);
    // The mark, if there was one, was taken away before; another one is text.
    Reflect::set(&options, &JsValue::from_str("ignoreBOM"), &JsValue::TRUE).ok()?;
    TextDecoder::new_with_label_and_options(label, &options).ok()
}

fn text(label: &str, bytes: &[u8], strict: bool) -> Option<String> {
    let decoder = decoder(label, strict)?;
    let mut text = String::with_capacity(bytes.len());
    for piece in bytes.chunks(PIECE_BYTES) {
        let options = TextDecodeOptions::new();
        options.set_stream(true);
        text.push_str(&decoder.decode_with_u8_array_and_options(piece, &options).ok()?);
    }
    // What was begun in the last piece and never finished.
    text.push_str(&decoder.decode().ok()?);
    text.shrink_to_fit();
    Some(text)
}
