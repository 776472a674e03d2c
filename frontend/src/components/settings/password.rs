//! Changes one's own password.

use yew::prelude::*;

use crate::api::access;
use crate::browser::form;
use crate::components::field::Field;
use crate::components::problem_alert::ProblemAlert;
use crate::components::said_notice::SaidNotice;
use crate::hooks::use_submit::use_submit;
use crate::texts::{session, settings as texts};

/// The form.
#[function_component]
pub fn PasswordForm() -> Html {
    let (current, new) = (use_node_ref(), use_node_ref());
    let submit = use_submit();
    let done = use_state(|| false);
    let onsubmit = {
        let (current, new, submit, done) = (current.clone(), new.clone(), submit.clone(), done.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            done.set(false);
            let (old, wanted, done) = (form::value(&current), form::value(&new), done.clone());
            let fields = [current.clone(), new.clone()];
            submit.run(async move { access::change_password(&old, &wanted).await }, move |()| {
                fields.iter().for_each(form::clear);
                done.set(true);
            });
        })
    };
    html! {
        <form class="form" {onsubmit}>
            if let Some(problem) = submit.problem() {
                <ProblemAlert {problem} />
            }
            <Field id="password-current" label={texts::password_current()} kind="password" autocomplete="current-password" node={current} test="password-current" />
            <Field id="password-new" label={texts::password_new()} kind="password" autocomplete="new-password" min_length="8" hint={session::password_hint()} node={new} test="password-new" />
            <p class="actions">
                <button class="button" type="submit" disabled={submit.is_busy()} data-test="change-password">{ texts::password_change() }</button>
            </p>
            if *done {
                <SaidNotice words={texts::password_changed()} test="password-changed" />
            }
        </form>
    }
}
