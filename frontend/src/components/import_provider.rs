//! Holds the import above the pages, so that a look at another page loses nothing, and takes files that are dropped on
//! any of them.

use yew::prelude::*;
use yew_router::prelude::*;

use crate::browser::{drop, paste};
use crate::hooks::use_import::{ImportHandle, use_new_import};
use crate::route::Route;
use crate::texts::import as texts;

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
    let navigator = use_navigator();
    let over = use_state(|| false);
    use_effect_with((), {
        let (import, over) = (import.clone(), over.clone());
        move |()| {
            let take = {
                let import = import.clone();
                Callback::from(move |file| {
                    if let Some(navigator) = &navigator {
                        navigator.push(&Route::Import);
                    }
                    import.open(&file);
                })
            };
            let on_paste = paste::listen(take.clone());
            let report = Callback::from(move |event| match event {
                // Browsers repeat this many times a second; only the first one changes anything.
                drop::Drop::Over => {
                    if !*over {
                        over.set(true);
                    }
                }
                drop::Drop::Away => over.set(false),
                drop::Drop::File(file) => {
                    over.set(false);
                    take.emit(file);
                }
            });
            let listeners = drop::listen(&report);
            move || std::mem::drop((listeners, on_paste))
        }
    });
    html! {
        <ContextProvider<ImportHandle> context={import}>
            if *over {
                <div class="drop-veil" aria-hidden="true"><p>{ texts::drop_now() }</p></div>
            }
            { props.children.clone() }
        </ContextProvider<ImportHandle>>
    }
}
