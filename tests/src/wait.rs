//! Waiting for something to become true, instead of sleeping and hoping.

use std::time::{Duration, Instant};

/// Long enough for the slowest machine that these tests run on; a test that passes never waits this long.
pub const LIMIT: Duration = Duration::from_mins(3);

/// How often is looked.
const PAUSE: Duration = Duration::from_millis(30);

/// Asks until there is an answer; panics with the description when the limit is reached.
pub async fn wait_for<T>(description: &str, limit: Duration, look: impl AsyncFnMut() -> Option<T>) -> T {
    let found = found_within(limit, look).await;
    found.unwrap_or_else(|| panic!("waited {} s in vain for: {description}", limit.as_secs()))
}

/// Asks until there is an answer, or the limit is reached.
pub async fn found_within<T>(limit: Duration, mut look: impl AsyncFnMut() -> Option<T>) -> Option<T> {
    let begun = Instant::now();
    loop {
        if let Some(found) = look().await {
            return Some(found);
        }
        if begun.elapsed() >= limit {
            return None;
        }
        tokio::time::sleep(PAUSE).await;
    }
}
