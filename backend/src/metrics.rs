//! Figures for whoever watches the server, in the form of Prometheus. They count and measure; they name nobody.

use std::sync::atomic::AtomicU64;
use std::time::Duration;

use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::metrics::info::Info;
use prometheus_client::registry::{Registry, Unit};

/// From a fast read to a large import, in seconds.
const BUCKETS: [f64; 9] = [0.005, 0.02, 0.1, 0.25, 0.5, 1.0, 5.0, 30.0, 120.0];

/// What tells requests apart: the route as the table has it, never the address that was asked.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Answered {
    method: String,
    route: String,
    status: u16,
}

/// What tells durations apart.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Took {
    route: String,
}

/// Everything that is counted.
#[derive(Debug)]
pub struct Metrics {
    registry: Registry,
    answers: Family<Answered, Counter>,
    durations: Family<Took, Histogram, fn() -> Histogram>,
    people: Gauge<u64, AtomicU64>,
    revision: Gauge<u64, AtomicU64>,
}

impl Default for Metrics {
    fn default() -> Self {
        let mut registry = Registry::with_prefix("muster");
        let answers = Family::default();
        let durations: Family<Took, Histogram, fn() -> Histogram> =
            Family::new_with_constructor(|| Histogram::new(BUCKETS));
        let (people, revision) = (Gauge::default(), Gauge::default());
        registry.register("http_answers", "Answers by route and status", answers.clone());
        registry.register_with_unit(
            "http_answer_duration",
            "How long answers took, to their headers",
            Unit::Seconds,
            durations.clone(),
        );
        registry.register("people", "People in the directory", people.clone());
        registry.register("revision", "The newest revision of the directory", revision.clone());
        registry.register("build", "What is running", Info::new(vec![("version", shared::VERSION)]));
        Self { registry, answers, durations, people, revision }
    }
}

impl Metrics {
    /// Counts an answer.
    pub fn answered(&self, method: &str, route: &str, status: u16, took: Duration) {
        // A method is whatever the client says; only those that exist are told apart.
        let known = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"].contains(&method);
        let method = if known { method } else { "other" }.to_owned();
        let route = route.to_owned();
        self.durations.get_or_create(&Took { route: route.clone() }).observe(took.as_secs_f64());
        self.answers.get_or_create(&Answered { method, route, status }).inc();
    }

    /// Everything as text, with where the directory stands now.
    pub fn text(&self, people: u64, revision: u64) -> String {
        self.people.set(people);
        self.revision.set(revision);
        let mut text = String::new();
        // Writing into a string fails only where a value refuses to be written; then what is there is shown.
        let _ = encode(&mut text, &self.registry);
        text
    }
}
