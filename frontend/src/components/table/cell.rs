//! One cell: what the file says, and what that does to what is stored.

use yew::prelude::*;

use crate::texts::{findings, table as texts};
use crate::worker::protocol::{Cell, CellState, Fate, Item, Severity, Side};

/// The class of a column's width is given by the grid; this is the rest.
pub fn class_of(cell: &Cell) -> String {
    let state = match cell.state {
        CellState::Same => "",
        CellState::Blank => " is-blank",
        CellState::Absent => " is-absent",
        CellState::Cleared => " is-cleared",
        CellState::Changed => " is-changed",
        CellState::Conflict => " is-conflict",
        CellState::Ignored => " is-ignored",
    };
    let severity = match cell.severity {
        None => "",
        Some(Severity::Error) => " has-error",
        Some(Severity::Warning) => " has-warning",
        Some(Severity::Note) => " has-note",
    };
    format!("{state}{severity}{}", if cell.edited { " is-edited" } else { "" })
}

/// The state's name for tests.
pub fn state_name(state: CellState) -> &'static str {
    match state {
        CellState::Same => "same",
        CellState::Blank => "blank",
        CellState::Absent => "absent",
        CellState::Cleared => "cleared",
        CellState::Changed => "changed",
        CellState::Conflict => "conflict",
        CellState::Ignored => "ignored",
    }
}

/// What stands in the cell. `decide` is pressed in a conflict.
pub fn content(cell: &Cell, decide: &Callback<Side>) -> Html {
    let stored = cell.stored.as_deref().unwrap_or_default();
    match cell.state {
        CellState::Same | CellState::Ignored => html! { <span class="one">{ cell.shown() }</span> },
        CellState::Blank => html! { <span class="one faint">{ texts::blank() }</span> },
        CellState::Absent => html! { <span class="one faint">{ texts::absent() }</span> },
        CellState::Cleared => html! { <>{ old(stored) }<span class="new faint">{ texts::cleared() }</span></> },
        CellState::Conflict => conflict(cell, stored, decide),
        CellState::Changed if !cell.items.is_empty() => chips(&cell.items),
        CellState::Changed if stored.is_empty() => html! { <ins class="one">{ cell.shown() }</ins> },
        CellState::Changed => html! { <>{ old(stored) }<ins class="new">{ cell.shown() }</ins></> },
    }
}

/// The stored value, struck. Its strike can't be heard, so the cell's description says both values instead.
fn old(stored: &str) -> Html {
    html! { <del aria-hidden="true">{ stored }</del> }
}

fn chips(items: &[Item]) -> Html {
    html! {
        <span class="chips">
            { for items.iter().map(|item| match item.fate {
                Fate::Stays => html! { <span class="chip">{ &item.value }</span> },
                Fate::Added => html! { <ins class="chip added">{ &item.value }</ins> },
                Fate::Removed => html! { <del class="chip removed">{ &item.value }</del> },
            }) }
        </span>
    }
}

fn conflict(cell: &Cell, stored: &str, decide: &Callback<Side>) -> Html {
    let choice = |side: Side, value: &str| {
        let decide = decide.clone();
        let taken = cell.side == Some(side);
        let onclick = Callback::from(move |event: MouseEvent| {
            event.stop_propagation();
            decide.emit(side);
        });
        html! {
            <button type="button" tabindex="-1" class={if taken { "side taken" } else { "side" }} aria-pressed={taken.to_string()} {onclick}>
                <span class="side-name">{ texts::side(side) }</span>{ value }
            </button>
        }
    };
    html! { <>{ choice(Side::Yours, cell.shown()) }{ choice(Side::Theirs, stored) }</> }
}

/// What a screen reader hears after the value, and a pointer sees as a tip: what the cell does, and what is wrong with it.
pub fn description(cell: &Cell) -> Option<String> {
    let does = texts::cell_state(cell.state).map(|state| match &cell.stored {
        Some(stored) if !stored.is_empty() => format!("{state}: {stored} → {}", cell.shown()),
        _ => state.to_owned(),
    });
    let found = cell.found.iter().map(|found| format!("{}: {}", findings::severity(found.severity), found.message));
    let parts: Vec<String> = found.chain(does).collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}
