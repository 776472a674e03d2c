//! The heads of the table's columns. A press orders the rows: upwards, downwards, and as in the file again.

use yew::prelude::*;

use super::row::width_class;
use crate::components::icon::{Icon, Picture};
use crate::hooks::use_import::ImportHandle;
use crate::texts::{numbers::number, table as texts};
use crate::worker::protocol::{Column, Sort};

/// Orders by a column, or in the next way if it is ordered by that one already.
pub fn sort_by(import: &ImportHandle, column: usize) {
    import.sort(match import.state().sort {
        Some(Sort { column: sorted, descending: false }) if sorted == column => Some(Sort { column, descending: true }),
        Some(Sort { column: sorted, descending: true }) if sorted == column => None,
        _ => Some(Sort { column, descending: false }),
    });
}

/// The row of heads.
pub fn heads(import: &ImportHandle, columns: &[(usize, Column)]) -> Html {
    html! {
        <div class="grid-head" role="rowgroup">
            <div class="grid-row" role="row" aria-rowindex="1">
                <div class="grid-line" role="columnheader" aria-colindex="1">{ texts::line() }</div>
                <div class="grid-person" role="columnheader" aria-colindex="2">{ texts::person() }</div>
                <div class="grid-lead" aria-hidden="true"></div>
                { for columns.iter().map(|(place, column)| head(import, *place, column)) }
            </div>
        </div>
    }
}

fn head(import: &ImportHandle, place: usize, column: &Column) -> Html {
    let sort = import.state().sort.filter(|sort| sort.column == column.position);
    let (order, arrow) = match sort {
        None => (None, None),
        Some(Sort { descending: false, .. }) => (Some("ascending"), Some(Picture::Next)),
        Some(Sort { descending: true, .. }) => (Some("descending"), Some(Picture::Previous)),
    };
    let onclick = {
        let (import, position) = (import.clone(), column.position);
        Callback::from(move |_: MouseEvent| sort_by(&import, position))
    };
    let unknown = if column.known { "" } else { " is-unknown" };
    html! {
        <div
            class={format!("grid-cell {}{unknown}", width_class(column.width))} role="columnheader" aria-colindex={(place + 3).to_string()}
            aria-sort={order} title={texts::column_head(column.changed, &column.header, texts::sort())} key={column.position} {onclick}
            data-test="head" data-column={column.header.clone()}
        >
            <span class="head-name">{ &column.header }</span>
            if let Some(picture) = arrow {
                <Icon {picture} />
            }
            if column.changed > 0 {
                <span class="head-count" aria-hidden="true">{ number(column.changed as u64) }</span>
            }
            if column.ignored {
                <Icon picture={Picture::Cross} />
            }
        </div>
    }
}
