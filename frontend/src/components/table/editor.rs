//! Editing a cell in place.

use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::texts::table as texts;

/// What is edited.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct EditorProps {
    /// The cell's text.
    pub text: AttrValue,
    /// She is done: the new text, or nothing if she gave up.
    pub on_done: Callback<Option<String>>,
}

/// A field over the cell. Enter takes the text, Escape gives up, Shift and Enter begin a line.
#[function_component]
pub fn Editor(props: &EditorProps) -> Html {
    let node = use_node_ref();
    let done = use_mut_ref(|| false);
    use_effect_with((), {
        let node = node.clone();
        move |()| {
            if let Some(area) = node.cast::<HtmlTextAreaElement>() {
                let _ = area.focus();
                area.select();
            }
        }
    });
    let finish = {
        let (on_done, done) = (props.on_done.clone(), done.clone());
        Callback::from(move |text: Option<String>| {
            // Leaving the field after Enter would otherwise be a second answer.
            if !done.replace(true) {
                on_done.emit(text);
            }
        })
    };
    let onkeydown = {
        let (finish, node) = (finish.clone(), node.clone());
        Callback::from(move |event: KeyboardEvent| {
            event.stop_propagation();
            match event.key().as_str() {
                "Escape" => finish.emit(None),
                "Enter" if !event.shift_key() => {
                    event.prevent_default();
                    finish.emit(node.cast::<HtmlTextAreaElement>().map(|area| area.value()));
                }
                _ => {}
            }
        })
    };
    let onblur = Callback::from(move |event: FocusEvent| {
        let area = event.target().and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok());
        finish.emit(area.map(|area| area.value()));
    });
    html! {
        <textarea ref={node} class="cell-editor" aria-label={texts::editing()} defaultvalue={props.text.clone()} {onkeydown} {onblur} data-test="cell-editor" />
    }
}
