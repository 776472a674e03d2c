//! One field of a person, as its column wants it: a line, a text of several lines, or a choice.

use yew::prelude::*;

use crate::api::SchemaColumn;
use crate::texts::people as texts;

/// What is edited.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct PersonFieldProps {
    /// Its column.
    pub column: SchemaColumn,
    /// The value.
    pub value: String,
    /// The value as it is stored.
    pub stored: String,
    /// She typed or chose something.
    pub on_value: Callback<String>,
}

/// The field with its label.
#[function_component]
pub fn PersonField(props: &PersonFieldProps) -> Html {
    let PersonFieldProps { column, value, stored, on_value } = props;
    let id = format!("person-{}", column.header);
    let oninput = on_value.reform(|event: InputEvent| crate::browser::form::event_value(&event));
    let onchange = on_value.reform(|event: Event| crate::browser::form::event_value(&event));
    let test = id.clone();
    let hint = match column.kind.as_str() {
        "list" => Some(texts::hint_list()),
        "date" => Some(texts::hint_date()),
        _ => None,
    };
    let described = hint.map(|_| format!("{id}-hint"));
    let field = if let Some(options) = options(column, stored) {
        html! {
            <select id={id.clone()} {onchange} data-test={test}>
                { for options.into_iter().map(|option| html! {
                    <option value={option.clone()} selected={option == *value}>
                        { if option.is_empty() { texts::nothing_chosen().to_owned() } else { option } }
                    </option>
                }) }
            </select>
        }
    } else if column.kind == "long-text" || stored.contains('\n') {
        // A line would take the line ends out of the text.
        html! { <textarea id={id.clone()} rows="4" value={value.clone()} required={column.required} {oninput} data-test={test} /> }
    } else {
        html! {
            <input
                id={id.clone()} type="text" autocomplete="off" value={value.clone()} required={column.required}
                aria-describedby={described.clone()} {oninput} data-test={test}
            />
        }
    };
    html! {
        <div class={if value == stored { "field" } else { "field is-edited" }}>
            <label for={id}>{ &column.header }</label>
            { field }
            if let Some(hint) = hint {
                <p class="hint" id={described}>{ hint }</p>
            }
        </div>
    }
}

/// What may be chosen; a stored value that the column no longer offers stays choosable.
fn options(column: &SchemaColumn, stored: &str) -> Option<Vec<String>> {
    let offered: Vec<String> = match column.kind.as_str() {
        "boolean" => ["True", "False"].map(str::to_owned).into(),
        "choice" => column.options.clone(),
        _ => return None,
    };
    let mut options = if column.required { Vec::new() } else { vec![String::new()] };
    options.extend(offered);
    if !options.iter().any(|option| option == stored) {
        options.push(stored.to_owned());
    }
    Some(options)
}
