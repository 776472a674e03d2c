//! A button with more buttons behind it, which go away again: by Escape, and by a press anywhere else.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use yew::prelude::*;

use crate::browser::{focus, page};

/// What is behind it.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct MenuProps {
    /// What the button says.
    pub label: AttrValue,
    /// The handle for tests.
    pub test: AttrValue,
    /// The buttons.
    pub children: Html,
}

/// The menu.
#[function_component]
pub fn Menu(props: &MenuProps) -> Html {
    let (node, button) = (use_node_ref(), use_node_ref());
    let close = {
        let node = node.clone();
        move || {
            if let Some(menu) = node.cast::<web_sys::Element>() {
                // A menu that is closed has no such attribute to take away.
                let _ = menu.remove_attribute("open");
            }
        }
    };
    use_effect_with((), {
        let (node, close) = (node.clone(), close.clone());
        move |()| {
            let listener = page::document().map(|document| {
                EventListener::new(&document, "pointerdown", move |event| {
                    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
                    let is_inside = node.get().is_some_and(|menu| menu.contains(target.as_ref()));
                    if !is_inside {
                        close();
                    }
                })
            });
            move || drop(listener)
        }
    });
    let onkeydown = {
        let button = button.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                close();
                focus::focus(&button);
            }
        })
    };
    html! {
        <details ref={node} class="menu" {onkeydown} data-test={props.test.clone()}>
            <summary ref={button} class="button plain">{ &props.label }</summary>
            <div class="menu-items">{ props.children.clone() }</div>
        </details>
    }
}
