//! Extracts that were taken, as backups: each can be had again, and the directory can go back to its revision.

use yew::prelude::*;

use super::icon::{Icon, Picture};
use super::loading::loading;
use super::nav_link::NavLink;
use crate::api::settings::{self, Extracts, Taken};
use crate::browser::clock;
use crate::hooks::use_loaded::use_loaded_of;
use crate::route::Route;
use crate::texts::{extract as texts, history, numbers};

async fn newest() -> crate::api::Answer<Extracts> {
    settings::extracts(None).await
}

/// How current the list must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Properties)]
pub struct PastExtractsProps {
    /// How many extracts were taken on this page; with each the list is asked for anew.
    pub taken: u32,
}

/// The list.
#[function_component]
pub fn PastExtracts(props: &PastExtractsProps) -> Html {
    let past = use_loaded_of(props.taken, |_| newest());
    let on_retry = {
        let past = past.clone();
        Callback::from(move |()| past.ask(newest()))
    };
    let Some(known) = past.get().cloned() else { return loading(past.problem(), on_retry) };
    let on_more = {
        let (past, known) = (past.clone(), known.clone());
        Callback::from(move |_: MouseEvent| {
            let known = known.clone();
            past.ask(async move {
                let page = settings::extracts(known.next).await?;
                Ok(Extracts { extracts: known.extracts.into_iter().chain(page.extracts).collect(), next: page.next })
            });
        })
    };
    if known.extracts.is_empty() {
        return html! { <p class="quiet">{ texts::past_none() }</p> };
    }
    html! {
        <>
            <ul class="rows">{ for known.extracts.iter().map(entry) }</ul>
            if known.next.is_some() {
                <button class="button" type="button" onclick={on_more}>{ texts::past_more() }</button>
            }
        </>
    }
}

fn entry(taken: &Taken) -> Html {
    html! {
        <li class="rows-entry" key={taken.number} data-test="past-extract" data-revision={taken.revision.to_string()}>
            <span class="rows-title">{ history::revision(taken.revision) }</span>
            <span class="quiet">
                { numbers::people(taken.people) }{ " · " }{ &taken.actor.name }{ " · " }
                <time datetime={taken.at.clone()} title={history::utc(&taken.at)}>{ clock::local_time(&taken.at) }</time>
            </span>
            <a class="button small" href={taken.address.clone()} download=""><Icon picture={Picture::Down} />{ texts::past_again() }</a>
            <NavLink to={Route::Compare { number: taken.revision }} class="button small" test="compare">{ texts::past_compare() }</NavLink>
        </li>
    }
}
