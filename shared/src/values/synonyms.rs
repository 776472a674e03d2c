//! What other programs and people call the words of a column that takes only a few: by meaning first, by spelling second.

use crate::values::nearest::{nearest, says_otherwise};

/// How alike two words must be for one to be taken for the other.
const ALIKE: f64 = 0.6;
const ALIKE_IN_MEANING: f64 = 0.75;

/// The words of the standard columns, and what else each is called: in small letters, without space or hyphens.
const MEANINGS: [(&str, &[&str]); 21] = [
    (
        "ACTIVE",
        &[
            "enabled",
            "enable",
            "activated",
            "current",
            "employed",
            "live",
            "on",
            "open",
            "aktiv",
            "aktiviert",
            "actif",
            "active",
            "activé",
            "activo",
            "attivo",
            "ativo",
            "actief",
            "aktywny",
        ],
    ),
    (
        "DISABLED",
        &[
            "inactive",
            "deactivated",
            "deactive",
            "deactivate",
            "disable",
            "notactive",
            "nonactive",
            "off",
            "terminated",
            "left",
            "leaver",
            "gone",
            "former",
            "closed",
            "archived",
            "deleted",
            "removed",
            "retired",
            "resigned",
            "exited",
            "offboarded",
            "dismissed",
            "ended",
            "expired",
            "inaktiv",
            "nichtaktiv",
            "deaktiviert",
            "ausgeschieden",
            "gekündigt",
            "ehemalig",
            "abgemeldet",
            "inactif",
            "désactivé",
            "parti",
            "inactivo",
            "desactivado",
            "baja",
            "inattivo",
            "disattivato",
            "inativo",
            "desativado",
            "inactief",
            "nieaktywny",
        ],
    ),
    (
        "SUSPENDED",
        &[
            "suspend",
            "paused",
            "onhold",
            "hold",
            "onleave",
            "leave",
            "locked",
            "blocked",
            "frozen",
            "gesperrt",
            "ruhend",
            "pausiert",
            "beurlaubt",
            "ausgesetzt",
            "suspendu",
            "bloqué",
            "suspendido",
            "bloqueado",
            "sospeso",
            "bloccato",
            "suspenso",
            "geblokkeerd",
        ],
    ),
    (
        "True",
        &[
            "true", "yes", "y", "t", "1", "on", "x", "✓", "✔", "☑", "ja", "j", "oui", "sí", "si", "sim", "tak",
            "enabled", "allowed",
        ],
    ),
    (
        "False",
        &["false", "no", "n", "f", "0", "off", "✗", "✘", "☐", "nein", "non", "não", "nee", "nie", "disabled", "denied"],
    ),
    (
        "EVERYBODY",
        &[
            "everyone",
            "all",
            "anyone",
            "anybody",
            "public",
            "visible",
            "shown",
            "alle",
            "jeder",
            "öffentlich",
            "sichtbar",
            "tous",
            "todos",
            "tutti",
            "iedereen",
            "company",
        ],
    ),
    (
        "NOBODY",
        &[
            "noone",
            "none",
            "hidden",
            "private",
            "invisible",
            "secret",
            "niemand",
            "keiner",
            "verborgen",
            "privat",
            "unsichtbar",
            "personne",
            "nadie",
            "nessuno",
            "ninguém",
        ],
    ),
    (
        "WORK",
        &[
            "office",
            "business",
            "company",
            "professional",
            "arbeit",
            "dienstlich",
            "geschäftlich",
            "travail",
            "trabajo",
            "lavoro",
            "workemail",
        ],
    ),
    (
        "PERSONAL",
        &["private", "own", "privat", "persönlich", "personnel", "privé", "privado", "privato", "personalemail"],
    ),
    (
        "ALTERNATE1",
        &["alternate", "alternative", "alternative1", "other", "other1", "secondary", "alternateemail1", "alternativ"],
    ),
    ("ALTERNATE2", &["alternative2", "other2", "alternateemail2"]),
    (
        "OFFICE",
        &[
            "work",
            "business",
            "desk",
            "landline",
            "extension",
            "büro",
            "arbeit",
            "festnetz",
            "dienstlich",
            "bureau",
            "oficina",
            "ufficio",
            "workofficephone",
        ],
    ),
    (
        "MOBILE",
        &[
            "cell",
            "cellphone",
            "cellular",
            "mobilephone",
            "handy",
            "mobil",
            "smartphone",
            "portable",
            "móvil",
            "celular",
            "cellulare",
            "workmobilephone",
        ],
    ),
    ("HOME", &["house", "private", "privat", "zuhause", "zuhaus", "domicile", "maison", "casa", "homephone"]),
    ("REGULAR", &["normal", "standard", "default", "full", "user", "member", "ordinary", "regulär"]),
    ("RESTRICTED", &["limited", "eingeschränkt", "restreint", "restringido"]),
    ("SEMI_RESTRICTED", &["semirestricted", "partlyrestricted", "teilweiseeingeschränkt"]),
    ("SHARED", &["share", "common", "group", "kiosk", "geteilt", "gemeinsam", "partagé", "compartido"]),
    ("YES", &["true", "y", "1", "on", "ja", "oui", "sí", "si"]),
    ("NO", &["false", "n", "0", "off", "nein", "non"]),
    ("NONE", &["nothing", "no", "keine", "aucun", "ninguno"]),
];

/// Which of a column's words a text most likely means, if that can be said.
pub fn meant<'a>(options: &'a [String], text: &str) -> Option<&'a str> {
    let form = squeezed(text);
    let mut by_meaning =
        options.iter().filter(|option| squeezed(option) == form || synonyms(option).any(|known| known == form));
    match (by_meaning.next(), by_meaning.next()) {
        (Some(option), None) => return Some(option),
        // What means two of them means neither.
        (Some(_), Some(_)) => return None,
        _ => {}
    }
    let own = options.iter().map(|option| (squeezed(option), option.as_str()));
    let other = || options.iter().flat_map(|option| synonyms(option).map(move |known| (known, option.as_str())));
    let long = other().filter(|(known, _)| known.chars().count() >= 5);
    let by_synonym = nearest(&form, long, ALIKE_IN_MEANING);
    let by_spelling = nearest(&form, own, ALIKE).filter(|option| !says_otherwise(text, option));
    match (by_synonym, by_spelling) {
        (Some(meaning), Some(spelling)) if meaning != spelling => {
            // A slip of the hand is nearer to one of the two.
            let score = |word: &str| strsim::normalized_damerau_levenshtein(&form, word);
            let most =
                other().filter(|(_, option)| *option == meaning).map(|(known, _)| score(known)).fold(0.0, f64::max);
            let spelt = score(&squeezed(spelling));
            if (most - spelt).abs() < f64::EPSILON { None } else { Some(if most > spelt { meaning } else { spelling }) }
        }
        (meaning, spelling) => spelling.or(meaning),
    }
}

fn synonyms(option: &str) -> impl Iterator<Item = &'static str> + use<> {
    let known = MEANINGS.iter().find(|(word, _)| word.eq_ignore_ascii_case(option)).map(|(_, known)| *known);
    known.unwrap_or_default().iter().copied()
}

/// Small letters, digits and signs, without what separates them.
fn squeezed(text: &str) -> String {
    let kept = |character: &char| !character.is_whitespace() && !"-_.'’\"".contains(*character);
    text.chars().filter(kept).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::{MEANINGS, meant, squeezed};

    fn of(options: &str, text: &str) -> Option<String> {
        let options: Vec<String> = options.split(' ').map(str::to_owned).collect();
        meant(&options, text).map(str::to_owned)
    }

    #[test]
    fn meaning_comes_before_spelling() {
        const STATES: &str = "ACTIVE DISABLED SUSPENDED";
        for (text, option) in [
            ("Inactive", Some("DISABLED")),
            ("IN-ACTIVE", Some("DISABLED")),
            ("not active", Some("DISABLED")),
            ("Inactve", Some("DISABLED")),
            ("inaktiv", Some("DISABLED")),
            ("Terminated", Some("DISABLED")),
            ("Enabled", Some("ACTIVE")),
            ("Aktiv", Some("ACTIVE")),
            ("ACTVE", Some("ACTIVE")),
            ("DISABELD", Some("DISABLED")),
            ("on leave", Some("SUSPENDED")),
            ("gesperrt", Some("SUSPENDED")),
            ("unactive", Some("DISABLED")),
            ("no longer active", None),
            ("perhaps", None),
            ("", None),
        ] {
            assert_eq!(of(STATES, text).as_deref(), option, "{text}");
        }
        assert_eq!(of("True False", "Yes").as_deref(), Some("True"));
        assert_eq!(of("True False", "0").as_deref(), Some("False"));
        assert_eq!(of("EVERYBODY NOBODY", "private").as_deref(), Some("NOBODY"));
        assert_eq!(of("WORK PERSONAL ALTERNATE1 ALTERNATE2", "private").as_deref(), Some("PERSONAL"));
        assert_eq!(of("OFFICE MOBILE PERSONAL HOME", "private"), None, "it means two of them");
        assert_eq!(of("RED GREEN", "gren").as_deref(), Some("GREEN"));
    }

    #[test]
    fn synonyms_are_in_the_form_for_comparing() {
        for (word, known) in MEANINGS {
            for synonym in known {
                assert_eq!(squeezed(synonym), *synonym, "{word}");
            }
        }
    }
}
