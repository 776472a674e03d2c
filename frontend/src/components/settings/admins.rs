//! Who may sign in, and what each may do.

use yew::prelude::*;

use crate::api::access::{self, AdminShown, Invited};
use crate::browser::{clock, form, page};
use crate::components::field::Field;
use crate::components::loading::loading;
use crate::components::problem_alert::ProblemAlert;
use crate::components::said_notice::SaidNotice;
use crate::hooks::use_loaded::{Loaded, use_loaded};
use crate::hooks::use_submit::{Submit, use_submit};
use crate::texts::settings as texts;

/// The roles, by the name that the server knows.
const ROLES: [&str; 3] = ["viewer", "editor", "system-admin"];

/// The role of somebody who is invited, unless another one is chosen: the least.
const DEFAULT_ROLE: &str = "viewer";

/// The list, and the form that invites.
#[function_component]
pub fn Admins() -> Html {
    let admins = use_loaded(access::admins);
    let submit = use_submit();
    let invited = use_state(|| None::<Invited>);
    let (email, name, role) = (use_node_ref(), use_node_ref(), use_node_ref());
    let show = {
        let (invited, admins) = (invited.clone(), admins.clone());
        Callback::from(move |new: Invited| {
            invited.set(Some(new));
            admins.ask(access::admins());
        })
    };
    let onsubmit = {
        let (email, name, role) = (email.clone(), name.clone(), role.clone());
        let (submit, show) = (submit.clone(), show.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let (address, called, may) = (form::value(&email), form::value(&name), form::choice(&role));
            let (fields, show) = ([email.clone(), name.clone()], show.clone());
            submit.run(async move { access::invite(address.trim(), called.trim(), &may).await }, move |new| {
                fields.iter().for_each(form::clear);
                show.emit(new);
            });
        })
    };
    let on_retry = {
        let admins = admins.clone();
        Callback::from(move |()| admins.ask(access::admins()))
    };
    html! {
        <>
            if let Some(known) = admins.get() {
                <ul class="rows">{ for known.iter().map(|admin| entry(admin, &submit, &admins, &show)) }</ul>
            } else {
                { loading(admins.problem(), on_retry) }
            }
            if let Some(invited) = &*invited {
                <SaidNotice words={texts::invited(&invited.admin.name, clock::local_time(&invited.expires))}>
                    <p><code data-test="invite-link">{ format!("{}/password#{}", page::origin(), invited.token) }</code></p>
                </SaidNotice>
            }
            if let Some(problem) = submit.problem() {
                <ProblemAlert {problem} />
            }
            <form class="form inline" {onsubmit}>
                <Field id="invite-name" label={texts::admin_name()} node={name} test="invite-name" />
                <Field id="invite-email" label={texts::admin_email()} kind="email" node={email} test="invite-email" />
                <div class="field">
                    <label for="invite-role">{ texts::admin_role() }</label>
                    <select ref={role} id="invite-role" data-test="invite-role">
                        { for ROLES.into_iter().map(|role| html! { <option value={role} selected={role == DEFAULT_ROLE}>{ texts::role(role) }</option> }) }
                    </select>
                </div>
                <button class="button" type="submit" disabled={submit.is_busy()} data-test="invite">{ texts::admin_invite() }</button>
            </form>
        </>
    }
}

fn entry(admin: &AdminShown, submit: &Submit, admins: &Loaded<Vec<AdminShown>>, show: &Callback<Invited>) -> Html {
    let (id, disabled) = (admin.id, admin.state == "disabled");
    let on_role = {
        let (submit, admins) = (submit.clone(), admins.clone());
        Callback::from(move |event: Event| {
            let (role, admins) = (form::event_value(&event), admins.clone());
            submit.run(async move { access::give_role(id, &role).await }, move |_| admins.ask(access::admins()));
        })
    };
    let on_disable = {
        let (submit, admins) = (submit.clone(), admins.clone());
        Callback::from(move |_: MouseEvent| {
            let admins = admins.clone();
            submit.run(access::disable(id, !disabled), move |_| admins.ask(access::admins()));
        })
    };
    let on_link = {
        let (submit, show) = (submit.clone(), show.clone());
        Callback::from(move |_: MouseEvent| {
            let show = show.clone();
            submit.run(access::link(id), move |invited| show.emit(invited));
        })
    };
    let on_release = {
        let (submit, admins) = (submit.clone(), admins.clone());
        Callback::from(move |_: MouseEvent| {
            let admins = admins.clone();
            submit.run(access::release(id), move |_| admins.ask(access::admins()));
        })
    };
    html! {
        <li class="rows-entry" key={id} data-test="admin" data-state={admin.state.clone()}>
            <span class="rows-title">{ &admin.name }</span>
            <span class="quiet">{ &admin.email }</span>
            if admin.state != "active" {
                <span class="tag">{ texts::admin_state(&admin.state) }</span>
            }
            if admin.own {
                <span class="tag">{ texts::role(&admin.role).to_owned() }</span>
                <span class="quiet">{ texts::admin_own() }</span>
            } else {
                <select aria-label={texts::admin_role_of(&admin.name)} onchange={on_role} data-test="admin-role">
                    { for ROLES.into_iter().map(|role| html! { <option value={role} selected={role == admin.role}>{ texts::role(role) }</option> }) }
                </select>
                <button type="button" class="button small" onclick={on_link}>{ texts::admin_link() }</button>
                if admin.bound {
                    <button type="button" class="button small" onclick={on_release} data-test="admin-release">{ texts::admin_release() }</button>
                }
                <button type="button" class="button small" onclick={on_disable} data-test="admin-disable">
                    { if disabled { texts::admin_enable() } else { texts::admin_disable() } }
                </button>
            }
        </li>
    }
}
