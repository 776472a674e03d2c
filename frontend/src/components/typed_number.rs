//! The number of people that a change touches, typed by hand where it goes over the risk budget: nobody types it by habit.

use yew::prelude::*;

use crate::browser::form;
use crate::texts::send as texts;

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct TypedNumberProps {
    /// The field's id in the page.
    pub id: &'static str,
    /// How many people change.
    pub people: usize,
    /// What she has typed.
    pub typed: UseStateHandle<String>,
}

/// Whether the number was typed; thousands may be written with any separator.
pub fn is_typed(typed: &str, people: usize) -> bool {
    typed.chars().filter(char::is_ascii_digit).collect::<String>() == people.to_string()
}

/// The words and the field.
#[function_component]
pub fn TypedNumber(props: &TypedNumberProps) -> Html {
    let TypedNumberProps { id, people, typed } = props.clone();
    let oninput = {
        let typed = typed.clone();
        Callback::from(move |event: InputEvent| typed.set(form::event_value(&event)))
    };
    html! {
        <div class="field">
            <p>{ texts::over_budget() }</p>
            <label for={id}>{ texts::over_budget_label() }</label>
            <input {id} class="short" inputmode="numeric" autocomplete="off" value={(*typed).clone()} {oninput} data-test="type-number" data-number={people.to_string()} />
        </div>
    }
}
