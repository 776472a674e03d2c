//! The desk as a whole: address, session, shell, page.

use yew::prelude::*;
use yew_router::prelude::*;

use crate::browser::{focus_keeper, language, page};
use crate::components::session_provider::SessionProvider;
use crate::components::shell::Shell;
use crate::components::voice_provider::VoiceProvider;

/// Shows the desk in the page.
pub fn start() {
    language::begin();
    page::remove_loading_note();
    focus_keeper::begin();
    if let Some(root) = page::root() {
        yew::Renderer::<App>::with_root(root).render();
    }
}

/// Everything.
#[function_component]
fn App() -> Html {
    html! {
        <BrowserRouter>
            <VoiceProvider>
                <SessionProvider>
                    <Shell />
                </SessionProvider>
            </VoiceProvider>
        </BrowserRouter>
    }
}
