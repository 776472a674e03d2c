//! The directory's columns: other names by which a file may call them, and columns of one's own.

use serde_json::{Value, json};
use yew::prelude::*;

use crate::api::settings;
use crate::browser::form;
use crate::components::field::Field;
use crate::components::loading::loading;
use crate::components::problem_alert::ProblemAlert;
use crate::hooks::use_loaded::use_loaded;
use crate::hooks::use_submit::use_submit;
use crate::state::columns::{aliases_of, header_of, with_aliases};
use crate::texts::settings as texts;

/// Columns as they are kept, with the number of their last change.
async fn load() -> crate::api::Answer<(Vec<Value>, u64)> {
    Ok((settings::columns().await?, settings::settings().await?.schema_number))
}

/// The list, and the form that adds a column.
#[function_component]
pub fn ColumnsForm() -> Html {
    let known = use_loaded(load);
    let submit = use_submit();
    let (header, kind) = (use_node_ref(), use_node_ref());
    let on_retry = {
        let known = known.clone();
        Callback::from(move |()| known.ask(load()))
    };
    let Some((columns, number)) = known.get().cloned() else { return loading(known.problem(), on_retry) };
    let put = {
        let (submit, known) = (submit.clone(), known.clone());
        Callback::from(move |columns: Vec<Value>| {
            let known = known.clone();
            submit.run(async move { settings::set_columns(number, &columns).await }, move |()| known.ask(load()));
        })
    };
    let onsubmit = {
        let (put, columns, header, kind) = (put.clone(), columns.clone(), header.clone(), kind.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let new = json!({"header": form::value(&header).trim(), "kind": form::choice(&kind)});
            // Columns that Muster keeps itself stay last.
            let is_own = |column: &Value| column.get("system") != Some(&Value::Bool(true));
            let (mut next, kept): (Vec<Value>, Vec<Value>) = columns.iter().cloned().partition(is_own);
            next.push(new);
            next.extend(kept);
            put.emit(next);
        })
    };
    html! {
        <>
            <p class="quiet">{ texts::columns_lead() }</p>
            <div class="columns-list">
                { for columns.iter().enumerate().map(|(place, column)| entry(&columns, place, column, &put)) }
            </div>
            if let Some(problem) = submit.problem() {
                <ProblemAlert {problem} />
            }
            <form class="form inline" {onsubmit}>
                <Field id="column-new" label={texts::column_new()} node={header} test="column-new" />
                <div class="field">
                    <label for="column-kind">{ texts::column_kind() }</label>
                    <select ref={kind} id="column-kind">
                        <option value="text" selected=true>{ texts::kind_text() }</option>
                        <option value="list">{ texts::kind_list() }</option>
                        <option value="date">{ texts::kind_date() }</option>
                        <option value="boolean">{ texts::kind_boolean() }</option>
                    </select>
                </div>
                <button class="button" type="submit" disabled={submit.is_busy()} data-test="add-column">{ texts::column_add() }</button>
            </form>
        </>
    }
}

fn entry(columns: &[Value], place: usize, column: &Value, put: &Callback<Vec<Value>>) -> Html {
    let header = header_of(column).to_owned();
    let onchange = {
        let (columns, put) = (columns.to_vec(), put.clone());
        Callback::from(move |event: Event| put.emit(with_aliases(&columns, place, &form::event_value(&event))))
    };
    let id = format!("aliases-{header}");
    html! {
        <div class="columns-entry" key={header.clone()} data-test="column" data-column={header.clone()}>
            <label for={id.clone()}>{ &header }</label>
            <input {id} type="text" value={aliases_of(column)} placeholder={texts::column_aliases()} {onchange} />
        </div>
    }
}
