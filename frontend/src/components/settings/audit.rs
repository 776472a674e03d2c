//! Who did what: the audit, newest first.

use yew::prelude::*;

use crate::api::settings::{self, Audit, AuditEntry};
use crate::browser::clock;
use crate::components::loading::loading;
use crate::hooks::use_loaded::use_loaded;
use crate::texts::{history, settings as texts};

async fn newest() -> crate::api::Answer<Audit> {
    settings::audit(None).await
}

/// The log.
#[function_component]
pub fn AuditLog() -> Html {
    let audit = use_loaded(newest);
    let on_retry = {
        let audit = audit.clone();
        Callback::from(move |()| audit.ask(newest()))
    };
    let Some(known) = audit.get().cloned() else { return loading(audit.problem(), on_retry) };
    let on_more = {
        let (audit, known) = (audit.clone(), known.clone());
        Callback::from(move |_: MouseEvent| {
            let known = known.clone();
            audit.ask(async move {
                let page = settings::audit(known.next).await?;
                Ok(Audit { entries: known.entries.into_iter().chain(page.entries).collect(), next: page.next })
            });
        })
    };
    html! {
        <>
            <div class="scroll-x" tabindex="0" role="group" aria-labelledby="settings-audit">
                <table class="changes" data-test="audit">
                    <thead><tr>{ for texts::audit_heads().into_iter().map(|head| html! { <th scope="col">{ head }</th> }) }</tr></thead>
                    <tbody>{ for known.entries.iter().map(entry) }</tbody>
                </table>
            </div>
            if known.next.is_some() {
                <button class="button" type="button" onclick={on_more}>{ texts::audit_more() }</button>
            }
        </>
    }
}

fn entry(entry: &AuditEntry) -> Html {
    let actor = entry.actor.as_ref().map_or(history::nobody(), |actor| actor.name.as_str());
    let details = entry
        .details
        .as_object()
        .map(|details| details.iter().map(|(name, value)| format!("{name} {value}")).collect::<Vec<_>>().join(", "));
    html! {
        <tr key={entry.number}>
            <th scope="row"><time datetime={entry.at.clone()} title={history::utc(&entry.at)}>{ clock::local_time(&entry.at) }</time></th>
            <td>{ actor.to_owned() }</td>
            <td>{ &entry.act }</td>
            <td>{ details.unwrap_or_default() }</td>
        </tr>
    }
}
