//! The plan on paper: every cell that would change, which the table on the screen can't show at once.

use yew::prelude::*;

use crate::browser::page;
use crate::components::icon::{Icon, Picture};
use crate::hooks::use_import::use_import;
use crate::texts::{history, import as texts, table};

/// The id of the button, by which a key finds it.
pub const PRINT_ID: &str = "print";

/// More cells than these fill a thousand pages; then the sheet says how many there are.
const MOST_CELLS: usize = 20_000;

/// The button that prints.
#[function_component]
pub fn PrintButton() -> Html {
    let import = use_import();
    let is_asked = use_mut_ref(|| false);
    let changes = import.state().changes.clone();
    use_effect_with(changes.is_some(), {
        let is_asked = is_asked.clone();
        move |there| {
            if *there && is_asked.replace(false) {
                page::print();
            }
        }
    });
    let onclick = Callback::from(move |_: MouseEvent| {
        if changes.is_some() {
            page::print();
        } else {
            is_asked.replace(true);
            import.list_changes(MOST_CELLS);
        }
    });
    html! {
        <button id={PRINT_ID} class="button plain" type="button" {onclick} data-test="print"><Icon picture={Picture::Print} />{ texts::print() }</button>
    }
}

/// The sheet; only paper shows it.
#[function_component]
pub fn PrintSheet() -> Html {
    let import = use_import();
    let Some(changes) = import.state().changes.clone() else { return html! {} };
    html! {
        <section class="print-sheet" data-test="print-sheet" data-cells={changes.listed.to_string()}>
            <h2>{ history::changes() }</h2>
            if changes.listed < changes.cells {
                <p>{ texts::printed(changes.cells, changes.listed) }</p>
            }
            <table class="changes">
                <thead><tr>{ for history::heads().into_iter().map(|head| html! { <th scope="col">{ head }</th> }) }</tr></thead>
                { for changes.people.iter().map(|person| html! {
                    <tbody>
                        { for person.cells.iter().enumerate().map(|(place, cell)| html! {
                            <tr>
                                if place == 0 {
                                    <th scope="rowgroup" rowspan={person.cells.len().to_string()}>
                                        { &person.username }<br /><span class="quiet">{ table::row_kind(person.kind) }</span>
                                    </th>
                                }
                                <td>{ &cell.header }</td>
                                <td>{ super::value::old(Some(&cell.old)) }</td>
                                <td>{ super::value::new(Some(&cell.new)) }</td>
                            </tr>
                        }) }
                    </tbody>
                }) }
            </table>
        </section>
    }
}
