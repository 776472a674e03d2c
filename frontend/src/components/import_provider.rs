//! Holds the import above the pages, so that a look at another page loses nothing.

use yew::prelude::*;

use crate::hooks::use_import::{ImportHandle, use_new_import};

/// What stands below.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct ImportProviderProps {
    /// The desk.
    pub children: Html,
}

/// Holds the import.
#[function_component]
pub fn ImportProvider(props: &ImportProviderProps) -> Html {
    let import = use_new_import();
    html! {
        <ContextProvider<ImportHandle> context={import}>
            { props.children.clone() }
        </ContextProvider<ImportHandle>>
    }
}
