//! The catalogue of transforms. A test of `shared` writes this file from the files below `transforms/`; nobody edits it.

use crate::transform::Transform;

mod words {
    pub(super) mod w01_error_value;
    pub(super) mod w02_nothing_said;
    pub(super) mod w03_nothing_likely;
    pub(super) mod w04_nothing_perhaps;
    pub(super) mod w05_nothing_refused;
    pub(super) mod w06_first_day;
    pub(super) mod w07_truth_named;
    pub(super) mod w08_truth_otherwise;
    pub(super) mod w09_object;
}
mod numbers {
    pub(super) mod n01_zeros_lost;
    pub(super) mod n02_plus_lost;
    pub(super) mod n03_power_of_ten;
    pub(super) mod n04_digits_zeroed;
    pub(super) mod n05_digits_rounded;
    pub(super) mod n06_point_zero;
    pub(super) mod n07_thousands;
    pub(super) mod n08_decimal_comma;
    pub(super) mod n09_decimals_lost;
    pub(super) mod n10_currency;
    pub(super) mod n11_percent;
    pub(super) mod n12_other_digits;
    pub(super) mod n13_sign_moved;
    pub(super) mod n14_decimals_rounded;
    pub(super) mod n15_fraction;
}
mod days {
    pub(super) mod d01_other_notation;
    pub(super) mod d02_serial_number;
    pub(super) mod d03_week_date;
    pub(super) mod d04_instant;
    pub(super) mod d05_epoch;
    pub(super) mod d06_from_1904;
    pub(super) mod d07_day_beside;
    pub(super) mod d08_day_month;
    pub(super) mod d09_other_century;
    pub(super) mod d10_text_as_day;
    pub(super) mod d11_text_as_time;
}
mod lists {
    pub(super) mod l01_other_separator;
    pub(super) mod l02_joined;
}
mod texts {
    pub(super) mod t01_control_added;
    pub(super) mod t02_misread;
    pub(super) mod t03_letters_lost;
    pub(super) mod t04_html_escaped;
    pub(super) mod t05_percent_escaped;
    pub(super) mod t06_backslash_escaped;
    pub(super) mod t07_xml_escaped;
    pub(super) mod t08_quotes_added;
    pub(super) mod t09_quotes_doubled;
    pub(super) mod t10_apostrophe_lost;
    pub(super) mod t11_apostrophe_added;
    pub(super) mod t12_same_to_the_eye;
    pub(super) mod t13_made_plain;
    pub(super) mod t14_look_alike;
    pub(super) mod t15_line_breaks;
    pub(super) mod t16_marks_lost;
    pub(super) mod t17_case;
    pub(super) mod t18_cut_at_length;
    pub(super) mod t19_cut_in_a_word;
    pub(super) mod t20_invisible_added;
    pub(super) mod t21_quotes_lost;
}

/// Every transform, in the order in which they are asked.
pub static ALL: &[&Transform] = &[
    &words::w01_error_value::TRANSFORM,
    &words::w02_nothing_said::TRANSFORM,
    &words::w03_nothing_likely::TRANSFORM,
    &words::w04_nothing_perhaps::TRANSFORM,
    &words::w05_nothing_refused::TRANSFORM,
    &words::w06_first_day::TRANSFORM,
    &words::w07_truth_named::TRANSFORM,
    &words::w08_truth_otherwise::TRANSFORM,
    &words::w09_object::TRANSFORM,
    &numbers::n01_zeros_lost::TRANSFORM,
    &numbers::n02_plus_lost::TRANSFORM,
    &numbers::n03_power_of_ten::TRANSFORM,
    &numbers::n04_digits_zeroed::TRANSFORM,
    &numbers::n05_digits_rounded::TRANSFORM,
    &numbers::n06_point_zero::TRANSFORM,
    &numbers::n07_thousands::TRANSFORM,
    &numbers::n08_decimal_comma::TRANSFORM,
    &numbers::n09_decimals_lost::TRANSFORM,
    &numbers::n10_currency::TRANSFORM,
    &numbers::n11_percent::TRANSFORM,
    &numbers::n12_other_digits::TRANSFORM,
    &numbers::n13_sign_moved::TRANSFORM,
    &numbers::n14_decimals_rounded::TRANSFORM,
    &numbers::n15_fraction::TRANSFORM,
    &days::d01_other_notation::TRANSFORM,
    &days::d02_serial_number::TRANSFORM,
    &days::d03_week_date::TRANSFORM,
    &days::d04_instant::TRANSFORM,
    &days::d05_epoch::TRANSFORM,
    &days::d06_from_1904::TRANSFORM,
    &days::d07_day_beside::TRANSFORM,
    &days::d08_day_month::TRANSFORM,
    &days::d09_other_century::TRANSFORM,
    &days::d10_text_as_day::TRANSFORM,
    &days::d11_text_as_time::TRANSFORM,
    &lists::l01_other_separator::TRANSFORM,
    &lists::l02_joined::TRANSFORM,
    &texts::t01_control_added::TRANSFORM,
    &texts::t02_misread::TRANSFORM,
    &texts::t03_letters_lost::TRANSFORM,
    &texts::t04_html_escaped::TRANSFORM,
    &texts::t05_percent_escaped::TRANSFORM,
    &texts::t06_backslash_escaped::TRANSFORM,
    &texts::t07_xml_escaped::TRANSFORM,
    &texts::t08_quotes_added::TRANSFORM,
    &texts::t09_quotes_doubled::TRANSFORM,
    &texts::t10_apostrophe_lost::TRANSFORM,
    &texts::t11_apostrophe_added::TRANSFORM,
    &texts::t12_same_to_the_eye::TRANSFORM,
    &texts::t13_made_plain::TRANSFORM,
    &texts::t14_look_alike::TRANSFORM,
    &texts::t15_line_breaks::TRANSFORM,
    &texts::t16_marks_lost::TRANSFORM,
    &texts::t17_case::TRANSFORM,
    &texts::t18_cut_at_length::TRANSFORM,
    &texts::t19_cut_in_a_word::TRANSFORM,
    &texts::t20_invisible_added::TRANSFORM,
    &texts::t21_quotes_lost::TRANSFORM,
];
