//! Tokens for scripts: one's own.

use yew::prelude::*;

use crate::api::access::{self, Token};
use crate::browser::{clock, form};
use crate::components::field::Field;
use crate::components::loading::loading;
use crate::components::problem_alert::ProblemAlert;
use crate::components::said_notice::SaidNotice;
use crate::hooks::use_loaded::use_loaded;
use crate::hooks::use_submit::use_submit;
use crate::texts::settings as texts;

/// How long a token works, in days, unless she says otherwise.
const DAYS: u16 = 365;

/// The list, and the form that makes one.
#[function_component]
pub fn Tokens() -> Html {
    let tokens = use_loaded(access::tokens);
    let submit = use_submit();
    let secret = use_state(|| None::<String>);
    let (name, scope) = (use_node_ref(), use_node_ref());
    let onsubmit = {
        let (name, scope, submit) = (name.clone(), scope.clone(), submit.clone());
        let (tokens, secret) = (tokens.clone(), secret.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let (what_for, may, field) = (form::value(&name), form::choice(&scope), name.clone());
            let (tokens, secret) = (tokens.clone(), secret.clone());
            submit.run(async move { access::make_token(what_for.trim(), &may, Some(DAYS)).await }, move |made| {
                form::clear(&field);
                secret.set(Some(made.secret));
                tokens.ask(access::tokens());
            });
        })
    };
    let revoke = |id: i64| {
        let (submit, tokens) = (submit.clone(), tokens.clone());
        Callback::from(move |_: MouseEvent| {
            let tokens = tokens.clone();
            submit.run(access::revoke_token(id), move |()| tokens.ask(access::tokens()));
        })
    };
    let on_retry = {
        let tokens = tokens.clone();
        Callback::from(move |()| tokens.ask(access::tokens()))
    };
    html! {
        <>
            <p class="quiet">{ texts::tokens_lead() }</p>
            if let Some(known) = tokens.get() {
                <ul class="rows">
                    { for known.iter().filter(|token| token.revoked.is_none()).map(|token| entry(token, revoke(token.id))) }
                </ul>
            } else {
                { loading(tokens.problem(), on_retry) }
            }
            if let Some(secret) = &*secret {
                <SaidNotice words={texts::token_secret()}><p><code data-test="token-secret">{ secret }</code></p></SaidNotice>
            }
            if let Some(problem) = submit.problem() {
                <ProblemAlert {problem} />
            }
            <form class="form inline" {onsubmit}>
                <Field id="token-name" label={texts::token_name()} node={name} test="token-name" />
                <div class="field">
                    <label for="token-scope">{ texts::token_may() }</label>
                    <select ref={scope} id="token-scope" data-test="token-scope">
                        <option value="read" selected=true>{ texts::scope_read() }</option>
                        <option value="import">{ texts::scope_import() }</option>
                        <option value="manage">{ texts::scope_manage() }</option>
                    </select>
                </div>
                <button class="button" type="submit" disabled={submit.is_busy()} data-test="make-token">{ texts::token_make() }</button>
            </form>
        </>
    }
}

fn entry(token: &Token, revoke: Callback<MouseEvent>) -> Html {
    let used = token
        .used
        .as_ref()
        .map_or_else(|| texts::token_unused().to_owned(), |at| texts::token_used(clock::local_time(at)));
    let until = token
        .expires
        .as_ref()
        .map_or_else(|| texts::token_for_ever().to_owned(), |at| texts::token_until(clock::local_time(at)));
    html! {
        <li class="rows-entry" key={token.id} data-test="token">
            <span class="rows-title">{ &token.name }</span>
            <span class="tag">{ token.scopes.join(", ") }</span>
            <span class="quiet">{ format!("{used} · {until}") }</span>
            <button type="button" class="button small" onclick={revoke} data-test="revoke-token">{ texts::token_revoke() }</button>
        </li>
    }
}
