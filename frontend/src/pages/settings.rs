//! Settings: one's password and tokens, and for system admins the admins, the risk budget, the columns and the audit.

use yew::prelude::*;

use crate::browser::page;
use crate::components::settings::{
    admins::Admins, audit::AuditLog, budget::BudgetForm, columns::ColumnsForm, password::PasswordForm, tokens::Tokens,
};
use crate::hooks::use_session::use_session;
use crate::texts::{settings as texts, shell};

/// The settings page.
#[function_component]
pub fn Settings() -> Html {
    use_effect_with((), |()| page::set_title(&shell::tab(texts::title())));
    let is_system_admin = use_session().signed_in().is_some_and(|session| session.admin.role == "system-admin");
    let mut parts = vec![
        ("settings-password", texts::password(), html! { <PasswordForm /> }),
        ("settings-tokens", texts::tokens(), html! { <Tokens /> }),
    ];
    if is_system_admin {
        parts.extend([
            ("settings-admins", texts::admins(), html! { <Admins /> }),
            ("settings-budget", texts::budget(), html! { <BudgetForm /> }),
            ("settings-columns", texts::columns(), html! { <ColumnsForm /> }),
            ("settings-audit", texts::audit(), html! { <AuditLog /> }),
        ]);
    }
    html! {
        <div class="page settings">
            <header class="page-head"><h1>{ texts::title() }</h1></header>
            <div class="settings-body">
                <nav class="settings-nav" aria-label={texts::title()}>
                    <ul>{ for parts.iter().map(|(id, title, _)| html! { <li><a href={format!("#{id}")}>{ *title }</a></li> }) }</ul>
                </nav>
                <div class="settings-parts">
                    { for parts.into_iter().map(|(id, title, part)| html! {
                        <section class="card" aria-labelledby={id}><h2 {id} tabindex="-1">{ title }</h2>{ part }</section>
                    }) }
                </div>
            </div>
        </div>
    }
}
