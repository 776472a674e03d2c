//! A link from page to page, without loading the desk again.

use yew::prelude::*;
use yew_router::prelude::*;

use crate::route::Route;

/// Where the link goes and how it looks.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct NavLinkProps {
    /// The page.
    pub to: Route,
    /// How it looks.
    #[prop_or_default]
    pub class: AttrValue,
    /// Whether this is the page that is shown.
    #[prop_or(false)]
    pub current: bool,
    /// The handle for tests.
    #[prop_or_default]
    pub test: Option<AttrValue>,
    /// A number that tests read.
    #[prop_or_default]
    pub number: Option<u64>,
    /// What it says.
    pub children: Html,
}

/// A link to a page.
#[function_component]
pub fn NavLink(props: &NavLinkProps) -> Html {
    let navigator = use_navigator();
    let (to, address) = (props.to.clone(), props.to.to_path());
    let onclick = Callback::from(move |event: MouseEvent| {
        // With a modifier she wants a new tab or window, which is the browser's to open.
        if event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key() {
            return;
        }
        if let Some(navigator) = &navigator {
            event.prevent_default();
            navigator.push(&to);
        }
    });
    html! {
        <a
            href={address}
            class={props.class.clone()}
            aria-current={props.current.then_some("page")}
            data-test={props.test.clone()}
            data-revision={props.number.map(|number| number.to_string())}
            {onclick}
        >{ props.children.clone() }</a>
    }
}
