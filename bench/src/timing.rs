//! Times of things that take turns.

use std::time::Duration;

use cpu_time::ThreadTime;

/// How long this thread worked for something, and what was made. All that is measured here runs on one thread; whatever
/// else keeps the machine busy prolongs the wait, and not this.
pub(crate) fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let begun = ThreadTime::now();
    let made = std::hint::black_box(work());
    (begun.elapsed(), made)
}

/// The middle one; of an even number, the earlier of the two in the middle.
pub(crate) fn median(times: &mut [Duration]) -> Duration {
    times.sort_unstable();
    times.get(times.len().saturating_sub(1) / 2).copied().unwrap_or_default()
}

/// How many times as long the first took.
pub(crate) fn ratio(time: Duration, yardstick: Duration) -> f64 {
    time.as_secs_f64() / yardstick.as_secs_f64().max(f64::MIN_POSITIVE)
}

#[cfg(test)]
mod tests {
    use super::{median, ratio};
    use std::time::Duration;

    #[test]
    fn one_slow_run_changes_nothing() {
        let mut times = [900, 10, 30, 20, 25].map(Duration::from_millis);
        assert_eq!(median(&mut times), Duration::from_millis(25));
        assert!((ratio(median(&mut times), Duration::from_millis(50)) - 0.5).abs() < 1e-9);
    }
}
