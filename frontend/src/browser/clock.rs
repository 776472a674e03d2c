//! Times as people read them: local, with UTC beside.

use wasm_bindgen::JsValue;

use crate::texts::language::language;

/// A time of the server (RFC 3339, UTC) in her own zone and her browser's way of writing it; as given if it can't be read.
pub fn local_time(rfc3339: &str) -> String {
    let date = js_sys::Date::new(&JsValue::from_str(rfc3339));
    if date.get_time().is_nan() {
        return rfc3339.to_owned();
    }
    let options = js_sys::Object::new();
    for (name, value) in [("dateStyle", "medium"), ("timeStyle", "short")] {
        // Setting a property of a fresh object can't fail; the result is of no use.
        let _ = js_sys::Reflect::set(&options, &JsValue::from_str(name), &JsValue::from_str(value));
    }
    String::from(date.to_locale_string(language().locale(), &options))
}

/// Milliseconds since the page began, for measuring how long something took.
pub fn now_ms() -> f64 {
    js_sys::Date::now()
}
