//! A time of day behind a day: programs that know no days without hours write one.

/// The longest time that a program writes, with its zone and the zone's name.
const LONGEST: usize = 64;

/// The day's own text, and the time behind it; `None` where no time stands there.
pub fn split(text: &str) -> Option<(&str, &str)> {
    let at = text.char_indices().skip(4).find_map(|(at, character)| {
        let begins = matches!(character, 'T' | 't' | ' ' | '\u{a0}' | '\u{202f}' | ',' | '_' | '\n');
        (begins && is_time(text.get(at + character.len_utf8()..)?)).then_some((at, character.len_utf8()))
    });
    let (at, width) = at?;
    Some((text.get(..at)?.trim_end_matches([' ', ',']), text.get(at + width..)?))
}

/// A day's text without the midnight behind it, in any of the spellings that programs write; any other time stays.
pub fn without_midnight(text: &str) -> &str {
    // No day is shorter, and nothing shorter has a time behind it.
    if text.len() < 9 || !text.contains('0') {
        return text;
    }
    split(text).filter(|(_, time)| is_midnight(time)).map_or(text, |(day, _)| day)
}

/// Seconds from midnight on, and the zone's distance from UTC in seconds, if the time says one.
pub fn read(time: &str) -> Option<(i64, Option<i64>)> {
    let (clock, zone) = apart(time.trim());
    let (clock, half) = half_of_day(clock.trim());
    let numbers: Option<Vec<i64>> = clock.split(':').map(number).collect();
    let (hour, minute, second) = match numbers?.as_slice() {
        [hour, minute] => (*hour, *minute, 0),
        [hour, minute, second] => (*hour, *minute, *second),
        _ => return None,
    };
    if hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    let hour = match half {
        None => hour,
        Some(afternoon) => hour % 12 + if afternoon { 12 } else { 0 },
    };
    Some((hour * 3600 + minute * 60 + second, zone))
}

/// A part of a clock, whose last may have a fraction.
fn number(part: &str) -> Option<i64> {
    let whole = part.split(['.', ',']).next()?;
    let plain = part.bytes().all(|byte| byte.is_ascii_digit() || b".,".contains(&byte));
    if plain && (1..=2).contains(&whole.len()) { whole.parse().ok() } else { None }
}

fn is_time(text: &str) -> bool {
    let digits = text.bytes().take(3).take_while(u8::is_ascii_digit).count();
    text.len() <= LONGEST
        && (1..=2).contains(&digits)
        && text.as_bytes().get(digits) == Some(&b':')
        && read(text).is_some()
}

/// Whether nothing but zeros stands in a time, and so a fraction of its last second is zero, too.
fn is_midnight(time: &str) -> bool {
    let (clock, _) = apart(time.trim());
    let (clock, half) = half_of_day(clock.trim());
    let noughts = clock.bytes().all(|byte| b"0:.,".contains(&byte));
    let twelve = || clock.strip_prefix("12:").is_some_and(|rest| rest.bytes().all(|byte| b"0:.,".contains(&byte)));
    match half {
        None => noughts,
        Some(afternoon) => !afternoon && (noughts || twelve()),
    }
}

/// The time itself, and its zone.
fn apart(time: &str) -> (&str, Option<i64>) {
    let plain = time.split(" (").next().unwrap_or(time);
    for name in ["Z", "z", " UTC", " GMT", "UTC", "GMT"] {
        if let Some(rest) = plain.strip_suffix(name) {
            return (rest, Some(0));
        }
    }
    let sign = plain.char_indices().skip(4).find(|(_, character)| matches!(character, '+' | '-' | '\u{2212}'));
    let Some((at, sign)) = sign else { return (plain, None) };
    let (clock, zone) = (plain.get(..at).unwrap_or(plain), plain.get(at + sign.len_utf8()..).unwrap_or_default());
    let digits: String = zone.chars().filter(|character| *character != ':').collect();
    let of_zone = |digits: &str| -> Option<i64> {
        let hours: i64 = digits.get(..2)?.parse().ok()?;
        let minutes: i64 = digits.get(2..).filter(|rest| !rest.is_empty()).map_or(Some(0), |rest| rest.parse().ok())?;
        (hours <= 14 && minutes < 60).then_some(hours * 3600 + minutes * 60)
    };
    let clock = clock.trim_end_matches("GMT").trim_end_matches("UTC");
    match of_zone(&digits) {
        Some(seconds) => (clock, Some(if sign == '+' { seconds } else { -seconds })),
        None => (plain, None),
    }
}

/// The clock, and whether it says that the second half of the day is meant.
fn half_of_day(clock: &str) -> (&str, Option<bool>) {
    for (name, afternoon) in [("AM", false), ("PM", true), ("a.m.", false), ("p.m.", true)] {
        let at = clock.len().saturating_sub(name.len());
        if clock.get(at..).is_some_and(|end| end.eq_ignore_ascii_case(name)) {
            return (clock.get(..at).unwrap_or(clock).trim_end_matches([' ', '\u{a0}', '\u{202f}']), Some(afternoon));
        }
    }
    (clock, None)
}

#[cfg(test)]
mod tests {
    use super::{read, without_midnight};

    #[test]
    fn midnight_is_the_day_itself() {
        for behind in [
            " 00:00:00",
            " 0:00",
            " 00:00",
            "T00:00:00",
            "T00:00:00.000Z",
            " 12:00:00 AM",
            "T00:00:00+02:00",
            "T00:00Z",
            " 12:00 am",
            " 00:00:00.0000000",
            " 00:00:00 UTC",
            " 00:00:00+0000",
            " 0:00:00",
            "\u{a0}00:00:00",
            " 12:00:00\u{202f}AM",
            " 00:00:00 +01:00",
            "T00:00:00-05:00",
            ", 00:00:00",
            " 00:00:00 GMT+0200 (CEST)",
        ] {
            assert_eq!(without_midnight(&format!("2020-04-03{behind}")), "2020-04-03", "{behind}");
        }
        for other in [" 23:00", " 12:00:00 PM", " 00:00:01", " 12:00", "T22:00:00.000Z", "x", " 0", " 00:00:00.5"] {
            let text = format!("2020-04-03{other}");
            assert_eq!(without_midnight(&text), text, "{other}");
        }
    }

    #[test]
    fn times_are_read_with_their_zones() {
        assert_eq!(read("22:00:00.000Z"), Some((79_200, Some(0))));
        assert_eq!(read("1:30 pm"), Some((48_600, None)));
        assert_eq!(read("00:00:00-05:00"), Some((0, Some(-18_000))));
        assert_eq!(read("25:00"), None);
    }
}
