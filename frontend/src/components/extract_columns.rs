//! Ticks single columns for an extract.

use std::collections::BTreeSet;

use yew::prelude::*;

use crate::api::SchemaColumn;
use crate::browser::form;
use crate::texts::extract as texts;

/// The columns and those that are ticked.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct ExtractColumnsProps {
    /// All there are.
    pub schema: Vec<SchemaColumn>,
    /// Ticked ones, by header.
    pub ticked: BTreeSet<String>,
    /// She ticked or unticked.
    pub on_change: Callback<BTreeSet<String>>,
}

/// Boxes for columns, user data before profile data.
#[function_component]
pub fn ExtractColumns(props: &ExtractColumnsProps) -> Html {
    let all = {
        let (schema, on_change) = (props.schema.clone(), props.on_change.clone());
        Callback::from(move |_: MouseEvent| {
            on_change.emit(schema.iter().filter(|column| !column.system).map(|column| column.header.clone()).collect());
        })
    };
    let none = props.on_change.reform(|_: MouseEvent| BTreeSet::new());
    html! {
        <div class="column-choice">
            <p class="actions">
                <button type="button" class="button small" onclick={all}>{ texts::tick_all() }</button>
                <button type="button" class="button small" onclick={none}>{ texts::tick_none() }</button>
                <span class="quiet" role="status">{ texts::ticked(props.ticked.len()) }</span>
            </p>
            { group(props, texts::user_columns(), false) }
            { group(props, texts::profile_columns(), true) }
        </div>
    }
}

fn group(props: &ExtractColumnsProps, title: &'static str, profile: bool) -> Html {
    let columns = props.schema.iter().filter(|column| column.profile == profile && !column.system);
    html! {
        <>
            <p class="column-group">{ title }</p>
            <div class="column-grid">
                { for columns.map(|column| tick(props, &column.header)) }
            </div>
        </>
    }
}

fn tick(props: &ExtractColumnsProps, header: &str) -> Html {
    let is_key = header == "Username";
    let onchange = {
        let (header, ticked, on_change) = (header.to_owned(), props.ticked.clone(), props.on_change.clone());
        Callback::from(move |event: Event| {
            let mut ticked = ticked.clone();
            if form::event_checked(&event) {
                ticked.insert(header.clone());
            } else {
                ticked.remove(&header);
            }
            on_change.emit(ticked);
        })
    };
    html! {
        <label class="column-tick">
            <input type="checkbox" checked={is_key || props.ticked.contains(header)} disabled={is_key} {onchange} data-test={format!("column-{header}")} />
            <span>{ header }</span>
        </label>
    }
}
