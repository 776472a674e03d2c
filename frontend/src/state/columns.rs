//! Columns as they are kept: JSON of which the desk changes only what it shows.

use serde_json::Value;

/// A column's header.
pub fn header_of(column: &Value) -> &str {
    column.get("header").and_then(Value::as_str).unwrap_or_default()
}

/// Its other names, with commas.
pub fn aliases_of(column: &Value) -> String {
    let aliases = column.get("aliases").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    aliases.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", ")
}

/// The columns, with other names (with commas) for the one at a place.
pub fn with_aliases(columns: &[Value], place: usize, aliases: &str) -> Vec<Value> {
    let aliases: Vec<Value> =
        aliases.split(',').map(str::trim).filter(|alias| !alias.is_empty()).map(Value::from).collect();
    let mut columns = columns.to_vec();
    if let Some(column) = columns.get_mut(place).and_then(Value::as_object_mut) {
        if aliases.is_empty() {
            column.remove("aliases");
        } else {
            column.insert("aliases".to_owned(), Value::Array(aliases));
        }
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn other_names_come_and_go() {
        let columns = vec![json!({"header": "Joined", "kind": "date", "aliases": ["HireDate", "JoinDate"]})];
        assert_eq!(aliases_of(&columns[0]), "HireDate, JoinDate");
        let fewer = with_aliases(&columns, 0, " Start ,, Hired");
        assert_eq!(fewer[0], json!({"header": "Joined", "kind": "date", "aliases": ["Start", "Hired"]}));
        assert_eq!(with_aliases(&columns, 0, " ")[0], json!({"header": "Joined", "kind": "date"}));
        assert_eq!(with_aliases(&columns, 9, "x"), columns);
    }
}
