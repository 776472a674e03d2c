//! The heading of a page that has taken another's place: the keyboard begins there, and who listens hears it, with what
//! stands below.

use yew::prelude::*;

use crate::browser::focus;

/// What it says.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct ArrivedHeadingProps {
    /// The heading.
    pub title: AttrValue,
    /// The ids of what is told with it.
    pub about: AttrValue,
}

/// The heading; it takes the focus once.
#[function_component]
pub fn ArrivedHeading(props: &ArrivedHeadingProps) -> Html {
    let node = use_node_ref();
    use_effect_with((), {
        let node = node.clone();
        move |()| focus::focus(&node)
    });
    html! { <h1 ref={node} tabindex="-1" aria-describedby={props.about.clone()}>{ &props.title }</h1> }
}
