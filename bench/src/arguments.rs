//! The words after `./dev bench`.

use std::path::PathBuf;

pub(crate) const HELP: &str = "\
./dev bench [engine|wasm|keeper|accidents|corpora] [--rows N] [--runs N] [--quick] [--dry]
    engine: the engine, natively (measures 1, 2 and 4); this is the standard
    wasm: the engine in Node and in Chromium, beside the parsers there (measures 1 and 4)
    keeper: the server's extracts, imports and undos beside sqlite3 and COPY (measure 6); `--people N` is `--rows N`
    accidents: what share of planted accidents is found, and what honest edits raise an alarm (measure 7)
    corpora: the strict reader on public files that other parsers are tested with (measure 8)
    --rows N   people in the directory and rows in the upload (1,000,000; accidents: none)
    --runs N   how often each measure is taken (5; accidents: files of each kind, 40)
    --quick    200,000 rows, 3 runs, and the first measure only
    --dry      only prints, and leaves docs/benchmarks.md as it is; what --quick does, too";

/// What is to be measured, and how thoroughly.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Wish {
    pub(crate) what: What,
    pub(crate) rows: u64,
    pub(crate) runs: Option<usize>,
    pub(crate) quick: bool,
    pub(crate) dry: bool,
}

/// The measures that are taken together.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum What {
    Help,
    Engine,
    Wasm,
    Keeper,
    Accidents,
    Corpora,
    /// Real programs, all or those of these names; what `./dev zoo` asks for.
    Zoo {
        programs: Vec<String>,
    },
    /// The counts that `./dev bench kills` left in a file, to be written into the document.
    Kills {
        counts: PathBuf,
    },
    /// The figures that the test of large files at the desk left in a file.
    Desk {
        figures: PathBuf,
    },
    /// The most memory that one verdict on two files takes; what `engine` asks of a process of its own.
    Peak {
        directory: PathBuf,
        upload: PathBuf,
    },
}

pub(crate) fn wish_from_args(arguments: impl IntoIterator<Item = String>) -> Result<Wish, String> {
    let mut wish = Wish { what: What::Engine, rows: 1_000_000, runs: None, quick: false, dry: false };
    let mut words = arguments.into_iter();
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or_else(|| format!("{word} needs a value"));
        match word.as_str() {
            "help" => wish.what = What::Help,
            "engine" => wish.what = What::Engine,
            "wasm" => wish.what = What::Wasm,
            "accidents" => wish.what = What::Accidents,
            "keeper" => wish.what = What::Keeper,
            "kills" => wish.what = What::Kills { counts: value()?.into() },
            "desk" => wish.what = What::Desk { figures: value()?.into() },
            "corpora" => wish.what = What::Corpora,
            "zoo" => wish.what = What::Zoo { programs: Vec::new() },
            "peak" => wish.what = What::Peak { directory: value()?.into(), upload: value()?.into() },
            "--rows" | "--people" => wish.rows = number(&value()?)?,
            "--runs" => wish.runs = Some(usize::try_from(number(&value()?)?.max(1)).unwrap_or(usize::MAX)),
            "--quick" => (wish.rows, wish.quick, wish.dry) = (200_000, true, true),
            "--dry" => wish.dry = true,
            _ => match &mut wish.what {
                What::Zoo { programs } if !word.starts_with('-') => programs.push(word),
                _ => return Err(format!("`{word}` is not known")),
            },
        }
    }
    Ok(wish)
}

fn number(word: &str) -> Result<u64, String> {
    word.replace([',', '_'], "").parse().map_err(|_| format!("{word} is not a number"))
}

#[cfg(test)]
mod tests {
    use super::{What, wish_from_args};

    #[test]
    fn words_are_read() {
        let read = |line: &str| wish_from_args(line.split_whitespace().map(str::to_owned));
        assert_eq!(read("").map(|wish| (wish.what, wish.rows)), Ok((What::Engine, 1_000_000)));
        assert_eq!(read("engine --rows 10,000 --runs 3").map(|wish| (wish.rows, wish.runs)), Ok((10_000, Some(3))));
        assert_eq!(read("--quick").map(|wish| (wish.rows, wish.dry)), Ok((200_000, true)));
        assert!(read("--rows").is_err() && read("--rows x").is_err() && read("speed").is_err());
    }
}
