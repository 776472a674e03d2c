//! A notice that appears after something was done. It is said by the desk's voice: a live region that comes with its words
//! is silent in some browsers.

use yew::prelude::*;

use super::icon::{Icon, Picture};
use crate::hooks::use_voice::use_voice;

/// What it says.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct SaidNoticeProps {
    /// What is said.
    pub words: AttrValue,
    /// The handle for tests.
    #[prop_or_default]
    pub test: Option<AttrValue>,
    /// What is shown besides, such as a link to copy.
    #[prop_or_default]
    pub children: Html,
}

/// The notice.
#[function_component]
pub fn SaidNotice(props: &SaidNoticeProps) -> Html {
    let voice = use_voice();
    use_effect_with(props.words.clone(), move |words| voice.say(words));
    html! {
        <div class="notice good" data-test={props.test.clone()}>
            <Icon picture={Picture::Check} />
            <div>
                <p>{ &props.words }</p>
                { props.children.clone() }
            </div>
        </div>
    }
}
