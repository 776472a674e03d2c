//! Says what is being done, and how long it took.

use std::time::{Duration, Instant};

/// A failure as one line for a person: what, and what to do.
pub(crate) type Problem = String;

/// The steps of one command, in order.
pub(crate) struct Steps {
    begun: Instant,
    done: Vec<(String, Duration)>,
}

impl Steps {
    /// Starts the clock.
    pub(crate) fn new() -> Self {
        Self { begun: Instant::now(), done: Vec::new() }
    }

    /// Runs one step between a line that names it and a line with its time.
    pub(crate) fn run<T>(&mut self, name: &str, work: impl FnOnce() -> Result<T, Problem>) -> Result<T, Problem> {
        println!("\n==> {name}");
        let begun = Instant::now();
        let result = work();
        let took = begun.elapsed();
        println!("    {} in {}", if result.is_ok() { "done" } else { "failed" }, seconds(took));
        self.done.push((name.to_owned(), took));
        result
    }

    /// Prints every step with its time, and the whole.
    pub(crate) fn summary(&self) {
        println!("\n==> Times");
        for (name, took) in &self.done {
            println!("{:>10}  {name}", seconds(*took));
        }
        println!("{:>10}  in all", seconds(self.begun.elapsed()));
    }
}

fn seconds(time: Duration) -> String {
    if time >= Duration::from_mins(1) {
        format!("{} min {:02} s", time.as_secs() / 60, time.as_secs() % 60)
    } else {
        format!("{:.1} s", time.as_secs_f64())
    }
}
