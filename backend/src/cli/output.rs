//! Standard output of the commands for developers: styled only on a terminal, and closed early without complaint.

use std::io::{BufWriter, ErrorKind, Write};

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

/// Prints text piece by piece, styled only on a terminal, so that a long one is never held.
pub(super) fn print_pieces(pieces: impl Iterator<Item = String>) -> anyhow::Result<()> {
    let mut output = BufWriter::new(AutoStream::auto(std::io::stdout().lock()));
    let mut pieces = pieces;
    finished(pieces.try_for_each(|piece| output.write_all(piece.as_bytes())).and_then(|()| output.flush()))
}

/// Prints an object as JSON while it is made, with a line end.
pub(super) fn print_json(object: &impl serde::Serialize) -> anyhow::Result<()> {
    let mut output = BufWriter::new(std::io::stdout().lock());
    let written = serde_json::to_writer(&mut output, object).map_err(std::io::Error::from);
    finished(written.and_then(|()| output.write_all(b"\n")).and_then(|()| output.flush()))
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
