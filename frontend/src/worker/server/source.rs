//! Where bytes come from: the dropped file, and the server's extracts.

use std::collections::BTreeSet;

use js_sys::Uint8Array;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use shared::budget::Budget;
use shared::{Options, Past};
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use super::says::say;
use crate::api::{Problem, Session};
use crate::browser::fetch;
use crate::worker::protocol::{FromWorker, Progress, Stage};

/// How much is read at once: small enough for a bar that moves, large enough to be quick.
const PIECE_BYTES: u64 = 4 * 1024 * 1024;

/// How much of a file is looked at before the rest is read: enough rows to tell, few enough to tell at once.
const FIRST_LOOK_BYTES: usize = 256 * 1024;

/// Reads a file piece by piece, and says how far it is. `look` is shown its beginning, and its size, before the rest.
pub(super) async fn bytes_from_file(file: &File, look: impl FnOnce(&[u8], usize)) -> Result<Vec<u8>, Problem> {
    let mut look = Some(look);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a file's size is a whole number")]
    let total = file.size() as u64;
    let mut bytes = Vec::with_capacity(usize::try_from(total).map_err(|_| Problem::unreadable_file())?);
    let mut done = 0_u64;
    while done < total {
        let end = (done + PIECE_BYTES).min(total);
        let piece = piece_of(file, done, end).await.ok_or_else(Problem::unreadable_file)?;
        append(&mut bytes, &piece);
        done = end;
        say(&FromWorker::Progress(Progress { stage: Stage::File, done, total }));
        if let (Some(look), Ok(size)) = (look.take(), usize::try_from(total)) {
            look(bytes.get(..FIRST_LOOK_BYTES).unwrap_or(&bytes), size);
        }
    }
    Ok(bytes)
}

async fn piece_of(file: &File, start: u64, end: u64) -> Option<Uint8Array> {
    #[expect(clippy::cast_precision_loss, reason = "no file reaches the 2^53 bytes that a float counts exactly")]
    let piece = file.slice_with_f64_and_f64(start as f64, end as f64).ok()?;
    let buffer = JsFuture::from(piece.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer))
}

/// An extract of the server, and the revision that it is of.
pub(super) struct Extract {
    pub(super) bytes: Vec<u8>,
    pub(super) revision: u64,
    pub(super) etag: Option<String>,
}

/// Fetches an extract, and says how far it is; `None` if it is still the one that the entity tag names.
pub(super) async fn extract_from_server(
    url: &str,
    stage: Stage,
    known: Option<&str>,
) -> Result<Option<Extract>, Problem> {
    say(&FromWorker::Progress(Progress { stage, done: 0, total: 0 }));
    let response = fetch::open_unless(url, known).await.ok_or_else(Problem::unreachable)?;
    if known.is_some() && response.status() == 304 {
        return Ok(None);
    }
    if !response.ok() {
        let body = fetch::text(&response).await.unwrap_or_default();
        return Err(Problem::from_answer(response.status(), &body));
    }
    let etag = fetch::text_header(&response, "ETag");
    let revision = fetch::number_header(&response, "Muster-Revision").ok_or_else(Problem::not_understood)?;
    let total = fetch::number_header(&response, "Content-Length").unwrap_or(0);
    let mut people = fetch::number_header(&response, "Muster-People");
    let mut bytes = Vec::with_capacity(usize::try_from(total).unwrap_or(0));
    let mut reported = 0_u64;
    let whole = fetch::each_chunk(&response, |chunk| {
        append(&mut bytes, chunk);
        if bytes.len() >= FIRST_LOOK_BYTES
            && let Some(people) = people.take()
        {
            // Where there is no such room, the bytes themselves will tell.
            let _ = bytes.try_reserve_exact(bytes_to_come(&bytes, people));
        }
        let done = bytes.len() as u64;
        if done - reported >= PIECE_BYTES / 8 {
            reported = done;
            say(&FromWorker::Progress(Progress { stage, done, total }));
        }
    })
    .await;
    bytes.shrink_to_fit();
    if whole { Ok(Some(Extract { bytes, revision, etag })) } else { Err(Problem::unreachable()) }
}

/// About how many bytes of an extract of so many people are still to come after its beginning, rather too many. Without
/// room for them the bytes would move whenever they fill what they have, and the worker never gives memory back. A line
/// feed between quotes ends nobody's line.
fn bytes_to_come(beginning: &[u8], people: u64) -> usize {
    let (mut lines, mut quoted) = (0_u64, false);
    for byte in beginning {
        quoted ^= *byte == b'"';
        lines += u64::from(*byte == b'\n' && !quoted);
    }
    let lines = lines.max(1);
    let to_come = people.saturating_sub(lines).saturating_mul(beginning.len() as u64 / lines);
    usize::try_from(to_come.saturating_mul(21) / 20).unwrap_or(0)
}

/// The server's schema, as JSON.
pub(super) async fn schema_json() -> Result<String, Problem> {
    let response = fetch::open("/api/schema").await.ok_or_else(Problem::unreachable)?;
    let body = fetch::text(&response).await.unwrap_or_default();
    if response.ok() { Ok(body) } else { Err(Problem::from_answer(response.status(), &body)) }
}

/// What the server would say of every file of hers, as far as she may know it: budget, who must stay, who sends.
pub(super) async fn server_says(options: Options) -> Options {
    #[derive(Deserialize)]
    struct InForce {
        settings: Settings,
    }
    #[derive(Deserialize)]
    struct Settings {
        budget: Budget,
        #[serde(default)]
        protected: BTreeSet<String>,
    }
    let in_force: Option<InForce> = json_of("/api/settings").await;
    let session: Option<Session> = json_of("/api/session").await;
    // The server goes by these whatever the preview did; without them it would only warn later.
    let Settings { budget, protected } = in_force.map_or_else(
        || Settings { budget: options.budget, protected: options.protected.clone() },
        |in_force| in_force.settings,
    );
    Options { budget, protected, sender: session.map(|session| session.admin.email), ..options }
}

/// What the server remembers: former names, and what the cells of some columns held. Nothing if it doesn't say: the plan
/// is the same, and fewer things are noticed until it is sent.
pub(super) async fn past_from_server(columns: &BTreeSet<String>) -> Option<Past> {
    let columns: Vec<String> = columns.iter().map(|header| escaped(header)).collect();
    json_of(&format!("/api/past?columns={}", columns.join(","))).await
}

/// A header as a part of an address.
fn escaped(header: &str) -> String {
    js_sys::encode_uri_component(header).into()
}

async fn json_of<T: DeserializeOwned>(address: &str) -> Option<T> {
    let response = fetch::open(address).await.filter(web_sys::Response::ok)?;
    serde_json::from_str(&fetch::text(&response).await?).ok()
}

fn append(bytes: &mut Vec<u8>, piece: &Uint8Array) {
    let start = bytes.len();
    bytes.resize(start + piece.length() as usize, 0);
    if let Some(end) = bytes.get_mut(start..) {
        piece.copy_to(end);
    }
}

#[cfg(test)]
mod tests {
    use super::bytes_to_come;

    #[test]
    fn the_beginning_tells_of_the_rest() {
        let beginning = b"Username,City\nann,\"B\n\"\nben,Genf\n";
        assert_eq!(bytes_to_come(beginning, 3), 0);
        let million = bytes_to_come(beginning, 1_000_000);
        assert!((10_000_000..11_500_000).contains(&million), "{million}");
        assert_eq!(bytes_to_come(b"", 0), 0);
    }
}
