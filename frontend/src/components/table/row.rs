//! One row of the table: its line, its person, and the cells that can be seen.

use yew::prelude::*;

use super::cell;
use super::editor::Editor;
use super::keyboard::Position;
use crate::components::icon::{Icon, Picture};
use crate::texts::{explain, findings, table as texts};
use crate::worker::protocol::{Cell, Column, Row, RowKind, Severity, Side, Width};

/// What happens in a row.
#[derive(Debug, Clone, PartialEq)]
pub enum RowEvent {
    /// A cell was pointed at.
    Point(Position),
    /// A cell is to be edited.
    Edit(Position),
    /// A cell was edited: row and column of the file, and the new text.
    Edited(usize, usize, Option<String>),
    /// A conflict was decided: stored Username, header, side.
    Decided(String, String, Side),
    /// The row is to be explained.
    Explain(usize),
    /// The row is to be left out or taken in.
    LeaveOut(usize, bool),
}

/// How the keyboard came to a cell: what of its place is new, and so is said once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Arrival {
    /// From another row.
    pub row: bool,
    /// From another column.
    pub column: bool,
}

/// What the row shows.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct RowProps {
    /// Its place within the filter.
    pub position: usize,
    /// The row; `None` while it is asked for.
    pub row: Option<Row>,
    /// The columns that can be seen, with their places among the shown ones.
    pub columns: Vec<(usize, Column)>,
    /// The cell with the keyboard, if it is in this row.
    pub active: Option<usize>,
    /// How the keyboard came to its cell.
    pub arrival: Arrival,
    /// The cell that is edited, if it is in this row.
    pub editing: Option<usize>,
    /// What happens.
    pub on_event: Callback<RowEvent>,
}

/// A row.
#[function_component]
pub fn GridRow(props: &RowProps) -> Html {
    let position = props.position;
    let Some(row) = &props.row else {
        return html! {
            <div class="grid-row waiting" role="row" aria-rowindex={(position + 2).to_string()}>
                <div class="grid-line" role="gridcell"></div><div class="grid-person" role="rowheader"></div>
            </div>
        };
    };
    let out = row.kind == RowKind::LeftOut;
    let person_class = if props.active == Some(0) { "grid-person active" } else { "grid-person" };
    let point = {
        let on_event = props.on_event.clone();
        Callback::from(move |_: MouseEvent| on_event.emit(RowEvent::Point(Position { row: position, column: 0 })))
    };
    let leave_out = {
        let (on_event, file_row) = (props.on_event.clone(), row.row);
        Callback::from(move |event: MouseEvent| {
            event.stop_propagation();
            on_event.emit(RowEvent::LeaveOut(file_row, !out));
        })
    };
    let on_explain = {
        let (on_event, file_row) = (props.on_event.clone(), row.row);
        Callback::from(move |event: MouseEvent| {
            event.stop_propagation();
            on_event.emit(RowEvent::Explain(file_row));
        })
    };
    let (tip, picture, test) = if out {
        (texts::take_in(), Picture::Undo, "take-in")
    } else {
        (texts::leave_out(), Picture::Cross, "leave-out")
    };
    html! {
        <div
            class={format!("grid-row kind-{}", kind_name(row.kind))} role="row" aria-rowindex={(position + 2).to_string()}
            data-test="row" data-line={row.line.to_string()} data-kind={kind_name(row.kind)} data-key={row.key.clone()}
        >
            <div class="grid-line" role="gridcell" aria-colindex="1">{ row.line }</div>
            <div class={person_class} role="rowheader" aria-colindex="2" id={id_of(position, 0)} aria-description={(props.active == Some(0)).then(|| findings::line(row.line))} onclick={point}>
                <span class="person-text">
                    <span class="person-key" dir="auto" title={row.key.clone()}>{ &row.key }</span>
                    <span class="person-name"><span class="kind">{ texts::row_kind(row.kind) }</span>{ " " }{ &row.person }</span>
                </span>
                // The keyboard has keys for both, which the table's description names.
                <button type="button" class="row-button explain" tabindex="-1" aria-hidden="true" title={explain::explain()} onclick={on_explain} data-test="explain-row">
                    <Icon picture={Picture::Info} />
                </button>
                <button type="button" class="row-button" tabindex="-1" aria-hidden="true" title={tip} onclick={leave_out} data-test={test}>
                    <Icon {picture} />
                </button>
            </div>
            <div class="grid-lead" aria-hidden="true"></div>
            { for props.columns.iter().map(|(place, column)| cell_html(props, row, *place, column)) }
        </div>
    }
}

fn cell_html(props: &RowProps, row: &Row, place: usize, column: &Column) -> Html {
    let at = Position { row: props.position, column: place + 1 };
    let width = width_class(column.width);
    let index = (place + 3).to_string();
    let Some(cell) = row.cells.iter().find(|cell| cell.column == column.position) else {
        return html! { <div class={format!("grid-cell {width}")} role="gridcell" aria-colindex={index} key={column.position}></div> };
    };
    let is_active = props.active == Some(at.column);
    let active = if is_active { " active" } else { "" };
    let tip = cell::description(cell);
    // Who looks sees whose cell it is; who listens is told where she came to.
    let description = is_active.then(|| place_of(props.arrival, row, column)).filter(|place| !place.is_empty());
    let description = description.map(|place| place.into_iter().chain(tip.clone()).collect::<Vec<_>>().join(" · "));
    let is_wrong = cell.severity == Some(Severity::Error);
    let on_event = &props.on_event;
    let point = on_event.reform(move |_: MouseEvent| RowEvent::Point(at));
    let edit = on_event.reform(move |_: MouseEvent| RowEvent::Edit(at));
    html! {
        <div
            class={format!("grid-cell {width}{}{active}", cell::class_of(cell))} role="gridcell" aria-colindex={index} id={id_of(at.row, at.column)}
            title={tip} aria-description={description} aria-invalid={is_wrong.then_some("true")} key={column.position} onclick={point} ondblclick={edit}
            data-test="cell" data-column={column.header.clone()} data-state={cell::state_name(cell.state)}
        >
            if props.editing == Some(at.column) {
                { editor(props, row, cell) }
            } else {
                { cell::content(cell, &decider(props, row, column)) }
            }
        </div>
    }
}

/// Column, line and person, as far as they are new.
fn place_of(arrival: Arrival, row: &Row, column: &Column) -> Vec<String> {
    let header = arrival.column.then(|| column.header.clone());
    let whose = arrival.row.then(|| [findings::line(row.line), row.key.clone()]);
    header.into_iter().chain(whose.into_iter().flatten()).collect()
}

fn editor(props: &RowProps, row: &Row, cell: &Cell) -> Html {
    let (file_row, file_column) = (row.row, cell.column);
    let on_done = props.on_event.reform(move |text| RowEvent::Edited(file_row, file_column, text));
    html! { <Editor text={cell.file.clone()} {on_done} /> }
}

fn decider(props: &RowProps, row: &Row, column: &Column) -> Callback<Side> {
    let (username, header) = (row.username.clone().unwrap_or_default(), column.header.clone());
    props.on_event.reform(move |side| RowEvent::Decided(username.clone(), header.clone(), side))
}

/// The id of a cell, by which the grid names the active one.
pub fn id_of(row: usize, column: usize) -> String {
    format!("cell-{row}-{column}")
}

/// The class of a column's width.
pub fn width_class(width: Width) -> &'static str {
    match width {
        Width::Narrow => "w-narrow",
        Width::Middle => "w-middle",
        Width::Wide => "w-wide",
    }
}

fn kind_name(kind: RowKind) -> &'static str {
    match kind {
        RowKind::Same => "same",
        RowKind::Changed => "changed",
        RowKind::New => "new",
        RowKind::Renamed => "renamed",
        RowKind::Conflict => "conflict",
        RowKind::Error => "error",
        RowKind::LeftOut => "left-out",
    }
}
