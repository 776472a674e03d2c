//! `./dev screens`: a contact sheet of the pictures that the browser tests took, small enough for the repository.

use std::fmt::Write;
use std::process::Command;

use crate::children;
use crate::paths;
use crate::steps::Problem;

/// The pictures, by the names that the tests give them, with what they show.
const SHOWN: &[(&str, &str)] = &[
    (
        "import-changed-light-1280",
        "An edited file, held against the directory: each changed cell with old and new value",
    ),
    ("import-search-light-1280", "Any row is found, and the map at the side shows where in the file something lies"),
    ("import-explain-light-1280", "Why a row does what it does: what the extract, the directory and the file say"),
    ("import-conflict-light-1280", "Somebody else changed the same cell: take yours or theirs"),
    ("import-send-light-1280", "What would happen, in words, before anything is sent"),
    ("import-german-dark-1280", "The same in German, on a dark screen"),
    ("import-findings-dark-480", "On a phone"),
    ("people-all-light-1280", "People, found as you type, or scrolled through to the last"),
    ("person-light-1280", "One person, with all that is known and what became of her"),
    ("taking-back-conflicts-light-1280", "Taking a revision back: what was edited since is decided cell by cell"),
    ("import-budget-light-1280", "More than usual: she types how many people it changes"),
    ("reports-light-1280", "How complete the profiles are"),
    ("settings-light-1280", "Admins, tokens, the risk budget, columns and the audit"),
];

/// The largest picture that is kept.
const MOST_BYTES: u64 = 60_000;

/// Shrinks the pictures in `screens/` into `docs/screens/`, and writes `docs/screens.md`.
pub(crate) fn screens() -> Result<(), Problem> {
    if !children::is_on_path("convert") {
        return Err("ImageMagick's `convert` makes the pictures small; install it (Debian: imagemagick).".to_owned());
    }
    let (from, to) = (paths::root().join("screens"), paths::root().join("docs/screens"));
    std::fs::create_dir_all(&to).map_err(|error| format!("{} could not be made: {error}.", to.display()))?;
    let mut page = String::from(
        "# What Muster looks like\n\nThe browser tests take these pictures with a company that doesn't exist; `./dev screens` makes them small.\n",
    );
    for (name, caption) in SHOWN {
        let (picture, small) = (from.join(format!("{name}.png")), to.join(format!("{name}.webp")));
        if !picture.exists() {
            println!("    {name}: not taken yet (`./dev test` takes it)");
            continue;
        }
        for quality in ["75", "60", "45", "30"] {
            let mut convert = Command::new("convert");
            convert.arg(&picture).args(["-resize", "900x>", "-quality", quality]).arg(&small);
            children::run("shrinking a picture", &mut convert)?;
            if std::fs::metadata(&small).is_ok_and(|data| data.len() <= MOST_BYTES) {
                break;
            }
        }
        let _ = write!(page, "\n## {caption}\n\n![{caption}](screens/{name}.webp)\n");
    }
    let path = paths::root().join("docs/screens.md");
    std::fs::write(&path, page).map_err(|error| format!("{} could not be written: {error}.", path.display()))
}
