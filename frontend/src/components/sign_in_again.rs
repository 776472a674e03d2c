//! The dialog that appears when the session ends while someone is at work. Her page stays behind it.

use yew::prelude::*;

use super::sign_in_form::SignInForm;
use crate::browser::dialog;
use crate::texts::session as texts;

/// Asks to sign in, in front of the page.
#[function_component]
pub fn SignInAgain() -> Html {
    let node = use_node_ref();
    use_effect_with((), {
        let node = node.clone();
        move |()| dialog::show(&node)
    });
    // Escape would leave a page that can do nothing, so the dialog stays until someone is signed in.
    let oncancel = Callback::from(|event: Event| event.prevent_default());
    // Browsers close it all the same when Escape is pressed twice.
    let onclose = {
        let node = node.clone();
        Callback::from(move |_: Event| dialog::show(&node))
    };
    html! {
        <dialog
            ref={node} class="dialog small" aria-labelledby="sign-in-again-title" data-test="sign-in-again" {oncancel} {onclose}
        >
            <h2 id="sign-in-again-title">{ texts::again_title() }</h2>
            <p>{ texts::again() }</p>
            <SignInForm />
        </dialog>
    }
}
