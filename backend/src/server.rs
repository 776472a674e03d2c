//! Connections: let in up to a bound, not waited for without end, and finished politely.
//!
//! A client that opens a connection and says nothing, or says it one byte a minute, loses the connection; so does one that
//! sends a body, or takes its answer, more slowly than `Limits` allow. One address has a share of the connections.

mod addresses;
mod pace;
mod paced;

use std::convert::Infallible;
use std::future::Future;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Request, Response};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tower::ServiceExt;

use crate::limits::Limits;
use addresses::Addresses;
use pace::Least;
use paced::{PacedBody, PacedStream};

/// After the signal to stop, answers that are being sent get this long.
const GRACE: Duration = Duration::from_secs(7);
/// When no connection can be taken in (no file handles left), it is tried again after this long.
const PAUSE: Duration = Duration::from_millis(100);

/// Serves until `stop` ends; then takes no more connections in and finishes what is in hand.
pub async fn serve(listener: TcpListener, app: Router, limits: Limits, stop: impl Future<Output = ()>) {
    let places = Arc::new(Semaphore::new(usize::try_from(limits.connections).unwrap_or(1)));
    let (addresses, open) = (Addresses::new(limits.connections_of_address), GracefulShutdown::new());
    let mut stop = pin!(stop);
    loop {
        let place = tokio::select! {
            () = &mut stop => break,
            place = Arc::clone(&places).acquire_owned() => place,
        };
        let (stream, address) = tokio::select! {
            () = &mut stop => break,
            accepted = listener.accept() => match accepted {
                Ok(accepted) => accepted,
                Err(error) => {
                    tracing::warn!(%error, "a connection couldn't be taken in");
                    tokio::time::sleep(PAUSE).await;
                    continue;
                }
            },
        };
        let Some(counted) = addresses.count(address.ip()) else {
            tracing::debug!("an address has as many connections as it may");
            continue;
        };
        let connection = answers_on(stream, address, app.clone(), &limits, &open);
        tokio::spawn(async move {
            let _held = (place, counted);
            if let Err(error) = connection.await {
                tracing::debug!(%error, "a connection broke off");
            }
        });
    }
    drop(listener);
    if tokio::time::timeout(GRACE, open.shutdown()).await.is_err() {
        tracing::warn!("some answers were cut off");
    }
}

/// Answers on one connection until it ends, or politely ends it when `open` is shut down.
fn answers_on(
    stream: TcpStream,
    address: SocketAddr,
    app: Router,
    limits: &Limits,
    open: &GracefulShutdown,
) -> impl Future<Output = hyper::Result<()>> + Send + use<> {
    let least = Least { span: limits.span, bytes: limits.bytes_in_span };
    // Answers are small or streamed in large pieces, so nothing is won by waiting for more to send.
    let _ = stream.set_nodelay(true);
    let answer = move |request: Request<Incoming>| {
        let app = app.clone();
        async move {
            let mut request = request.map(|body| Body::new(PacedBody::new(body, least)));
            request.extensions_mut().insert(ConnectInfo(address));
            let answered: Result<Response<Body>, Infallible> = app.oneshot(request).await;
            answered
        }
    };
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.headers)
        .serve_connection(TokioIo::new(PacedStream::new(stream, least)), service_fn(answer));
    open.watch(connection)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use axum::Router;
    use axum::routing::get;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::{TcpListener, TcpStream};
    use tokio::sync::oneshot;

    use super::serve;
    use crate::limits::Limits;

    #[tokio::test]
    async fn a_client_that_says_nothing_is_let_go_and_the_next_one_let_in() {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let limits = Limits { connections: 1, headers: Duration::from_millis(100), ..Limits::default() };
        let (stop, stopped) = oneshot::channel::<()>();
        let app = Router::new().route("/", get(async || "here"));
        let server = tokio::spawn(serve(listener, app, limits, async {
            let _ = stopped.await;
        }));

        let mut silent = TcpStream::connect(address).await.expect("connects");
        silent.write_all(b"GET / HTTP/1.1\r\nhost").await.expect("writes");
        let mut next = TcpStream::connect(address).await.expect("waits in line");
        next.write_all(b"GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").await.expect("writes");
        let mut said = String::new();
        next.read_to_string(&mut said).await.expect("an answer");
        assert!(said.ends_with("here"), "{said}");
        let mut nothing = Vec::new();
        let _ = silent.read_to_end(&mut nothing).await;

        stop.send(()).expect("it still serves");
        server.await.expect("it ends");
    }
}
