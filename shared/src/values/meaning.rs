//! What words for on and off mean, in several languages: a word is never taken for its opposite because it is spelt alike.

/// Words for somebody who is there and may sign in.
const ON: [&str; 19] = [
    "active",
    "enabled",
    "enable",
    "activated",
    "on",
    "open",
    "unlocked",
    "current",
    "employed",
    "aktiv",
    "aktiviert",
    "freigeschaltet",
    "actif",
    "active",
    "activé",
    "activo",
    "attivo",
    "actief",
    "ativo",
];
/// Words for somebody who is not.
const OFF: [&str; 34] = [
    "inactive",
    "notactive",
    "nonactive",
    "unactive",
    "disabled",
    "disable",
    "notenabled",
    "deactivated",
    "deactive",
    "off",
    "blocked",
    "locked",
    "closed",
    "left",
    "leaver",
    "terminated",
    "archived",
    "deleted",
    "expired",
    "retired",
    "inaktiv",
    "nichtaktiv",
    "deaktiviert",
    "gesperrt",
    "ausgeschieden",
    "inactif",
    "désactivé",
    "inactivo",
    "inattivo",
    "inactief",
    "inativo",
    "desactivado",
    "disattivato",
    "unavailable",
];

/// Whether a word means on or off; `None` where it means neither.
pub fn on_or_off(word: &str) -> Option<bool> {
    const LONGEST: usize = 32;
    if word.len() > LONGEST {
        return None;
    }
    let bare: String = word.to_lowercase().chars().filter(|character| character.is_alphabetic()).collect();
    if ON.contains(&bare.as_str()) { Some(true) } else { OFF.contains(&bare.as_str()).then_some(false) }
}

#[cfg(test)]
mod tests {
    use super::on_or_off;

    #[test]
    fn opposites_are_told_apart() {
        assert_eq!((on_or_off("Enabled"), on_or_off("ACTIVE")), (Some(true), Some(true)));
        assert_eq!(
            (on_or_off("INACTIVE"), on_or_off("Not active"), on_or_off("non-active")),
            (Some(false), Some(false), Some(false))
        );
        assert_eq!((on_or_off("1"), on_or_off("SHARED")), (None, None));
    }
}
