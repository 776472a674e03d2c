//! Signs that two records are one person's, whatever her Username.

use crate::directory::Person;
use crate::schema::Schema;
use crate::values::key::comparison_form;
use crate::values::words::Words;
use crate::words;

/// The evidence that is enough: an equal `EmployeeId` alone, or any two weaker signs.
pub(crate) const ENOUGH: u32 = 4;

/// A sign: the columns that make it up, its weight, its name.
#[derive(Debug)]
pub(crate) struct Sign {
    headers: &'static [&'static str],
    /// How much it counts towards [`ENOUGH`].
    pub(crate) weight: u32,
    /// What speaks for it, in words.
    pub(crate) name: Words,
}

/// The sign that settles it.
pub(crate) const EMPLOYEE_ID: Words = words!("the same EmployeeId");

static SIGNS: [Sign; 5] = [
    Sign { headers: &["EmployeeId"], weight: 4, name: EMPLOYEE_ID },
    Sign { headers: &["WorkEmail"], weight: 2, name: words!("the same WorkEmail") },
    Sign { headers: &["FirstName", "LastName"], weight: 2, name: words!("the same name") },
    Sign { headers: &["WorkMobilePhone"], weight: 2, name: words!("the same mobile phone") },
    Sign { headers: &["BirthDate", "Joined"], weight: 1, name: words!("the same dates") },
];

/// The signs whose columns a schema has, with those columns.
pub(crate) fn signs_in(schema: &Schema) -> Vec<(Vec<usize>, &'static Sign)> {
    let columns = |sign: &Sign| sign.headers.iter().map(|header| schema.index_of(header)).collect::<Option<Vec<_>>>();
    SIGNS.iter().filter_map(|sign| Some((columns(sign)?, sign))).collect()
}

/// What a record shows of a sign, in a form for comparing; `None` where one of the columns is empty.
pub(crate) fn shown(columns: &[usize], value: impl Fn(usize) -> String) -> Option<String> {
    let values: Vec<String> = columns.iter().map(|column| value(*column)).collect();
    if values.iter().any(String::is_empty) {
        return None;
    }
    Some(comparison_form(&values.join("\u{1f}")).into_owned())
}

/// The same of a person.
pub(crate) fn shown_by(person: &Person<'_>, columns: &[usize]) -> Option<String> {
    shown(columns, |column| person.value(column).into_owned())
}
