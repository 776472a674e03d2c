//! The map of the whole file, beside the table: where changes, warnings and errors lie, and a way to go there.

use yew::prelude::*;

use crate::hooks::use_import::{ImportHandle, use_import};
use crate::texts::table as texts;
use crate::worker::protocol::Stretch;

/// The strip. For the keyboard it is a slider that stops where something lies.
#[function_component]
pub fn FileMap() -> Html {
    let import = use_import();
    let state = import.state();
    let Some(summary) = state.summary.clone() else { return html! {} };
    let rows = state.facts.as_ref().and_then(|facts| facts.rows).unwrap_or_default();
    if rows == 0 {
        return html! {};
    }
    let here = state.goal.1;
    let place = summary.map.iter().position(|stretch| (stretch.first..stretch.end).contains(&here)).unwrap_or(0);
    let says = summary.map.get(place).map(texts::stretch);
    let onkeydown = {
        let (import, summary) = (import.clone(), summary.clone());
        Callback::from(move |event: KeyboardEvent| {
            if let Some(stretch) = stop(&summary.map, place, &event.key()) {
                event.prevent_default();
                event.stop_propagation();
                import.go_to(stretch.at);
            }
        })
    };
    html! {
        <div
            class="file-map" role="slider" tabindex="0" aria-orientation="vertical" aria-label={texts::map()} title={texts::map_hint()}
            aria-valuemin="1" aria-valuemax={rows.to_string()} aria-valuenow={(here + 1).min(rows).to_string()} aria-valuetext={says}
            {onkeydown} data-test="file-map"
        >
            { for summary.map.iter().enumerate().map(|(index, stretch)| mark(&import, stretch, index == place && state.goal.0 > 0)) }
        </div>
    }
}

/// The stretch that a key leads to: the next one with something in it, or an end of the file.
fn stop<'a>(map: &'a [Stretch], place: usize, key: &str) -> Option<&'a Stretch> {
    match key {
        "ArrowDown" | "ArrowRight" => map.iter().skip(place + 1).find(|stretch| stretch.is_marked()),
        "ArrowUp" | "ArrowLeft" => map.iter().take(place).rev().find(|stretch| stretch.is_marked()),
        "Home" => map.first(),
        "End" => map.last(),
        "Enter" | " " => map.get(place),
        _ => None,
    }
}

fn mark(import: &ImportHandle, stretch: &Stretch, here: bool) -> Html {
    let kind = if stretch.errors > 0 {
        "error"
    } else if stretch.warnings > 0 {
        "warning"
    } else if stretch.changed > 0 {
        "changed"
    } else {
        "same"
    };
    let (import, at) = (import.clone(), stretch.at);
    let onclick = Callback::from(move |_: MouseEvent| import.go_to(at));
    html! {
        <i class={format!("mark-{kind}{}", if here { " here" } else { "" })} {onclick} title={texts::stretch(stretch)} data-test="map-mark" data-mark={kind}></i>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn map() -> Vec<Stretch> {
        let stretch = |place: usize, changed: usize| Stretch {
            first: place * 10,
            end: place * 10 + 10,
            at: place * 10 + 3,
            changed,
            ..Stretch::default()
        };
        vec![stretch(0, 0), stretch(1, 2), stretch(2, 0), stretch(3, 1)]
    }

    #[test]
    fn the_keyboard_stops_where_something_lies() {
        let map = map();
        assert_eq!(stop(&map, 0, "ArrowDown").map(|stretch| stretch.at), Some(13));
        assert_eq!(stop(&map, 1, "ArrowDown").map(|stretch| stretch.at), Some(33));
        assert_eq!(stop(&map, 3, "ArrowUp").map(|stretch| stretch.at), Some(13));
        assert_eq!(stop(&map, 3, "ArrowDown"), None);
        assert_eq!(stop(&map, 0, "x"), None);
    }
}
