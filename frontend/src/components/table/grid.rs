//! The grid: scrolls, asks the worker for the rows that can be seen, and follows the keyboard.

use std::ops::Range;

use yew::prelude::*;

use super::heads;
use super::keyboard::{self, Extent, Position, Wish};
use super::row::{Arrival, GridRow, RowEvent, id_of};
use super::window::{self, NARROW};
use crate::browser::{focus, paste, scroll};
use crate::hooks::use_import::{ImportHandle, use_import};
use crate::hooks::use_long_table::use_long_table;
use crate::hooks::use_voice::use_voice;
use crate::state::block::cells_from_text;
use crate::state::long_table::ahead;
use crate::texts::table as texts;
use crate::worker::protocol::{CellState, Column, Decision, Row, RowKind, Side, View};

/// The height of the heads, in pixels; the style sheet's is the same.
const HEAD_HEIGHT: f64 = 40.0;

/// The id of the table, by which a key finds it.
pub const GRID_ID: &str = "rows";

/// Which columns are shown.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct GridProps {
    /// The file's columns that are shown.
    pub columns: Vec<Column>,
}

/// What was asked of the worker last; nothing is asked twice.
#[derive(Debug, Clone, PartialEq)]
struct Asked {
    generation: u32,
    view: View,
    rows: Range<usize>,
    columns: Vec<usize>,
}

/// The preview's table.
#[function_component]
pub fn Grid(props: &GridProps) -> Html {
    let import = use_import();
    let (scroller, canvas) = (use_node_ref(), use_node_ref());
    let active = use_state(Position::default);
    // Before she has been anywhere, all of a cell's place is new.
    let arrival = use_state(|| Arrival { row: true, column: true });
    let voice = use_voice();
    let editing = use_state(|| None::<Position>);
    let asked = use_mut_ref(|| None::<Asked>);

    let state = import.state();
    let total = state.window.total;
    let columns: Vec<&Column> = props.columns.iter().collect();
    let table = use_long_table(&scroller, total, HEAD_HEIGHT);
    let (view, rows) = (table.view, table.rows);
    let fixed = window::fixed_width(view.width);
    let seen = rows.seen();
    let across = (view.width - fixed).max(0.0);
    let (seen_columns, lead) = window::seen_columns(&columns, view.left, across);

    // Another filter begins at its top.
    use_effect_with(state.view(), {
        let (table, active, arrival, editing) = (table.clone(), active.clone(), arrival.clone(), editing.clone());
        move |_| {
            table.go(table.view.left, 0.0);
            active.set(Position::default());
            arrival.set(Arrival { row: true, column: true });
            editing.set(None);
        }
    });
    use_effect_with((state.generation, state.view(), seen.clone(), seen_columns.clone(), props.columns.clone()), {
        let (import, asked) = (import.clone(), asked.clone());
        move |(generation, view, seen, seen_columns, columns)| {
            ask(&import, &asked, *generation, view, (seen, total), (seen_columns, columns));
        }
    });
    // Measures go through the style object after each drawing: a style attribute would break the security policy.
    use_effect({
        let (canvas, table) = (canvas.clone(), table.clone());
        let wide: f64 = fixed + columns.iter().map(|column| window::width_of(column)).sum::<f64>();
        let (height, top) = (rows.canvas(), rows.offset_of(seen.start));
        move || {
            scroll::set_pixels(&canvas, "--height", height);
            scroll::set_pixels(&canvas, "--width", wide);
            scroll::set_pixels(&canvas, "--lead", lead);
            scroll::set_pixels(&canvas, "--top", top);
            // What is drawn around the table may have made it larger or smaller.
            table.look();
        }
    });

    // The canvas has its height by now, so there is a place to go to.
    use_effect_with(state.goal, {
        let (table, active, arrival, column) = (table.clone(), active.clone(), arrival.clone(), active.column);
        move |(asked, row)| {
            if *asked > 0 {
                arrival.set(Arrival { row: true, column: false });
                table.go(table.view.left, rows.top_around(*row));
                active.set(Position { row: *row, column });
            }
        }
    });

    let row_at = |position: usize| -> Option<Row> {
        position.checked_sub(state.window.start).and_then(|index| state.window.rows.get(index)).cloned()
    };
    let go = {
        let (active, arrival, table, voice) = (active.clone(), arrival.clone(), table.clone(), voice.clone());
        let widths = props.columns.clone();
        Callback::from(move |there: Position| {
            if there == *active {
                voice.say(texts::edge());
                return;
            }
            arrival.set(Arrival { row: there.row != active.row, column: there.column != active.column });
            active.set(there);
            let columns: Vec<&Column> = widths.iter().collect();
            let left = there
                .column
                .checked_sub(1)
                .and_then(|place| window::scrolled_to_column(&columns, place, view.left, across));
            let top = rows.top_showing(there.row);
            if left.is_some() || top.is_some() {
                table.go(left.unwrap_or(view.left), top.unwrap_or(rows.at.top));
            }
        })
    };
    let on_event = {
        let (import, active, editing, scroller, row_of) =
            (import.clone(), active.clone(), editing.clone(), scroller.clone(), state.window.clone());
        let shown = props.columns.clone();
        Callback::from(move |event: RowEvent| match event {
            RowEvent::Point(at) => active.set(at),
            RowEvent::Edit(at) => {
                active.set(at);
                let cell = at.row.checked_sub(row_of.start).and_then(|index| row_of.rows.get(index)).and_then(|row| {
                    let column = shown.get(at.column.checked_sub(1)?)?;
                    row.cells.iter().find(|cell| cell.column == column.position)
                });
                if cell.is_some_and(|cell| cell.is_whole() && cell.state != CellState::Ignored) {
                    editing.set(Some(at));
                }
            }
            RowEvent::Edited(row, column, text) => {
                editing.set(None);
                focus::focus(&scroller);
                if let Some(text) = text {
                    import.decide(Decision::Edit { row, column, value: Some(text) });
                }
            }
            RowEvent::Decided(username, header, side) => import.decide(Decision::Conflict { username, header, side }),
            RowEvent::Explain(row) => import.explain(row),
            RowEvent::LeaveOut(row, out) => import.decide(Decision::LeaveOut { row, out }),
        })
    };
    let onkeydown = {
        let (active, on_event, here, import) = (active.clone(), on_event.clone(), row_at(active.row), import.clone());
        let extent = Extent { rows: total, columns: columns.len() + 1, page: rows.page() };
        let shown = props.columns.clone();
        Callback::from(move |event: KeyboardEvent| {
            let Some(wish) = keyboard::wish(&event.key(), event.ctrl_key() || event.meta_key(), *active, extent) else {
                return;
            };
            event.prevent_default();
            match wish {
                Wish::Go(there) => go.emit(there),
                Wish::Edit => on_event.emit(RowEvent::Edit(*active)),
                Wish::LeaveOut => {
                    if let Some(row) = &here {
                        on_event.emit(RowEvent::LeaveOut(row.row, row.kind != RowKind::LeftOut));
                    }
                }
                Wish::Explain => {
                    if let Some(row) = &here {
                        on_event.emit(RowEvent::Explain(row.row));
                    }
                }
                Wish::Sort => {
                    if let Some(column) = active.column.checked_sub(1).and_then(|place| shown.get(place)) {
                        heads::sort_by(&import, column.position);
                    }
                }
                Wish::Decide(side) => decide_here(here.as_ref(), &shown, *active, side, &on_event),
            }
        })
    };

    let onpaste = {
        let (import, active, shown) = (import.clone(), active.clone(), props.columns.clone());
        Callback::from(move |event: Event| paste_into(&import, &event, *active, &shown))
    };
    let answered = state.window.ask > 0;
    // Only a cell that is drawn can be named as the active one.
    let is_drawn = seen.contains(&active.row) && row_at(active.row).is_some();
    let is_drawn = is_drawn && active.column.checked_sub(1).is_none_or(|place| seen_columns.contains(&place));
    let visible: Vec<(usize, Column)> =
        seen_columns.clone().filter_map(|place| Some((place, (*columns.get(place)?).clone()))).collect();
    let on_scroll = Callback::from(move |_: Event| table.look());
    html! {
        <div
            ref={scroller} id={GRID_ID} class={if view.width < NARROW { "grid compact" } else { "grid" }} role="grid" tabindex="0" data-test="grid" data-total={total.to_string()}
            aria-label={texts::name()} aria-rowcount={(total + 1).to_string()} aria-colcount={(columns.len() + 2).to_string()}
            aria-activedescendant={is_drawn.then(|| id_of(active.row, active.column))} aria-describedby="grid-keys" aria-busy={state.checking.to_string()}
            onscroll={on_scroll} {onkeydown} {onpaste}
        >
            <div class="grid-canvas" ref={canvas} role="presentation">
                { heads::heads(&import, &visible) }
                <div class="grid-body" role="rowgroup">
                    <div class="grid-rows" role="presentation">
                        { for seen.clone().map(|position| html! {
                            <GridRow
                                key={position} {position} row={row_at(position)} columns={visible.clone()} on_event={on_event.clone()}
                                active={(active.row == position).then_some(active.column)} arrival={*arrival}
                                editing={editing.filter(|at| at.row == position).map(|at| at.column)}
                            />
                        }) }
                    </div>
                </div>
            </div>
            if answered && total == 0 {
                <p class="grid-empty">{ if state.is_unread() { texts::none_read() } else { texts::no_rows() } }</p>
            }
        </div>
    }
}

fn ask(
    import: &ImportHandle,
    asked: &std::cell::RefCell<Option<Asked>>,
    generation: u32,
    view: &View,
    (seen, total): (&Range<usize>, usize),
    (seen_columns, columns): (&Range<usize>, &[Column]),
) {
    let wanted: Vec<usize> =
        columns.get(seen_columns.clone()).unwrap_or_default().iter().map(|column| column.position).collect();
    let known = asked.borrow().as_ref().is_some_and(|asked| {
        asked.generation == generation
            && asked.view == *view
            && asked.rows.start <= seen.start
            && asked.rows.end >= seen.end.min(total)
            && wanted.iter().all(|column| asked.columns.contains(column))
    });
    if known {
        return;
    }
    // A column more on each side, so that a little scrolling needs no question.
    let around = seen_columns.start.saturating_sub(2)..(seen_columns.end + 2).min(columns.len());
    let columns: Vec<usize> = columns.get(around).unwrap_or_default().iter().map(|column| column.position).collect();
    // While the number of rows isn't known, the first window tells it.
    let rows = ahead(seen, total.max(40));
    import.ask_rows(rows.start, rows.len(), columns.clone());
    asked.replace(Some(Asked { generation, view: view.clone(), rows, columns }));
}

fn decide_here(row: Option<&Row>, columns: &[Column], at: Position, side: Side, on_event: &Callback<RowEvent>) {
    let column = at.column.checked_sub(1).and_then(|place| columns.get(place));
    let (Some(row), Some(column)) = (row, column) else { return };
    let in_conflict = row.cells.iter().any(|cell| cell.column == column.position && cell.state == CellState::Conflict);
    if let Some(username) = row.username.clone().filter(|_| in_conflict) {
        on_event.emit(RowEvent::Decided(username, column.header.clone(), side));
    }
}

/// Writes a copied block from the active cell on. One cell alone fills nothing but the active one.
fn paste_into(import: &ImportHandle, event: &Event, at: Position, columns: &[Column]) {
    // A cell that is edited takes the text itself.
    if paste::is_in_field(event) {
        return;
    }
    let Some(text) = paste::text_of(event) else { return };
    event.prevent_default();
    let Some(place) = at.column.checked_sub(1) else { return };
    let columns = columns.iter().skip(place).map(|column| column.position).collect();
    let cells = cells_from_text(&text);
    import.decide(Decision::Paste { view: import.state().view(), position: at.row, columns, cells });
}
