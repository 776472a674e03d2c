//! Makes [`Words`](super::Words), with a look at their places while compiling.

/// The template, unless a place in it has no value, or a value has no place: `{count}` may be given later.
pub const fn checked(template: &'static str, names: &[&str]) -> &'static str {
    let mut rest = template.as_bytes();
    while let Some((_, after)) = parted(rest, b'{') {
        let closed = parted(after, b'}');
        assert!(closed.is_some(), "a place of the text isn't closed");
        let Some((place, after)) = closed else { break };
        assert!(is_same(place, b"count") || names_hold(names, place), "a place of the text has no value");
        rest = after;
    }
    let mut names = names;
    while let [name, others @ ..] = names {
        assert!(has_place(template.as_bytes(), name.as_bytes()), "a value has no place in the text");
        names = others;
    }
    template
}

/// What stands before the first such byte, and what behind it.
const fn parted(text: &[u8], mark: u8) -> Option<(&[u8], &[u8])> {
    let (mut rest, mut passed) = (text, 0);
    while let [byte, after @ ..] = rest {
        if *byte == mark {
            return Some((text.split_at(passed).0, after));
        }
        (rest, passed) = (after, passed + 1);
    }
    None
}

const fn has_place(template: &[u8], name: &[u8]) -> bool {
    let mut rest = template;
    while let Some((_, after)) = parted(rest, b'{') {
        let Some((place, after)) = parted(after, b'}') else { return false };
        if is_same(place, name) {
            return true;
        }
        rest = after;
    }
    false
}

const fn names_hold(names: &[&str], place: &[u8]) -> bool {
    let mut names = names;
    while let [name, others @ ..] = names {
        if is_same(name.as_bytes(), place) {
            return true;
        }
        names = others;
    }
    false
}

const fn is_same(one: &[u8], other: &[u8]) -> bool {
    let (mut one, mut other) = (one, other);
    while let ([a, rest_of_one @ ..], [b, rest_of_other @ ..]) = (one, other) {
        if *a != *b {
            return false;
        }
        (one, other) = (rest_of_one, rest_of_other);
    }
    one.is_empty() && other.is_empty()
}

/// A [`Words`]: an English sentence whose places, `{name}`, are filled from the values behind it. The sentence is the key of
/// its translations, so it stands here as it is, and a test finds it here.
///
/// ```
/// let line = 7_u32;
/// let text = shared::words!("Line {line} has no {header}.", line, header = "Username");
/// assert_eq!(text.to_string(), "Line 7 has no Username.");
/// ```
///
/// A place without a value doesn't compile, nor does a value without a place:
///
/// ```compile_fail
/// let text = shared::words!("Line {line} has no {header}.", line = 7_u32);
/// ```
#[macro_export]
macro_rules! words {
    ($template:literal $(,)?) => {
        $crate::values::words::Words::plain(const { $crate::values::words::places::checked($template, &[]) })
    };
    ($template:literal $(, $name:ident $(= $value:expr)?)+ $(,)?) => {
        $crate::values::words::Words::filled(
            const { $crate::values::words::places::checked($template, &[$(stringify!($name)),+]) },
            &[$((stringify!($name), &$crate::words!(@value $name $($value)?))),+],
        )
    };
    (@value $name:ident) => { $name };
    (@value $name:ident $value:expr) => { $value };
}
