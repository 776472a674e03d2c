//! A labelled field of a form.

use yew::prelude::*;

/// What the field is.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct FieldProps {
    /// Joins label and input.
    pub id: AttrValue,
    /// The label.
    pub label: AttrValue,
    /// The input's type.
    #[prop_or(AttrValue::Static("text"))]
    pub kind: AttrValue,
    /// What a browser or password manager may fill in.
    #[prop_or_default]
    pub autocomplete: AttrValue,
    /// Under the field.
    #[prop_or_default]
    pub hint: AttrValue,
    /// Whether it must be filled in.
    #[prop_or(true)]
    pub required: bool,
    /// The shortest text.
    #[prop_or_default]
    pub min_length: Option<AttrValue>,
    /// Where its text is read.
    pub node: NodeRef,
    /// The handle for tests.
    pub test: AttrValue,
}

/// A labelled field.
#[function_component]
pub fn Field(props: &FieldProps) -> Html {
    let hint_id = format!("{}-hint", props.id);
    let has_hint = !props.hint.is_empty();
    html! {
        <div class="field">
            <label for={props.id.clone()}>{ &props.label }</label>
            <input
                ref={props.node.clone()}
                id={props.id.clone()}
                type={props.kind.clone()}
                autocomplete={props.autocomplete.clone()}
                required={props.required}
                minlength={props.min_length.clone()}
                aria-describedby={has_hint.then(|| hint_id.clone())}
                data-test={props.test.clone()}
            />
            if has_hint {
                <p class="hint" id={hint_id}>{ &props.hint }</p>
            }
        </div>
    }
}
