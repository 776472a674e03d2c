//! Holds the import above the pages, so that a look at another page loses nothing, and takes files that are dropped or
//! pasted on any of them.

use yew::prelude::*;
use yew_router::prelude::*;

use super::icon::{Icon, Picture};
use crate::browser::given::Given;
use crate::browser::{drop, paste};
use crate::hooks::use_import::{ImportHandle, use_new_import};
use crate::hooks::use_voice::use_voice;
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
    let voice = use_voice();
    let over = use_state(|| false);
    // What was wrong with the last thing that was dropped or pasted.
    let remark = use_state(|| None::<String>);
    // The listeners live as long as the desk, and must see the import as it is when something comes.
    let latest = use_mut_ref(|| import.clone());
    latest.replace(import.clone());
    use_effect_with((), {
        let (over, remark) = (over.clone(), remark.clone());
        move |()| {
            let take = Callback::from(move |given: Given| {
                let words = match given {
                    Given::Refused(refusal) => Some(texts::refusal(refusal).to_owned()),
                    Given::File { file, of } => {
                        if let Some(navigator) = &navigator {
                            navigator.push(&Route::Import);
                        }
                        let import = latest.borrow().clone();
                        import.open(&file);
                        (of > 1).then(|| texts::one_of(of as usize, file.name()))
                    }
                };
                if let Some(words) = &words {
                    voice.say(words);
                }
                remark.set(words);
            });
            let on_paste = paste::listen(take.clone());
            let report = Callback::from(move |event| match event {
                drop::Drop::Over => over.set(true),
                drop::Drop::Away => over.set(false),
                drop::Drop::Given(given) => {
                    over.set(false);
                    take.emit(given);
                }
            });
            let listeners = drop::listen(&report);
            move || std::mem::drop((listeners, on_paste))
        }
    });
    let on_close = {
        let remark = remark.clone();
        Callback::from(move |_: MouseEvent| remark.set(None))
    };
    html! {
        <ContextProvider<ImportHandle> context={import}>
            if *over {
                <div class="drop-veil" aria-hidden="true"><p>{ texts::drop_now() }</p></div>
            }
            { props.children.clone() }
            if let Some(words) = &*remark {
                <aside class="remark notice" aria-label={texts::remark()} data-test="remark">
                    <Icon picture={Picture::Warning} />
                    <p>{ words }</p>
                    <button type="button" class="button plain icon-only" aria-label={texts::close_remark()} title={texts::close_remark()} onclick={on_close} data-test="close-remark">
                        <Icon picture={Picture::Cross} />
                    </button>
                </aside>
            }
        </ContextProvider<ImportHandle>>
    }
}
