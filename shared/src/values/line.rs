//! Lines of a table that are no people: totals, footers, dashes, and the counts that programs print below what they
//! export.

/// What a line is that is no person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoPerson {
    /// A line drawn with dashes or the like.
    Dashes,
    /// A total: its word, and numbers.
    Total,
    /// How many rows there are, as a program says it: `(24 rows affected)`.
    Count,
    /// Numbers or ticks, and no name: a total without its word, or boxes that nobody ticked.
    Numbers,
    /// Words beside the table: its title, its author, whom it is for.
    Remark,
}

/// What totals are called, in one word.
const TOTALS: [&str; 33] = [
    "total",
    "totals",
    "subtotal",
    "subtotals",
    "grand",
    "sum",
    "sums",
    "count",
    "average",
    "overall",
    "summe",
    "summen",
    "gesamt",
    "gesamtsumme",
    "zwischensumme",
    "insgesamt",
    "anzahl",
    "durchschnitt",
    "mittelwert",
    "somme",
    "totaux",
    "moyenne",
    "suma",
    "totales",
    "totale",
    "totali",
    "somma",
    "soma",
    "totaal",
    "totalt",
    "razem",
    "итого",
    "合計",
];

/// What a line with these texts is, if it is no person: each text with its column, in their order. `key` is the column
/// that says whom lines are about, `columns` how many there are.
pub fn no_person(texts: &[(usize, &str)], key: Option<usize>, columns: usize) -> Option<NoPerson> {
    let (first, rest) = texts.split_first()?;
    let (at, lead) = *first;
    if texts.iter().all(|(_, text)| is_drawn(text)) && texts.iter().map(|(_, text)| text.len()).sum::<usize>() >= 3 {
        return Some(NoPerson::Dashes);
    }
    // An address is somebody's, however little stands beside it.
    if texts.iter().any(|(_, text)| text.contains('@') && !text.contains(char::is_whitespace)) {
        return None;
    }
    let names_somebody = |at: usize| Some(at) == key;
    let counted = |text: &str| text.bytes().any(|byte| byte.is_ascii_digit()) || is_number(text);
    if begins_with_total(lead) && rest.iter().all(|(at, text)| !names_somebody(*at) && counted(text)) {
        return Some(NoPerson::Total);
    }
    if key.is_some()
        && !texts.iter().any(|(at, _)| names_somebody(*at))
        && texts.iter().all(|(_, text)| is_number(text))
    {
        return Some(NoPerson::Numbers);
    }
    if !rest.is_empty() || columns < 2 || !(at == 0 || names_somebody(at)) {
        return None;
    }
    match () {
        () if is_count(lead) => Some(NoPerson::Count),
        () if lead.contains(char::is_whitespace) => Some(NoPerson::Remark),
        () => None,
    }
}

fn is_drawn(text: &str) -> bool {
    text.chars().all(|character| "-=_*~#.+|—–─━═ ".contains(character))
}

/// A number in any notation, or a tick.
fn is_number(text: &str) -> bool {
    let plain = |character: char| !character.is_alphabetic();
    let ticks = ["true", "false", "wahr", "falsch", "vrai", "faux"];
    text.chars().all(plain) && text.bytes().any(|byte| byte.is_ascii_digit())
        || ticks.contains(&text.to_lowercase().as_str())
}

fn begins_with_total(text: &str) -> bool {
    let first: String =
        text.chars().take_while(|character| character.is_alphabetic()).flat_map(char::to_lowercase).collect();
    TOTALS.contains(&first.as_str())
}

/// `(24 rows affected)`, `24 Datensätze`, `Rows: 24`.
fn is_count(text: &str) -> bool {
    let inner = text.trim_matches(['(', ')', '[', ']']).trim();
    let digits = inner.bytes().take_while(|byte| byte.is_ascii_digit() || b".,".contains(byte)).count();
    let behind = inner.get(digits..).unwrap_or_default();
    let counted =
        digits > 0 && behind.starts_with(char::is_whitespace) && behind.trim_start().starts_with(char::is_alphabetic);
    let named = || {
        let (name, number) = inner.split_once([':', '=']).unwrap_or_default();
        name.split_whitespace().count() == 1 && is_whole(number.trim())
    };
    counted || named()
}

/// A whole number, its thousands grouped or not.
fn is_whole(text: &str) -> bool {
    let digits = |group: &str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
    let mut groups = text.split(['.', ',', '\'', ' ']);
    groups.next().is_some_and(digits) && groups.all(|group| group.len() == 3 && digits(group))
}

#[cfg(test)]
mod tests {
    use super::{NoPerson, no_person};

    fn of(line: &str) -> Option<NoPerson> {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let texts: Vec<(usize, &str)> =
            cells.iter().copied().enumerate().filter(|(_, text)| !text.is_empty()).collect();
        no_person(&texts, Some(0), cells.len())
    }

    #[test]
    fn lines_that_are_no_people() {
        for (line, what) in [
            ("--------|---------|-----", NoPerson::Dashes),
            ("=====||", NoPerson::Dashes),
            ("Total|||24", NoPerson::Total),
            ("Grand total:||24|1,204.50 €", NoPerson::Total),
            ("|Summe||24", NoPerson::Total),
            ("Total: 24 people||", NoPerson::Total),
            ("|||24", NoPerson::Numbers),
            ("|||FALSE", NoPerson::Numbers),
            ("(24 rows affected)||", NoPerson::Count),
            ("24 Datensätze||", NoPerson::Count),
            ("Rows: 24||", NoPerson::Count),
            ("Rows: 1,024||", NoPerson::Count),
            ("Stand: 30.11.2026||", NoPerson::Remark),
            ("Harbour Mills Ltd.||", NoPerson::Remark),
            ("Confidential - do not distribute|||", NoPerson::Remark),
            ("Questions? Ask hr@example.com||", NoPerson::Remark),
        ] {
            assert_eq!(of(line), Some(what), "{line}");
        }
    }

    #[test]
    fn people_are_people() {
        for line in [
            "ann@example.com||",
            "ann@example.com|||24",
            "Total|Ann|Lee",
            "sum.wong|Sum|Wong",
            "bo.reed||Clerk",
            "bo.reed||",
            "|Ann|Lee",
            "|||Clerk",
            "Ann Lee|Clerk|",
            "10458|Bo|Reed",
            "10458||7",
        ] {
            assert_eq!(of(line), None, "{line}");
        }
        assert_eq!(no_person(&[(0, "Ann Lee")], Some(0), 1), None);
        assert_eq!(no_person(&[], Some(0), 3), None);
    }
}
