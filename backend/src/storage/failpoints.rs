//! Points of the way into storage at which a test makes Muster die, fail, or wait, to see what is there afterwards.
//!
//! They are there only in a build with the feature `failpoints`, which a release build refuses; in every other build
//! passing a point does nothing. Where they are there, `FAILPOINTS` says what happens at which point, in the words of the
//! crate `fail`: `committed=1*return(abort)`. What a point returns is one of the words of `pass`.

use super::StorageError;

/// Holds the points as the environment set them; they are forgotten when it is dropped.
#[cfg(feature = "failpoints")]
pub type Scenario = fail::FailScenario<'static>;

/// Nothing, as there are no points.
#[cfg(not(feature = "failpoints"))]
pub type Scenario = ();

#[cfg(all(feature = "failpoints", not(debug_assertions)))]
compile_error!("failpoints are for tests: a release build never has them");

/// Sets the points as the environment says.
#[cfg(feature = "failpoints")]
pub fn set_up() -> Scenario {
    fail::FailScenario::setup()
}

/// Sets nothing, whatever the environment says.
#[cfg(not(feature = "failpoints"))]
pub fn set_up() -> Scenario {}

/// Passes a point. `abort` ends the process there, `error` and `busy` are what a database says that is gone or prefers
/// somebody else, and `wait:SOCKET` connects to a socket and goes on when that is closed at its other end.
#[cfg(feature = "failpoints")]
pub(crate) async fn pass(point: &str) -> Result<(), StorageError> {
    let Some(order) = ordered(point) else { return Ok(()) };
    match order.split_once(':') {
        None if order == "abort" => std::process::abort(),
        None if order == "error" => Err(StorageError::Unavailable(format!("failed at {point}").into())),
        None if order == "busy" => Err(StorageError::Busy(format!("refused at {point}").into())),
        #[cfg(unix)]
        Some(("wait", socket)) => wait(socket).await.map_err(|error| StorageError::Failed(error.into())),
        _ => Err(StorageError::Failed(format!("{order} is nothing that can happen at {point}").into())),
    }
}

/// Passes a point, where none is.
#[cfg(not(feature = "failpoints"))]
#[expect(clippy::unused_async, reason = "where there are points, one can wait at them")]
pub(crate) async fn pass(_point: &str) -> Result<(), StorageError> {
    Ok(())
}

#[cfg(feature = "failpoints")]
fn ordered(point: &str) -> Option<String> {
    fail::fail_point!(point, |order| order);
    None
}

#[cfg(all(unix, feature = "failpoints"))]
async fn wait(socket: &str) -> std::io::Result<()> {
    let other_end = tokio::net::UnixStream::connect(socket).await?;
    // Nothing is ever said: it can be read again when the other end was closed.
    other_end.readable().await
}
