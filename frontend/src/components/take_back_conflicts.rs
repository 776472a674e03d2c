//! What isn't as a revision left it: decided cell by cell, for a column, or for all.

use std::collections::BTreeMap;

use shared::options::{Conflicts, Side};
use yew::prelude::*;

use super::value;
use crate::api::taking_back::{Conflict, Why};
use crate::conflicts;
use crate::texts::{history, taking_back as texts};

/// So many are listed to be decided one by one; all the others are decided by column.
const MOST_LISTED: usize = 200;

/// The conflicts of a plan, and what was decided so far.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct TakeBackConflictsProps {
    /// What isn't as it was left.
    pub conflicts: Vec<Conflict>,
    /// How many nobody decided yet.
    pub undecided: u64,
    /// What was decided.
    pub decided: Conflicts,
    /// She decided something: everything that is decided by now.
    pub on_decide: Callback<Conflicts>,
}

/// The list.
#[function_component]
pub fn TakeBackConflicts(props: &TakeBackConflictsProps) -> Html {
    let mut columns: BTreeMap<&str, usize> = BTreeMap::new();
    for conflict in &props.conflicts {
        *columns.entry(conflict.column.as_str()).or_default() += 1;
    }
    html! {
        <section class="conflicts" aria-labelledby="conflicts-title" data-test="take-back-conflicts" data-undecided={props.undecided.to_string()}>
            <h2 id="conflicts-title">{ texts::conflicts(props.conflicts.len()) }</h2>
            <p role="status">{ if props.undecided > 0 { texts::conflicts_help().to_owned() } else { texts::all_decided().to_owned() } }</p>
            <ul>
                <li>
                    <span>{ texts::for_all() }</span>
                    { wide(props, "all", conflicts::decide_all) }
                </li>
                if columns.len() > 1 {
                    { for columns.iter().map(|(header, count)| {
                        let column = (*header).to_owned();
                        html! {
                            <li key={column.clone()}>
                                <span>{ texts::in_column(*count, header) }</span>
                                { wide(props, &column.clone(), move |all, side| conflicts::decide_column(all, column.clone(), side)) }
                            </li>
                        }
                    }) }
                }
            </ul>
            <div class="scroll-x" tabindex="0" role="group" aria-labelledby="conflicts-title">
                <table class="changes stacks">
                    <thead><tr>
                        <th scope="col">{ history::head_person() }</th>
                        <th scope="col">{ history::head_column() }</th>
                        <th scope="col">{ texts::head_now() }</th>
                        <th scope="col">{ texts::head_then() }</th>
                        <th scope="col">{ texts::head_decision() }</th>
                    </tr></thead>
                    <tbody>{ for props.conflicts.iter().take(MOST_LISTED).map(|conflict| row(props, conflict)) }</tbody>
                </table>
            </div>
            if props.conflicts.len() > MOST_LISTED {
                <p>{ texts::only_first(MOST_LISTED) }</p>
            }
        </section>
    }
}

/// Two buttons that decide more than one cell.
fn wide(props: &TakeBackConflictsProps, name: &str, decide: impl Fn(&mut Conflicts, Side) + Clone + 'static) -> Html {
    let button = |side: Side, text: &'static str, word: &str| {
        let (on_decide, decided, decide) = (props.on_decide.clone(), props.decided.clone(), decide.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            let mut next = decided.clone();
            decide(&mut next, side);
            on_decide.emit(next);
        });
        html! { <button type="button" class="button small" {onclick} data-test={format!("{word}-{name}")}>{ text }</button> }
    };
    html! {
        <span class="buttons">
            { button(Side::Yours, texts::take_back(), "take-back") }
            { button(Side::Theirs, texts::leave(), "leave") }
        </span>
    }
}

fn row(props: &TakeBackConflictsProps, conflict: &Conflict) -> Html {
    let choice = |side: Side, text: &'static str, word: &str| {
        let (on_decide, decided) = (props.on_decide.clone(), props.decided.clone());
        let (username, header) = (conflict.username.clone(), conflict.column.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            let mut next = decided.clone();
            conflicts::decide_cell(&mut next, username.clone(), header.clone(), side);
            on_decide.emit(next);
        });
        let pressed = conflict.decided == Some(side);
        let impossible = side == Side::Yours && matches!(conflict.why, Why::Taken | Why::Missing);
        html! {
            <button
                type="button" class="button small toggle" disabled={impossible} aria-pressed={pressed.to_string()} {onclick}
                aria-label={texts::decide_cell(text, &conflict.column, &conflict.username)} data-test={format!("{word}-cell")}
            >{ text }</button>
        }
    };
    html! {
        <tr key={format!("{} {}", conflict.username, conflict.column)} data-test="take-back-conflict" data-column={conflict.column.clone()} data-username={conflict.username.clone()}>
            <th scope="row">{ &conflict.username }<span class="hint">{ texts::why(conflict.why) }</span></th>
            <td>{ &conflict.column }</td>
            <td>{ value::new(Some(&conflict.now)) }</td>
            <td>{ value::new(Some(&conflict.then)) }</td>
            <td>
                <span class="buttons">
                    { choice(Side::Yours, texts::take_back(), "take-back") }
                    { choice(Side::Theirs, texts::leave(), "leave") }
                </span>
            </td>
        </tr>
    }
}
