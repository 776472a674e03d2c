//! A number in digits, with the zeros, signs and words that a format puts round them, and never with less than it says.

/// A format in digits: what stands before, among and after them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Pattern {
    /// The whole part, place by place: a digit, required or not, or a character of the format's own.
    whole: Vec<Place>,
    /// How many decimals are shown at least.
    decimals: usize,
    /// What stands behind the digits.
    after: String,
    /// Whether it shows hundredths.
    percent: bool,
    in_decimals: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Digit { required: bool },
    Own(char),
}

impl Pattern {
    /// Takes in a place for a digit.
    pub(super) fn digit(&mut self, required: bool) {
        if self.in_decimals {
            self.decimals += usize::from(required);
        } else {
            self.whole.push(Place::Digit { required });
        }
    }

    /// Takes in the decimal point.
    pub(super) fn point(&mut self) {
        self.in_decimals = true;
    }

    /// Takes in the sign for hundredths.
    pub(super) fn percent(&mut self) {
        self.percent = true;
        self.own('%');
    }

    /// Takes in a character of the format's own.
    pub(super) fn own(&mut self, own: char) {
        if self.in_decimals { self.after.push(own) } else { self.whole.push(Place::Own(own)) }
    }

    /// The whole pattern; `None` without a place for a digit.
    pub(super) fn finished(mut self) -> Option<Self> {
        // What stands behind the last digit comes after the decimals.
        let last = self.whole.iter().rposition(|place| matches!(place, Place::Digit { .. }))?;
        let behind = self.whole.split_off(last + 1);
        let behind = behind.iter().filter_map(|place| match place {
            Place::Own(own) => Some(*own),
            Place::Digit { .. } => None,
        });
        self.after = behind.chain(self.after.chars()).collect();
        Some(self)
    }

    /// A number in this pattern.
    pub(super) fn show(&self, value: f64) -> String {
        let plain = plain(if self.percent { value * 100.0 } else { value }.abs());
        let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
        let mut digits = whole.trim_start_matches('0').chars().rev();
        let mut backwards = String::new();
        let mut left = self.whole.iter().filter(|place| matches!(place, Place::Digit { .. })).count();
        for place in self.whole.iter().rev() {
            match place {
                Place::Own(own) => backwards.push(*own),
                Place::Digit { required } => {
                    left -= 1;
                    match digits.next() {
                        Some(digit) => backwards.push(digit),
                        None if *required => backwards.push('0'),
                        None => {}
                    }
                    if left == 0 {
                        backwards.extend(digits.by_ref());
                    }
                }
            }
        }
        let mut text: String = backwards.chars().rev().collect();
        if !decimals.is_empty() || self.decimals > 0 {
            text.push('.');
            text.push_str(decimals);
            text.extend(std::iter::repeat_n('0', self.decimals.saturating_sub(decimals.len())));
        }
        text.push_str(&self.after);
        let text = text.trim();
        if value < 0.0 { format!("-{text}") } else { text.to_owned() }
    }
}

/// A number with the fifteen digits that spreadsheets keep, and without an exponent.
pub(super) fn plain(value: f64) -> String {
    let kept: f64 = format!("{value:.14e}").parse().ok().filter(|kept: &f64| kept.is_finite()).unwrap_or(value);
    if kept == 0.0 { "0".to_owned() } else { kept.to_string() }
}
