//! People, as many as there are: only those who can be seen are drawn and fetched.

use std::ops::Range;

use yew::prelude::*;

use super::nav_link::NavLink;
use crate::api::people::Person;
use crate::browser::scroll;
use crate::hooks::use_long_table::use_long_table;
use crate::route::Route;
use crate::state::people::PeopleList;
use crate::texts::people as texts;

/// The height of the heads, in pixels; the style sheet's is the same.
const HEAD_HEIGHT: f64 = 40.0;

/// Whom to show.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct PeopleTableProps {
    /// Whom the words find, as far as they are at hand.
    pub people: PeopleList,
    /// Other people can be seen now.
    pub on_seen: Callback<Range<usize>>,
}

/// The table.
#[function_component]
pub fn PeopleTable(props: &PeopleTableProps) -> Html {
    let (scroller, canvas) = (use_node_ref(), use_node_ref());
    let total = props.people.total;
    let table = use_long_table(&scroller, total, HEAD_HEIGHT);
    let seen = table.rows.seen();
    // Other words begin at the top.
    use_effect_with(props.people.words.clone(), {
        let table = table.clone();
        move |_| table.go(0.0, 0.0)
    });
    use_effect({
        let (canvas, table) = (canvas.clone(), table.clone());
        let (height, top) = (table.rows.canvas(), table.rows.offset_of(seen.start));
        move || {
            scroll::set_pixels(&canvas, "--height", height);
            scroll::set_pixels(&canvas, "--top", top);
            table.look();
        }
    });
    use_effect_with((seen.clone(), props.people.clone()), {
        let on_seen = props.on_seen.clone();
        move |(seen, _)| on_seen.emit(seen.clone())
    });
    let heads = [texts::head_name(), texts::head_username(), texts::head_role(), texts::head_location()];
    html! {
        <div ref={scroller} class="people" tabindex="0" onscroll={Callback::from(move |_: Event| table.look())} data-test="people" data-total={total.to_string()}
            role="table" aria-label={texts::title()} aria-rowcount={(total + 1).to_string()}
        >
            <div class="people-head" role="rowgroup">
                <div class="people-row" role="row" aria-rowindex="1">
                    { for heads.into_iter().map(|head| html! { <span role="columnheader">{ head }</span> }) }
                </div>
            </div>
            <div ref={canvas} class="people-canvas" role="rowgroup">
                <div class="people-rows" role="presentation">
                    { for seen.map(|place| row(place, props.people.person(place))) }
                </div>
            </div>
        </div>
    }
}

fn row(place: usize, person: Option<&Person>) -> Html {
    let index = (place + 2).to_string();
    let Some(person) = person else {
        return html! { <div class="people-row is-coming" role="row" aria-rowindex={index} key={place}><span role="cell">{ "…" }</span></div> };
    };
    let value = |header: &str| person.values.get(header).map_or("", String::as_str);
    let name = format!("{} {}", value("FirstName"), value("LastName"));
    let name = if name.trim().is_empty() { person.username.clone() } else { name.trim().to_owned() };
    let state = value("AccountState");
    html! {
        <div class="people-row" role="row" aria-rowindex={index} key={place} data-test="person">
            <span role="cell">
                <NavLink to={Route::Person { username: person.username.clone() }} class="people-name" test="person-link">{ name }</NavLink>
                if !state.is_empty() && state != "ACTIVE" {
                    <span class="tag">{ state }</span>
                }
            </span>
            <span role="cell" class="people-key">{ &person.username }</span>
            <span role="cell" class="quiet">{ value("PrimaryRoleName") }</span>
            <span role="cell" class="quiet">{ texts::listed(value("OfficialLocation")) }</span>
        </div>
    }
}
