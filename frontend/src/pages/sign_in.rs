//! Signing in.

use yew::prelude::*;

use crate::browser::page;
use crate::components::home_link::Mark;
use crate::components::language_picker::LanguagePicker;
use crate::components::sign_in_form::SignInForm;
use crate::texts::{session as texts, shell};

/// What the server said about signing in.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct SignInProps {
    /// Whether there is no admin at all yet.
    pub setup_needed: bool,
}

/// The sign-in page.
#[function_component]
pub fn SignIn(props: &SignInProps) -> Html {
    use_effect_with((), |()| page::set_title(&shell::tab(texts::title())));
    html! {
        <div class="entrance-card">
            <div class="entrance-head">
                <Mark />
                <h1>{ shell::name() }</h1>
                <p class="quiet">{ texts::tagline() }</p>
            </div>
            if props.setup_needed {
                <p class="notice info" role="status">{ texts::set_up_needed() }</p>
            }
            <SignInForm />
            <LanguagePicker />
        </div>
    }
}
