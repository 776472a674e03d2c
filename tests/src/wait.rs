//! Waiting for something to become true, instead of sleeping and hoping.

use std::time::{Duration, Instant};

/// Long enough for the slowest machine that these tests run on; a test that passes never waits this long.
pub const LIMIT: Duration = Duration::from_mins(1);

/// How often is looked.
const PAUSE: Duration = Duration::from_millis(30);

/// Asks until there is an answer; panics with the description when the limit is reached.
pub async fn wait_for<T>(description: &str, limit: Duration, mut look: impl AsyncFnMut() -> Option<T>) -> T {
    let begun = Instant::now();
    loop {
        if let Some(found) = look().await {
            return found;
        }
        assert!(begun.elapsed() < limit, "waited {} s in vain for: {description}", limit.as_secs());
        tokio::time::sleep(PAUSE).await;
    }
}
