//! How the file is read: what a key, an empty cell, a date and an unknown row mean, and which columns count.

use yew::prelude::*;

use crate::browser::form;
use crate::hooks::use_import::{ImportHandle, use_import};
use crate::texts::import as texts;
use crate::worker::protocol::{Column, Decision};

/// The choices, folded away until they are needed.
#[function_component]
pub fn ChoicesPanel() -> Html {
    let import = use_import();
    let Some(summary) = import.state().summary.clone() else { return html! {} };
    let choices = &summary.choices;
    let yes_no = |no: &'static str, yes: &'static str| {
        vec![("no".to_owned(), no.to_owned()), ("yes".to_owned(), yes.to_owned())]
    };
    let flag = |value: bool| if value { "yes" } else { "no" };
    let dates = std::iter::once((String::new(), texts::dates_iso().to_owned()));
    let dates = dates.chain(choices.date_formats.iter().map(|format| (format.clone(), format.clone()))).collect();
    let encodings = std::iter::once((String::new(), texts::encoding_auto().to_owned()));
    let encodings = encodings
        .chain(texts::encodings().into_iter().map(|(label, words)| (label.to_owned(), words.to_owned())))
        .collect();
    html! {
        <details class="choices" data-test="choices">
            <summary>{ texts::choices() }</summary>
            <div class="choices-grid">
                { select(&import, "choice-key", texts::key(), flag(choices.by_employee_id), yes_no(texts::key_username(), texts::key_employee()), |value| Decision::ByEmployeeId(value == "yes")) }
                { select(&import, "choice-blanks", texts::blanks(), flag(choices.clear_blanks), yes_no(texts::blanks_keep(), texts::blanks_clear()), |value| Decision::ClearBlanks(value == "yes")) }
                { select(&import, "choice-create", texts::create(), flag(choices.create), yes_no(texts::create_deny(), texts::create_allow()), |value| Decision::Create(value == "yes")) }
                { select(&import, "choice-dates", texts::dates(), choices.dates.as_deref().unwrap_or_default(), dates, |value| Decision::Dates(some(value))) }
                { select(&import, "choice-encoding", texts::encoding(), choices.encoding.as_deref().unwrap_or_default(), encodings, |value| Decision::Encoding(some(value))) }
                { base(&import, choices.base) }
            </div>
            <fieldset class="read-columns">
                <legend>{ texts::columns() }</legend>
                <p class="hint">{ texts::columns_hint() }</p>
                <div class="column-grid">
                    { for summary.columns.iter().map(|column| read_column(&import, column)) }
                </div>
            </fieldset>
        </details>
    }
}

fn some(value: String) -> Option<String> {
    Some(value).filter(|value| !value.is_empty())
}

fn select(
    import: &ImportHandle,
    id: &'static str,
    label: &'static str,
    chosen: &str,
    options: Vec<(String, String)>,
    decide: impl Fn(String) -> Decision + 'static,
) -> Html {
    let onchange = {
        let import = import.clone();
        Callback::from(move |event: Event| import.decide(decide(form::event_value(&event))))
    };
    html! {
        <div class="field">
            <label for={id}>{ label }</label>
            <select {id} {onchange} data-test={id}>
                { for options.into_iter().map(|(value, words)| {
                    let selected = value == chosen;
                    html! { <option {value} {selected}>{ words }</option> }
                }) }
            </select>
        </div>
    }
}

fn base(import: &ImportHandle, base: Option<u64>) -> Html {
    let onchange = {
        let import = import.clone();
        Callback::from(move |event: Event| import.decide(Decision::Base(form::event_value(&event).trim().parse().ok())))
    };
    html! {
        <div class="field">
            <label for="choice-base">{ texts::base() }</label>
            <input id="choice-base" type="number" min="0" value={base.map(|base| base.to_string()).unwrap_or_default()} {onchange}
                aria-describedby="choice-base-hint" data-test="choice-base" />
            <p class="hint" id="choice-base-hint">{ texts::base_hint() }</p>
        </div>
    }
}

fn read_column(import: &ImportHandle, column: &Column) -> Html {
    let onchange = {
        let (import, header) = (import.clone(), column.header.clone());
        Callback::from(move |event: Event| {
            import.decide(Decision::Ignore { header: header.clone(), out: !form::event_checked(&event) });
        })
    };
    html! {
        <label class={if column.known { "column-tick" } else { "column-tick unknown" }} key={column.position}>
            <input type="checkbox" checked={!column.ignored} {onchange} data-test={format!("read-column-{}", column.header)} />
            <span>{ &column.header }</span>
        </label>
    }
}
