//! Starts the desk's page.
fn main() {
    frontend::app::start();
}
