//! Explains a row: what the extract, the directory and the file say in each cell, and what the rules made of it.

use yew::prelude::*;

use super::icon::{Icon, Picture};
use crate::browser::{dialog, form};
use crate::hooks::use_import::use_import;
use crate::texts::{explain as texts, findings, table as table_texts};
use crate::worker::protocol::{CellState, ExplainedCell, Explanation, Found, Severity};

/// The dialog; it is shown while there is something to explain.
#[function_component]
pub fn ExplainDialog() -> Html {
    let import = use_import();
    let node = use_node_ref();
    let every = use_state(|| false);
    let explanation = import.state().explanation.clone();
    use_effect_with(explanation.as_ref().map(|explanation| explanation.row), {
        let (node, every) = (node.clone(), every.clone());
        move |row| {
            if row.is_some() {
                every.set(false);
                dialog::show(&node);
            } else {
                dialog::hide(&node);
            }
        }
    });
    let close = {
        let import = import.clone();
        Callback::from(move |()| import.explained())
    };
    let on_every = {
        let every = every.clone();
        Callback::from(move |event: Event| every.set(form::event_checked(&event)))
    };
    html! {
        <dialog
            ref={node} class="dialog broad" aria-labelledby="explain-title" data-test="explain" onclose={close.reform(|_: Event| ())}
            data-row={explanation.as_ref().map(|explanation| explanation.row.to_string())}
        >
            if let Some(explanation) = &explanation {
                <h2 id="explain-title">{ texts::title(explanation) }</h2>
                <p>{ texts::lead(explanation) }</p>
                { found(&explanation.found) }
                <label class="option">
                    <input type="checkbox" checked={*every} onchange={on_every} data-test="explain-every" />
                    <span class="option-title">{ texts::every(explanation.cells.len()) }</span>
                </label>
                { sides(explanation, *every) }
                { looked(explanation) }
            }
            <p class="dialog-actions">
                <button class="button" type="button" onclick={close.reform(|_: MouseEvent| ())} data-test="explain-close">{ texts::close() }</button>
            </p>
        </dialog>
    }
}

fn found(found: &[Found]) -> Html {
    html! {
        <ul class="explain-found">
            { for found.iter().map(|found| {
                let (name, picture) = match found.severity {
                    Severity::Error => ("error", Picture::Cross),
                    Severity::Warning => ("warning", Picture::Warning),
                    Severity::Note => ("note", Picture::Info),
                };
                html! {
                    <li class={format!("finding {name}")} data-test="explain-found" data-code={found.code.clone()}>
                        <p class="finding-meta">
                            <span class="severity"><Icon {picture} />{ findings::severity(found.severity) }</span>
                            if let Some(column) = &found.column {
                                <span class="finding-column">{ column }</span>
                            }
                            <span class="finding-code">{ &found.code }</span>
                        </p>
                        <p class="finding-what">{ &found.message }</p>
                        <p class="finding-help">{ &found.help }</p>
                    </li>
                }
            }) }
        </ul>
    }
}

fn sides(explanation: &Explanation, every: bool) -> Html {
    let shown: Vec<&ExplainedCell> = explanation.cells.iter().filter(|cell| every || cell.is_telling()).collect();
    if shown.is_empty() {
        return html! { <p class="quiet">{ texts::all_the_same() }</p> };
    }
    let heads = texts::heads(explanation.base);
    html! {
        <div class="scroll-x" tabindex="0" role="region" aria-labelledby="explain-title">
            <table class="changes explain stacks labelled">
                <thead><tr>{ for heads.iter().map(|head| html! { <th scope="col">{ head }</th> }) }</tr></thead>
                <tbody>{ for shown.into_iter().map(|cell| side(explanation, &heads, cell)) }</tbody>
            </table>
        </div>
    }
}

fn side(explanation: &Explanation, heads: &[String; 5], cell: &ExplainedCell) -> Html {
    let value = |value: Option<&String>, without: Option<&'static str>| match value {
        Some(value) if value.is_empty() => html! { <span class="empty-value">{ texts::empty() }</span> },
        Some(value) => html! { { value.clone() } },
        None => html! { <span class="empty-value">{ without.unwrap_or_default() }</span> },
    };
    // In a narrow window the heads stand beside the values.
    let [_, base, stored, file, outcome] = heads.clone();
    let no_base = if explanation.base.is_none() { texts::no_base() } else { texts::nobody() };
    let no_file = (cell.state == CellState::Absent).then_some(table_texts::absent());
    html! {
        <tr data-test="explain-cell" data-column={cell.header.clone()}>
            <th scope="row">{ &cell.header }</th>
            <td data-label={base}>{ value(cell.base.as_ref(), Some(no_base)) }</td>
            <td data-label={stored}>{ value(cell.stored.as_ref(), Some(texts::nobody())) }</td>
            <td data-label={file}>{ value(cell.file.as_ref(), no_file) }</td>
            <td data-label={outcome}>{ texts::outcome(cell, explanation.base.is_some()) }</td>
        </tr>
    }
}

fn looked(explanation: &Explanation) -> Html {
    let quiet: Vec<String> = explanation
        .looked
        .iter()
        .filter(|looked| !explanation.found.iter().any(|found| found.code == looked.code))
        .map(|looked| format!("{} ({})", looked.name, looked.code))
        .collect();
    html! {
        <details class="explain-rules" data-test="explain-rules">
            <summary>{ texts::looked(quiet.len()) }</summary>
            <p class="quiet">{ quiet.join(", ") }</p>
        </details>
    }
}
