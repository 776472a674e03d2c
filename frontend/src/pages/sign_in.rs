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
    /// Whether there is an identity provider to sign in with.
    pub single_sign_on: bool,
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
            if props.single_sign_on {
                // The server sends her on to the provider, so this is no page of the desk.
                <a class="button primary wide" href="/api/single-sign-on" data-test="single-sign-on">{ texts::single_sign_on() }</a>
                <p class="or"><span>{ texts::or_with_password() }</span></p>
            }
            <SignInForm />
            <LanguagePicker />
        </div>
    }
}
