//! Starts the desk's worker, which reads and checks files away from the page.
fn main() {
    frontend::worker::server::start();
}
