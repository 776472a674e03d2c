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
    html! {
        <div class="page settings">
            <header class="page-head"><h1>{ texts::title() }</h1></header>
            <section class="card" aria-labelledby="settings-password"><h2 id="settings-password">{ texts::password() }</h2><PasswordForm /></section>
            <section class="card" aria-labelledby="settings-tokens"><h2 id="settings-tokens">{ texts::tokens() }</h2><Tokens /></section>
            if is_system_admin {
                <section class="card" aria-labelledby="settings-admins"><h2 id="settings-admins">{ texts::admins() }</h2><Admins /></section>
                <section class="card" aria-labelledby="settings-budget"><h2 id="settings-budget">{ texts::budget() }</h2><BudgetForm /></section>
                <section class="card" aria-labelledby="settings-columns"><h2 id="settings-columns">{ texts::columns() }</h2><ColumnsForm /></section>
                <section class="card" aria-labelledby="settings-audit"><h2 id="settings-audit">{ texts::audit() }</h2><AuditLog /></section>
            }
        </div>
    }
}
