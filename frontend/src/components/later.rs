//! Draws what is not looked at first in a task of its own: a page that is drawn all at once stands still meanwhile.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// What is drawn a moment later.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct LaterProps {
    /// It.
    pub children: Html,
}

/// Nothing, and then the children.
#[function_component]
pub fn Later(props: &LaterProps) -> Html {
    let is_time = use_state(|| false);
    use_effect_with((), {
        let is_time = is_time.clone();
        move |()| {
            let timeout = Timeout::new(0, move || is_time.set(true));
            move || drop(timeout)
        }
    });
    if *is_time {
        props.children.clone()
    } else {
        html! {}
    }
}
