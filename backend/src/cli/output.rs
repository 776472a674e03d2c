//! Standard output of the commands for developers: styled only on a terminal, and closed early without complaint.

use std::io::{ErrorKind, Write};

use anstream::AutoStream;
use anyhow::Context;

/// How findings are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Format {
    /// For people.
    Human,
    /// For scripts: one object.
    Json,
}

/// Prints text whose styles are kept only where a terminal shows them and `NO_COLOR` doesn't forbid them.
pub(super) fn print_styled(text: &str) -> anyhow::Result<()> {
    print(&mut AutoStream::auto(std::io::stdout().lock()), text)
}

/// Prints text as it is, with a line end.
pub(super) fn print_plain(text: &str) -> anyhow::Result<()> {
    let mut output = std::io::stdout().lock();
    print(&mut output, text)?;
    print(&mut output, "\n")
}

/// Prints a file's bytes as they are.
pub(super) fn print_bytes(bytes: &[u8]) -> anyhow::Result<()> {
    let mut output = std::io::stdout().lock();
    finished(output.write_all(bytes).and_then(|()| output.flush()))
}

/// Says something beside the result; that nobody listens is no failure.
pub(super) fn remark(text: &str) {
    let _ = writeln!(AutoStream::auto(std::io::stderr().lock()), "{text}");
}

fn print(output: &mut impl Write, text: &str) -> anyhow::Result<()> {
    finished(output.write_all(text.as_bytes()).and_then(|()| output.flush()))
}

fn finished(written: std::io::Result<()>) -> anyhow::Result<()> {
    match written {
        // Whoever read the output has seen enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => written.context("can't write to standard output"),
    }
}
