//! The registry of rules. A test of `shared` writes this file from the files below `rules/`; nobody edits it.

use crate::check::Check;
use crate::rule::Rule;

mod bytes {
    pub(super) mod b001_empty_file;
    pub(super) mod b002_not_text;
    pub(super) mod b003_not_utf8;
    pub(super) mod b004_utf16_without_mark;
    pub(super) mod b005_mojibake;
    pub(super) mod b006_lost_characters;
    pub(super) mod b007_too_large;
    pub(super) mod b008_control_characters;
    pub(super) mod b009_malformed_encoding;
    pub(super) mod b010_workbook_read;
    pub(super) mod b011_formulas_read;
    pub(super) mod b012_formula_uncomputed;
    pub(super) mod b013_hidden_read;
    pub(super) mod b014_workbook_unreadable;
    pub(super) mod b015_merged_cells;
    pub(super) mod b016_shown_otherwise;
}
mod cell {
    pub(super) mod c001_invalid_email;
    pub(super) mod c002_too_long;
    pub(super) mod c003_required_blank;
    pub(super) mod c004_unknown_option;
    pub(super) mod c005_invalid_date;
    pub(super) mod c006_ambiguous_date;
    pub(super) mod c007_invisible_characters;
    pub(super) mod c008_bidi_controls;
    pub(super) mod c009_outer_space;
    pub(super) mod c010_smart_quotes;
    pub(super) mod c011_supervisor_unknown;
    pub(super) mod c012_pair_incomplete;
    pub(super) mod c013_formula_text;
    pub(super) mod c017_goes_back;
}
mod dialect {
    pub(super) mod d001_delimiter_noted;
    pub(super) mod d002_sep_line_noted;
    pub(super) mod d003_dialect_ambiguous;
}
mod header {
    pub(super) mod h001_no_header;
    pub(super) mod h002_key_missing;
    pub(super) mod h003_unknown_column;
    pub(super) mod h004_duplicate_column;
    pub(super) mod h005_foreign_template;
    pub(super) mod h006_read_only_edited;
    pub(super) mod h007_password_column;
    pub(super) mod h008_header_forgiven;
    pub(super) mod h009_nameless_column;
    pub(super) mod h010_base_unknown;
    pub(super) mod h011_table_too_large;
}
mod identity {
    pub(super) mod i001_username_missing;
    pub(super) mod i002_person_not_found;
    pub(super) mod i003_username_changed;
    pub(super) mod i004_duplicate_key;
    pub(super) mod i005_username_case;
    pub(super) mod i006_look_alike_username;
    pub(super) mod i007_employee_id_taken;
    pub(super) mod i008_last_admin;
    pub(super) mod i009_people_absent;
    pub(super) mod i010_username_taken;
    pub(super) mod i011_key_zeros_lost;
    pub(super) mod i012_directory_name_twice;
    pub(super) mod i013_duplicate_person;
    pub(super) mod i015_renamed_meanwhile;
}
mod list {
    pub(super) mod l001_unescaped_pipe;
    pub(super) mod l002_new_list_value;
    pub(super) mod l003_list_count_changed;
    pub(super) mod l004_empty_item;
    pub(super) mod l005_repeated_item;
    pub(super) mod l006_escaped_pipe_unknown;
}
mod records {
    pub(super) mod r001_unclosed_quote;
    pub(super) mod r002_text_after_quote;
    pub(super) mod r003_quote_in_bare_cell;
    pub(super) mod r004_too_few_cells;
    pub(super) mod r005_too_many_cells;
    pub(super) mod r006_trailing_cells_missing;
    pub(super) mod r007_blank_lines;
    pub(super) mod r008_second_header;
    pub(super) mod r009_file_cut;
    pub(super) mod r010_no_rows;
    pub(super) mod r011_empty_cells_beyond;
    pub(super) mod r012_no_person;
    pub(super) mod r013_text_beside_table;
    pub(super) mod r014_row_moved_sideways;
}
mod sheet {
    pub(super) mod x001_leading_zeros_lost;
    pub(super) mod x002_scientific_notation;
    pub(super) mod x003_digits_zeroed;
    pub(super) mod x004_date_rewritten;
    pub(super) mod x005_plus_lost;
    pub(super) mod x006_sheet_error_value;
    pub(super) mod x007_cell_cut;
    pub(super) mod x008_boolean_localised;
    pub(super) mod x009_fill_series;
}
mod table {
    pub(super) mod t001_column_sorted_alone;
    pub(super) mod t002_rows_shifted;
    pub(super) mod t003_columns_swapped;
    pub(super) mod t004_column_overwritten;
    pub(super) mod t005_column_blanked;
    pub(super) mod t006_mass_change;
    pub(super) mod t007_conflict;
    pub(super) mod t008_supervisor_cycle;
    pub(super) mod t009_keys_exchanged;
    pub(super) mod t010_values_of_others;
    pub(super) mod t011_row_of_another;
    pub(super) mod t012_column_copied;
}

/// Every rule, by code.
pub static ALL: &[&Rule] = &[
    &bytes::b001_empty_file::RULE,
    &bytes::b002_not_text::RULE,
    &bytes::b003_not_utf8::RULE,
    &bytes::b004_utf16_without_mark::RULE,
    &bytes::b005_mojibake::RULE,
    &bytes::b006_lost_characters::RULE,
    &bytes::b007_too_large::RULE,
    &bytes::b008_control_characters::RULE,
    &bytes::b009_malformed_encoding::RULE,
    &bytes::b010_workbook_read::RULE,
    &bytes::b011_formulas_read::RULE,
    &bytes::b012_formula_uncomputed::RULE,
    &bytes::b013_hidden_read::RULE,
    &bytes::b014_workbook_unreadable::RULE,
    &bytes::b015_merged_cells::RULE,
    &bytes::b016_shown_otherwise::RULE,
    &cell::c001_invalid_email::RULE,
    &cell::c002_too_long::RULE,
    &cell::c003_required_blank::RULE,
    &cell::c004_unknown_option::RULE,
    &cell::c005_invalid_date::RULE,
    &cell::c006_ambiguous_date::RULE,
    &cell::c007_invisible_characters::RULE,
    &cell::c008_bidi_controls::RULE,
    &cell::c009_outer_space::RULE,
    &cell::c010_smart_quotes::RULE,
    &cell::c011_supervisor_unknown::RULE,
    &cell::c012_pair_incomplete::RULE,
    &cell::c013_formula_text::RULE,
    &cell::c017_goes_back::RULE,
    &dialect::d001_delimiter_noted::RULE,
    &dialect::d002_sep_line_noted::RULE,
    &dialect::d003_dialect_ambiguous::RULE,
    &header::h001_no_header::RULE,
    &header::h002_key_missing::RULE,
    &header::h003_unknown_column::RULE,
    &header::h004_duplicate_column::RULE,
    &header::h005_foreign_template::RULE,
    &header::h006_read_only_edited::RULE,
    &header::h007_password_column::RULE,
    &header::h008_header_forgiven::RULE,
    &header::h009_nameless_column::RULE,
    &header::h010_base_unknown::RULE,
    &header::h011_table_too_large::RULE,
    &identity::i001_username_missing::RULE,
    &identity::i002_person_not_found::RULE,
    &identity::i003_username_changed::RULE,
    &identity::i004_duplicate_key::RULE,
    &identity::i005_username_case::RULE,
    &identity::i006_look_alike_username::RULE,
    &identity::i007_employee_id_taken::RULE,
    &identity::i008_last_admin::RULE,
    &identity::i009_people_absent::RULE,
    &identity::i010_username_taken::RULE,
    &identity::i011_key_zeros_lost::RULE,
    &identity::i012_directory_name_twice::RULE,
    &identity::i013_duplicate_person::RULE,
    &identity::i015_renamed_meanwhile::RULE,
    &list::l001_unescaped_pipe::RULE,
    &list::l002_new_list_value::RULE,
    &list::l003_list_count_changed::RULE,
    &list::l004_empty_item::RULE,
    &list::l005_repeated_item::RULE,
    &list::l006_escaped_pipe_unknown::RULE,
    &records::r001_unclosed_quote::RULE,
    &records::r002_text_after_quote::RULE,
    &records::r003_quote_in_bare_cell::RULE,
    &records::r004_too_few_cells::RULE,
    &records::r005_too_many_cells::RULE,
    &records::r006_trailing_cells_missing::RULE,
    &records::r007_blank_lines::RULE,
    &records::r008_second_header::RULE,
    &records::r009_file_cut::RULE,
    &records::r010_no_rows::RULE,
    &records::r011_empty_cells_beyond::RULE,
    &records::r012_no_person::RULE,
    &records::r013_text_beside_table::RULE,
    &records::r014_row_moved_sideways::RULE,
    &table::t001_column_sorted_alone::RULE,
    &table::t002_rows_shifted::RULE,
    &table::t003_columns_swapped::RULE,
    &table::t004_column_overwritten::RULE,
    &table::t005_column_blanked::RULE,
    &table::t006_mass_change::RULE,
    &table::t007_conflict::RULE,
    &table::t008_supervisor_cycle::RULE,
    &table::t009_keys_exchanged::RULE,
    &table::t010_values_of_others::RULE,
    &table::t011_row_of_another::RULE,
    &table::t012_column_copied::RULE,
    &sheet::x001_leading_zeros_lost::RULE,
    &sheet::x002_scientific_notation::RULE,
    &sheet::x003_digits_zeroed::RULE,
    &sheet::x004_date_rewritten::RULE,
    &sheet::x005_plus_lost::RULE,
    &sheet::x006_sheet_error_value::RULE,
    &sheet::x007_cell_cut::RULE,
    &sheet::x008_boolean_localised::RULE,
    &sheet::x009_fill_series::RULE,
];

/// How each of them looks at its stage, in the same order.
pub(crate) static CHECKS: &[&Check] = &[
    &bytes::b001_empty_file::CHECK,
    &bytes::b002_not_text::CHECK,
    &bytes::b003_not_utf8::CHECK,
    &bytes::b004_utf16_without_mark::CHECK,
    &bytes::b005_mojibake::CHECK,
    &bytes::b006_lost_characters::CHECK,
    &bytes::b007_too_large::CHECK,
    &bytes::b008_control_characters::CHECK,
    &bytes::b009_malformed_encoding::CHECK,
    &bytes::b010_workbook_read::CHECK,
    &bytes::b011_formulas_read::CHECK,
    &bytes::b012_formula_uncomputed::CHECK,
    &bytes::b013_hidden_read::CHECK,
    &bytes::b014_workbook_unreadable::CHECK,
    &bytes::b015_merged_cells::CHECK,
    &bytes::b016_shown_otherwise::CHECK,
    &cell::c001_invalid_email::CHECK,
    &cell::c002_too_long::CHECK,
    &cell::c003_required_blank::CHECK,
    &cell::c004_unknown_option::CHECK,
    &cell::c005_invalid_date::CHECK,
    &cell::c006_ambiguous_date::CHECK,
    &cell::c007_invisible_characters::CHECK,
    &cell::c008_bidi_controls::CHECK,
    &cell::c009_outer_space::CHECK,
    &cell::c010_smart_quotes::CHECK,
    &cell::c011_supervisor_unknown::CHECK,
    &cell::c012_pair_incomplete::CHECK,
    &cell::c013_formula_text::CHECK,
    &cell::c017_goes_back::CHECK,
    &dialect::d001_delimiter_noted::CHECK,
    &dialect::d002_sep_line_noted::CHECK,
    &dialect::d003_dialect_ambiguous::CHECK,
    &header::h001_no_header::CHECK,
    &header::h002_key_missing::CHECK,
    &header::h003_unknown_column::CHECK,
    &header::h004_duplicate_column::CHECK,
    &header::h005_foreign_template::CHECK,
    &header::h006_read_only_edited::CHECK,
    &header::h007_password_column::CHECK,
    &header::h008_header_forgiven::CHECK,
    &header::h009_nameless_column::CHECK,
    &header::h010_base_unknown::CHECK,
    &header::h011_table_too_large::CHECK,
    &identity::i001_username_missing::CHECK,
    &identity::i002_person_not_found::CHECK,
    &identity::i003_username_changed::CHECK,
    &identity::i004_duplicate_key::CHECK,
    &identity::i005_username_case::CHECK,
    &identity::i006_look_alike_username::CHECK,
    &identity::i007_employee_id_taken::CHECK,
    &identity::i008_last_admin::CHECK,
    &identity::i009_people_absent::CHECK,
    &identity::i010_username_taken::CHECK,
    &identity::i011_key_zeros_lost::CHECK,
    &identity::i012_directory_name_twice::CHECK,
    &identity::i013_duplicate_person::CHECK,
    &identity::i015_renamed_meanwhile::CHECK,
    &list::l001_unescaped_pipe::CHECK,
    &list::l002_new_list_value::CHECK,
    &list::l003_list_count_changed::CHECK,
    &list::l004_empty_item::CHECK,
    &list::l005_repeated_item::CHECK,
    &list::l006_escaped_pipe_unknown::CHECK,
    &records::r001_unclosed_quote::CHECK,
    &records::r002_text_after_quote::CHECK,
    &records::r003_quote_in_bare_cell::CHECK,
    &records::r004_too_few_cells::CHECK,
    &records::r005_too_many_cells::CHECK,
    &records::r006_trailing_cells_missing::CHECK,
    &records::r007_blank_lines::CHECK,
    &records::r008_second_header::CHECK,
    &records::r009_file_cut::CHECK,
    &records::r010_no_rows::CHECK,
    &records::r011_empty_cells_beyond::CHECK,
    &records::r012_no_person::CHECK,
    &records::r013_text_beside_table::CHECK,
    &records::r014_row_moved_sideways::CHECK,
    &table::t001_column_sorted_alone::CHECK,
    &table::t002_rows_shifted::CHECK,
    &table::t003_columns_swapped::CHECK,
    &table::t004_column_overwritten::CHECK,
    &table::t005_column_blanked::CHECK,
    &table::t006_mass_change::CHECK,
    &table::t007_conflict::CHECK,
    &table::t008_supervisor_cycle::CHECK,
    &table::t009_keys_exchanged::CHECK,
    &table::t010_values_of_others::CHECK,
    &table::t011_row_of_another::CHECK,
    &table::t012_column_copied::CHECK,
    &sheet::x001_leading_zeros_lost::CHECK,
    &sheet::x002_scientific_notation::CHECK,
    &sheet::x003_digits_zeroed::CHECK,
    &sheet::x004_date_rewritten::CHECK,
    &sheet::x005_plus_lost::CHECK,
    &sheet::x006_sheet_error_value::CHECK,
    &sheet::x007_cell_cut::CHECK,
    &sheet::x008_boolean_localised::CHECK,
    &sheet::x009_fill_series::CHECK,
];
