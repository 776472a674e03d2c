//! The live region through which the desk speaks, around everything else.

use yew::prelude::*;

use crate::hooks::use_voice::Voice;

/// What stands inside.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct VoiceProviderProps {
    /// The desk.
    pub children: Html,
}

/// Holds the voice. What it says stands in the page from the start, and only its words change.
#[function_component]
pub fn VoiceProvider(props: &VoiceProviderProps) -> Html {
    let words = use_state(|| AttrValue::from(""));
    let setter = words.setter();
    let voice = use_memo((), move |()| Voice::new(setter));
    html! {
        <ContextProvider<Voice> context={(*voice).clone()}>
            { props.children.clone() }
            <p class="visually-hidden" role="status" data-test="said">{ (*words).clone() }</p>
        </ContextProvider<Voice>>
    }
}
