//! The preview: facts, counts, findings beside the table, and the foot that leads to sending.

use web_sys::File;
use yew::prelude::*;

use super::choices::ChoicesPanel;
use super::conflicts_panel::ConflictsPanel;
use super::counts_bar::CountsBar;
use super::drop_zone::DropZone;
use super::explain_dialog::ExplainDialog;
use super::facts::FactsLine;
use super::file_map::FileMap;
use super::findings_list::FindingsList;
use super::icon::{Icon, Picture};
use super::later::Later;
use super::menu::Menu;
use super::print_sheet::{PrintButton, PrintSheet};
use super::send_bar::SendBar;
use super::send_dialog::SendDialog;
use super::story::Story;
use super::table::grid::Grid;
use super::table_search::TableSearch;
use super::which_extract::WhichExtract;
use crate::browser::form;
use crate::hooks::use_import::{ImportHandle, use_import};
use crate::state::import::Anew;
use crate::texts::{import as texts, table as table_texts};
use crate::worker::protocol::{Column, Decision, Filter, Purpose, Summary, Width};

/// The id of a step's heading, at which the keyboard begins.
pub const HEADING_ID: &str = "step";

/// What happens in the preview.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct PreviewProps {
    /// Another file.
    pub on_file: Callback<File>,
}

/// The preview.
#[function_component]
pub fn Preview(props: &PreviewProps) -> Html {
    let import = use_import();
    // Nothing chosen means: only columns with changes, if there are any.
    let only_changed = use_state(|| true);
    let state = import.state();
    let Some(summary) = state.summary.clone() else { return html! {} };
    let on_filter = {
        let import = import.clone();
        Callback::from(move |filter: Filter| import.show(filter))
    };
    let on_only = {
        let only_changed = only_changed.clone();
        Callback::from(move |event: Event| only_changed.set(form::event_checked(&event)))
    };
    let columns = shown_columns(&summary, &state.filter, *only_changed);
    html! {
        <>
            <header class="workspace-head">
                <div class="workspace-title">
                    <h1 class="file-name" id={HEADING_ID} tabindex="-1">{ &state.name }</h1>
                    { tools(&import, &summary, &props.on_file) }
                </div>
                if let Some(facts) = &state.facts {
                    <FactsLine facts={facts.clone()} base={summary.choices.base} />
                }
                <p class="compared">{ texts::compared_with(summary.people, summary.revision, summary.choices.base) }</p>
                if state.anew == Some(Anew::Compared) && !state.checking {
                    <p class="notice info" data-test="compared-again"><Icon picture={Picture::Info} />{ texts::compared_again() }</p>
                }
            </header>
            <CountsBar summary={summary.clone()} facts={state.facts.clone()} filter={state.filter.clone()} {on_filter} />
            <Later><WhichExtract /></Later>
            <Story />
            // Where there is no row, what was noticed comes first, also in a narrow window.
            <div class={classes!("workspace-body", state.is_unread().then_some("unread"))}>
                <div class="workspace-side">
                    <Later><ConflictsPanel /><FindingsList /></Later>
                    <Later><ChoicesPanel /></Later>
                </div>
                <section class="workspace-main" aria-label={table_texts::name()}>
                    <div class="table-head">
                        <p>{ if state.window.ask > 0 { table_texts::shown(state.window.total, &state.filter) } else { String::new() } }</p>
                        if summary.left_out > 0 {
                            <p class="tag">{ table_texts::rows_left_out(summary.left_out) }</p>
                        }
                        <TableSearch />
                        <label class="column-tick">
                            <input type="checkbox" checked={*only_changed} onchange={on_only} data-test="only-changed" />
                            <span>{ table_texts::only_changed() }</span>
                        </label>
                    </div>
                    <div class="table-and-map"><Grid {columns} /><Later><FileMap /></Later></div>
                    <p id="grid-keys" class="hint keys">{ table_texts::keys() }</p>
                </section>
            </div>
            <Later><SendBar /></Later>
            <Later><SendDialog /><ExplainDialog /><PrintSheet /></Later>
        </>
    }
}

/// The columns of the table: those with changes, and those that what is shown is about; all of them if she wants, or if
/// that would leave none.
fn shown_columns(summary: &Summary, filter: &Filter, only_changed: bool) -> Vec<Column> {
    let about = |column: &Column| match filter {
        Filter::Finding(id) => summary
            .findings
            .iter()
            .any(|finding| finding.id == *id && finding.column.as_deref() == Some(&*column.header)),
        Filter::Conflicts => summary.choices.conflict_columns.iter().any(|(header, _)| *header == column.header),
        Filter::Errors | Filter::Warnings => {
            summary.findings.iter().any(|finding| finding.column.as_deref() == Some(&*column.header))
        }
        _ => false,
    };
    // Two values stand beside each other where there is a conflict.
    let in_conflict = |column: &Column| summary.choices.conflict_columns.iter().any(|(name, _)| *name == column.header);
    let roomy = |column: &Column| {
        let width = if in_conflict(column) { Width::Wide } else { column.width };
        Column { width, ..column.clone() }
    };
    let shown: Vec<Column> =
        summary.columns.iter().filter(|column| column.changed > 0 || about(column)).map(roomy).collect();
    if only_changed && !shown.is_empty() { shown } else { summary.columns.iter().map(roomy).collect() }
}

fn tools(import: &ImportHandle, summary: &Summary, on_file: &Callback<File>) -> Html {
    let busy = import.state().checking;
    let press = |decision: Decision| {
        let import = import.clone();
        Callback::from(move |_: MouseEvent| import.decide(decision.clone()))
    };
    let download = |purpose: Purpose| {
        let import = import.clone();
        Callback::from(move |_: MouseEvent| import.download(purpose))
    };
    html! {
        <div class="tools">
            <button class="button plain" type="button" disabled={busy || !summary.can_undo} onclick={press(Decision::Undo)} data-test="undo">
                <Icon picture={Picture::Undo} />{ texts::undo() }
            </button>
            <button class="button plain" type="button" disabled={busy || !summary.can_redo} onclick={press(Decision::Redo)} data-test="redo">
                <Icon picture={Picture::Redo} />{ texts::redo() }
            </button>
            <PrintButton />
            <button class="button" type="button" onclick={download(Purpose::Download)} data-test="download-corrected">
                <Icon picture={Picture::Down} />{ texts::download() }
            </button>
            <Menu label={texts::more_files()} test="more-files">
                <button class="button plain" type="button" onclick={download(Purpose::Changes)} data-test="download-changes">{ texts::download_changes() }</button>
                <button class="button plain" type="button" onclick={download(Purpose::Inverse)} data-test="download-inverse">{ texts::download_inverse() }</button>
            </Menu>
            <DropZone on_file={on_file.clone()} large=false />
        </div>
    }
}
